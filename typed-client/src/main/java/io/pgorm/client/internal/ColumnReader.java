package io.pgorm.client.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.EnumType;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Reads one column by its index. The common types come straight from the driver, which has them in binary; what jOOQ
 * converts (enums aside) goes through the field's own binding.
 */
@FunctionalInterface
public interface ColumnReader {

    /** The value in the current row, null for NULL. */
    @Nullable
    Object read(ResultSet row, int index) throws SQLException;

    /** The reader for a field. */
    static ColumnReader of(Field<?> field) {
        DataType<?> type = field.getDataType();
        if (EnumType.class.isAssignableFrom(type.getType())) {
            return enumReader(type);
        }
        TextArrays<?> asText = JooqBindings.isBuiltIn(type) ? TextArrays.BY_TYPE.get(type.getType()) : null;
        if (asText != null) {
            return asText.reader();
        }
        ColumnReader direct = JooqBindings.isBuiltIn(type) ? DIRECT.get(type.getType()) : null;
        return direct == null ? JooqBindings.reader(field) : direct;
    }

    Map<Class<?>, ColumnReader> DIRECT = Map.ofEntries(
            Map.entry(Integer.class, (row, index) -> {
                int value = row.getInt(index);
                return row.wasNull() ? null : value;
            }),
            Map.entry(Long.class, (row, index) -> {
                long value = row.getLong(index);
                return row.wasNull() ? null : value;
            }),
            Map.entry(Short.class, (row, index) -> {
                short value = row.getShort(index);
                return row.wasNull() ? null : value;
            }),
            Map.entry(Double.class, (row, index) -> {
                double value = row.getDouble(index);
                return row.wasNull() ? null : value;
            }),
            Map.entry(Float.class, (row, index) -> {
                float value = row.getFloat(index);
                return row.wasNull() ? null : value;
            }),
            Map.entry(Boolean.class, (row, index) -> {
                boolean value = row.getBoolean(index);
                return row.wasNull() ? null : value;
            }),
            Map.entry(String.class, ResultSet::getString),
            Map.entry(BigDecimal.class, ResultSet::getBigDecimal),
            Map.entry(byte[].class, ResultSet::getBytes),
            Map.entry(UUID.class, ofClass(UUID.class)),
            Map.entry(LocalDate.class, ofClass(LocalDate.class)),
            Map.entry(LocalTime.class, ofClass(LocalTime.class)),
            Map.entry(OffsetTime.class, ofClass(OffsetTime.class)),
            Map.entry(LocalDateTime.class, ofClass(LocalDateTime.class)),
            Map.entry(OffsetDateTime.class, ofClass(OffsetDateTime.class)));

    private static ColumnReader ofClass(Class<?> type) {
        return (row, index) -> row.getObject(index, type);
    }

    private static ColumnReader enumReader(DataType<?> type) {
        Map<String, Object> byLiteral = new HashMap<>();
        for (Object constant : type.getType().getEnumConstants()) {
            byLiteral.put(((EnumType) constant).getLiteral(), constant);
        }
        return (row, index) -> {
            String literal = row.getString(index);
            if (literal == null) {
                return null;
            }
            Object constant = byLiteral.get(literal);
            if (constant == null) {
                throw new IllegalStateException("the database has a value of " + type.getName()
                        + " that the generated code does not know; generate it anew");
            }
            return constant;
        };
    }
}
