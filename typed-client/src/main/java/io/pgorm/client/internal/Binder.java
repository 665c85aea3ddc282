package io.pgorm.client.internal;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
        Binder direct = JooqBindings.isBuiltIn(type) ? DIRECT.get(type.getType()) : null;
        if (direct == null) {
            return JooqBindings.binder(type);
        }
        // NULL needs the SQL type, which jOOQ's binding knows.
        Binder ofNull = JooqBindings.binder(type);
        return (statement, index, value) -> (value == null ? ofNull : direct).bind(statement, index, value);
    }

    @SuppressWarnings("NullAway") // called with values only
    Map<Class<?>, Binder> DIRECT = Map.of(
            Integer.class, (statement, index, value) -> statement.setInt(index, (Integer) value),
            Long.class, (statement, index, value) -> statement.setLong(index, (Long) value),
            Short.class, (statement, index, value) -> statement.setShort(index, (Short) value),
            Double.class, (statement, index, value) -> statement.setDouble(index, (Double) value),
            Boolean.class, (statement, index, value) -> statement.setBoolean(index, (Boolean) value),
            String.class, (statement, index, value) -> statement.setString(index, (String) value),
            BigDecimal.class, (statement, index, value) -> statement.setBigDecimal(index, (BigDecimal) value),
            UUID.class, (statement, index, value) -> statement.setObject(index, value),
            Integer[].class, array("int4"),
            Long[].class, array("int8"));

    /** An array of a type that the driver knows by this name; by any other it would ask the server first. */
    private static Binder array(String type) {
        return (statement, index, value) ->
                statement.setArray(index, statement.getConnection().createArrayOf(type, (Object[]) value));
    }
}
