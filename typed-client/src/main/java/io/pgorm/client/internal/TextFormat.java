package io.pgorm.client.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.EnumType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;
import org.jspecify.annotations.Nullable;

/** Writes one value as text that PostgreSQL reads for its type. */
@FunctionalInterface
interface TextFormat {

    String write(Object value);

    Map<Class<?>, TextFormat> BY_CLASS = Map.ofEntries(
            Map.entry(Short.class, Object::toString),
            Map.entry(Integer.class, Object::toString),
            Map.entry(Long.class, Object::toString),
            Map.entry(Float.class, Object::toString),
            Map.entry(Double.class, Object::toString),
            Map.entry(Boolean.class, Object::toString),
            Map.entry(String.class, Object::toString),
            Map.entry(UUID.class, Object::toString),
            Map.entry(BigDecimal.class, value -> ((BigDecimal) value).toPlainString()),
            Map.entry(byte[].class, value -> "\\x" + HexFormat.of().formatHex((byte[]) value)),
            Map.entry(LocalDate.class, value -> Times.text((LocalDate) value)),
            Map.entry(LocalTime.class, value -> Times.text((LocalTime) value)),
            Map.entry(OffsetTime.class, value -> Times.text((OffsetTime) value)),
            Map.entry(LocalDateTime.class, value -> Times.text((LocalDateTime) value)),
            Map.entry(OffsetDateTime.class, value -> Times.text((OffsetDateTime) value)),
            Map.entry(JSON.class, value -> ((JSON) value).data()),
            Map.entry(JSONB.class, value -> ((JSONB) value).data()),
            Map.entry(XML.class, value -> ((XML) value).data()));

    /** The format for values of a class, null if there is none. */
    static @Nullable TextFormat of(Class<?> type) {
        if (EnumType.class.isAssignableFrom(type)) {
            return value -> ((EnumType) value).getLiteral();
        }
        if (type.isArray() && type != byte[].class) {
            TextFormat element = of(type.getComponentType());
            return element == null ? null : value -> array((Object[]) value, element::write);
        }
        return BY_CLASS.get(type);
    }

    private static String array(@Nullable Object[] values, Function<Object, String> element) {
        return Arrays.stream(values)
                .map(value -> value == null
                        ? "NULL"
                        : '"' + element.apply(value).replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A value as a field of COPY's text format. */
    static String escaped(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String replacement = switch (c) {
                case '\\' -> "\\\\";
                case '\n' -> "\\n";
                case '\r' -> "\\r";
                case '\t' -> "\\t";
                default -> null;
            };
            if (replacement != null && escaped == null) {
                escaped = new StringBuilder(text.substring(0, i));
            }
            if (escaped != null) {
                if (replacement == null) {
                    escaped.append(c);
                } else {
                    escaped.append(replacement);
                }
            }
        }
        return escaped == null ? text : escaped.toString();
    }
}
