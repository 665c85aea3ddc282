package io.pgorm.client.internal;

import io.pgorm.client.TextArrayBinding;
import java.lang.reflect.Array;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Arrays whose elements travel as text, because the types of java.sql that jOOQ would make of them lose something: days,
 * microseconds, infinity. Arrays of bytes jOOQ cannot send at all.
 *
 * @param sqlName of the array, as the driver knows it by itself
 * @param <T> the type of an element
 */
record TextArrays<T>(Class<T> type, String sqlName, Function<T, String> print, Function<String, T> parse) {

    private static final String HEX = "\\x";

    /** By the type of the array. */
    static final Map<Class<?>, TextArrays<?>> BY_TYPE = Map.of(
            LocalDate[].class,
            new TextArrays<>(LocalDate.class, "date[]", TemporalText::print, TemporalText::date),
            LocalTime[].class,
            new TextArrays<>(LocalTime.class, "time[]", LocalTime::toString, TemporalText::time),
            OffsetTime[].class,
            new TextArrays<>(OffsetTime.class, "timetz[]", TemporalText::print, TemporalText::offsetTime),
            LocalDateTime[].class,
            new TextArrays<>(LocalDateTime.class, "timestamp[]", TemporalText::print, TemporalText::stamp),
            OffsetDateTime[].class,
            new TextArrays<>(OffsetDateTime.class, "timestamptz[]", TemporalText::print, TemporalText::offsetStamp),
            byte[][].class,
            new TextArrays<>(
                    byte[].class,
                    "bytea[]",
                    bytes -> HEX + HexFormat.of().formatHex(bytes),
                    text -> HexFormat.of().parseHex(text.substring(HEX.length()))));

    Binder binder() {
        return (statement, index, value) ->
                DriverTypes.bind(statement, index, sqlName, value == null ? null : text((Object[]) value));
    }

    ColumnReader reader() {
        return (row, index) -> {
            String text = row.getString(index);
            return text == null ? null : array(TextArrayBinding.elements(text));
        };
    }

    private String text(@Nullable Object[] values) {
        @Nullable String[] elements = new @Nullable String[values.length];
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            elements[i] = value == null ? null : print.apply(type.cast(value));
        }
        return TextArrayBinding.text(elements);
    }

    private Object array(@Nullable String[] elements) {
        Object array = Array.newInstance(type, elements.length);
        for (int i = 0; i < elements.length; i++) {
            String element = elements[i];
            Array.set(array, i, element == null ? null : parse.apply(element));
        }
        return array;
    }
}
