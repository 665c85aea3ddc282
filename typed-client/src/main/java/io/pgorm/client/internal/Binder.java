package io.pgorm.client.internal;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Map;
import java.util.UUID;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/** Binds one value to one parameter: the common types directly, the rest through the binding that jOOQ has for them. */
@FunctionalInterface
public interface Binder {

    /** Binds the value, null for NULL, to the parameter at {@code index}, counted from 1. */
    void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException;

    /** The binder for a type. */
    static Binder of(DataType<?> type) {
        TextArrays<?> asText = JooqBindings.isBuiltIn(type) ? TextArrays.BY_TYPE.get(type.getType()) : null;
        if (asText != null) {
            return asText.binder();
        }
        Binder direct = JooqBindings.isBuiltIn(type) ? DIRECT.get(type.getType()) : null;
        if (direct == null) {
            return JooqBindings.binder(type);
        }
        // NULL needs the SQL type, which jOOQ's binding knows.
        Binder ofNull = JooqBindings.binder(type);
        return (statement, index, value) -> (value == null ? ofNull : direct).bind(statement, index, value);
    }

    @SuppressWarnings("NullAway") // called with values only
    Map<Class<?>, Binder> DIRECT = Map.ofEntries(
            Map.entry(Integer.class, (statement, index, value) -> statement.setInt(index, (Integer) value)),
            Map.entry(Long.class, (statement, index, value) -> statement.setLong(index, (Long) value)),
            Map.entry(Short.class, (statement, index, value) -> statement.setShort(index, (Short) value)),
            Map.entry(Double.class, (statement, index, value) -> statement.setDouble(index, (Double) value)),
            Map.entry(Boolean.class, (statement, index, value) -> statement.setBoolean(index, (Boolean) value)),
            Map.entry(String.class, (statement, index, value) -> statement.setString(index, (String) value)),
            Map.entry(
                    BigDecimal.class, (statement, index, value) -> statement.setBigDecimal(index, (BigDecimal) value)),
            Map.entry(UUID.class, PreparedStatement::setObject),
            // Not by java.sql's types, which know neither infinity nor every day of the past.
            Map.entry(LocalDate.class, PreparedStatement::setObject),
            Map.entry(LocalTime.class, PreparedStatement::setObject),
            Map.entry(OffsetTime.class, PreparedStatement::setObject),
            Map.entry(LocalDateTime.class, PreparedStatement::setObject),
            Map.entry(OffsetDateTime.class, PreparedStatement::setObject),
            Map.entry(Integer[].class, array("int4")),
            Map.entry(Long[].class, array("int8")));

    /** An array of a type that the driver knows by this name; by any other it would ask the server first. */
    private static Binder array(String type) {
        return (statement, index, value) ->
                statement.setArray(index, statement.getConnection().createArrayOf(type, (Object[]) value));
    }
}
