package io.pgorm.client.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Map;
import java.util.UUID;
import org.jooq.EnumType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ByteConverter;

/** Writes one value as PostgreSQL's {@code recv} function of its type reads it, its length before it. */
@FunctionalInterface
interface BinaryFormat {

    void write(CopyBuffer out, Object value);

    Map<Class<?>, BinaryFormat> BY_CLASS = Map.ofEntries(
            Map.entry(Short.class, (out, value) -> out.int32(2).int16((Short) value)),
            Map.entry(Integer.class, (out, value) -> out.int32(4).int32((Integer) value)),
            Map.entry(Long.class, (out, value) -> out.int32(8).int64((Long) value)),
            Map.entry(Float.class, (out, value) -> out.int32(4).int32(Float.floatToIntBits((Float) value))),
            Map.entry(Double.class, (out, value) -> out.int32(8).int64(Double.doubleToLongBits((Double) value))),
            Map.entry(Boolean.class, (out, value) -> out.int32(1).int8((Boolean) value ? 1 : 0)),
            Map.entry(String.class, (out, value) -> out.text((String) value)),
            Map.entry(BigDecimal.class, (out, value) -> {
                byte[] numeric = ByteConverter.numeric((BigDecimal) value);
                out.int32(numeric.length).raw(numeric);
            }),
            Map.entry(
                    byte[].class,
                    (out, value) -> out.int32(((byte[]) value).length).raw((byte[]) value)),
            Map.entry(
                    UUID.class,
                    (out, value) -> out.int32(16)
                            .int64(((UUID) value).getMostSignificantBits())
                            .int64(((UUID) value).getLeastSignificantBits())),
            Map.entry(LocalDate.class, (out, value) -> out.int32(4).int32(Times.days((LocalDate) value))),
            Map.entry(LocalTime.class, (out, value) -> out.int32(8).int64(Times.micros((LocalTime) value))),
            Map.entry(
                    OffsetTime.class,
                    (out, value) -> out.int32(12)
                            .int64(Times.micros(((OffsetTime) value).toLocalTime()))
                            // counted to the west
                            .int32(-((OffsetTime) value).getOffset().getTotalSeconds())),
            Map.entry(LocalDateTime.class, (out, value) -> out.int32(8).int64(Times.micros((LocalDateTime) value))),
            Map.entry(OffsetDateTime.class, (out, value) -> out.int32(8).int64(Times.micros((OffsetDateTime) value))),
            Map.entry(JSON.class, (out, value) -> out.text(((JSON) value).data())),
            Map.entry(JSONB.class, (out, value) -> {
                int length = out.beginLength();
                // the version of the format; the text has a length before it, which is not of the value
                byte[] text = ((JSONB) value).data().getBytes(java.nio.charset.StandardCharsets.UTF_8);
                out.int8(1).raw(text);
                out.endLength(length);
            }));

    /** The numbers by which PostgreSQL knows the types that an array may be of; the same in every database. */
    Map<String, Integer> ELEMENT_TYPES = Map.ofEntries(
            Map.entry("smallint[]", 21),
            Map.entry("integer[]", 23),
            Map.entry("bigint[]", 20),
            Map.entry("real[]", 700),
            Map.entry("double precision[]", 701),
            Map.entry("boolean[]", 16),
            Map.entry("text[]", 25),
            Map.entry("character varying[]", 1043),
            Map.entry("numeric[]", 1700),
            Map.entry("uuid[]", 2950),
            Map.entry("date[]", 1082),
            Map.entry("time without time zone[]", 1083),
            Map.entry("timestamp without time zone[]", 1114),
            Map.entry("timestamp with time zone[]", 1184),
            Map.entry("bytea[]", 17),
            Map.entry("json[]", 114),
            Map.entry("jsonb[]", 3802));

    /**
     * The format for values of a class, null if there is none.
     *
     * @param sqlType what the column is in the database
     */
    static @Nullable BinaryFormat of(Class<?> type, String sqlType) {
        if (EnumType.class.isAssignableFrom(type)) {
            return (out, value) -> out.text(((EnumType) value).getLiteral());
        }
        if (type.isArray() && type != byte[].class) {
            Integer element = ELEMENT_TYPES.get(sqlType);
            BinaryFormat format = BY_CLASS.get(type.getComponentType());
            return element == null || format == null
                    ? null
                    : (out, value) -> array(out, element, format, (Object[]) value);
        }
        return BY_CLASS.get(type);
    }

    private static void array(CopyBuffer out, int element, BinaryFormat format, @Nullable Object[] values) {
        int length = out.beginLength();
        boolean hasNull = java.util.Arrays.stream(values).anyMatch(java.util.Objects::isNull);
        out.int32(values.length == 0 ? 0 : 1).int32(hasNull ? 1 : 0).int32(element);
        if (values.length > 0) {
            out.int32(values.length).int32(1);
        }
        for (Object value : values) {
            if (value == null) {
                out.int32(-1);
            } else {
                format.write(out, value);
            }
        }
        out.endLength(length);
    }
}
