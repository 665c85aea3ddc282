package io.pgorm.client.internal;

import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.SQLDialect;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** A parameter that is an array of one of the few types which the driver writes without asking the server. */
final class ArrayParameter extends AbstractBinding<Object, Object[]> {

    private static final long serialVersionUID = 1L;

    private static final Map<Class<?>, String> TYPES = Map.of(
            Short.class, "int2",
            Integer.class, "int4",
            Long.class, "int8",
            Float.class, "float4",
            Double.class, "float8",
            Boolean.class, "bool");

    private static final Map<Class<?>, Binder> ELEMENTS = TYPES.keySet().stream()
            .collect(Collectors.toMap(
                    type -> type, type -> Binder.of(DefaultDataType.getDataType(SQLDialect.POSTGRES, type))));
    private static final Binder TEXT = Binder.of(SQLDataType.VARCHAR);

    private final String element;

    private ArrayParameter(String element) {
        this.element = element;
    }

    /** Of values of the class; of texts where the driver needs help. */
    static DataType<Object[]> of(Class<?> type) {
        return SQLDataType.OTHER.asConvertedDataType(new ArrayParameter(elementOf(type)));
    }

    static String elementOf(Class<?> type) {
        return TYPES.getOrDefault(type, "text");
    }

    /** Binds an array to a parameter that is cast in the SQL. */
    static Binder binder(Class<?> type) {
        String element = elementOf(type);
        return (statement, index, value) ->
                statement.setArray(index, statement.getConnection().createArrayOf(element, (Object[]) value));
    }

    /** Binds a single value to a parameter that is cast to {@link #elementOf} in the SQL. */
    static Binder elementBinder(Class<?> type) {
        return ELEMENTS.getOrDefault(type, TEXT);
    }

    /** Whether values of the class travel as they are, not as text. */
    static boolean isTyped(Class<?> type) {
        return TYPES.containsKey(type);
    }

    @Override
    public Converter<Object, Object[]> converter() {
        return Converter.of(Object.class, Object[].class, value -> (Object[]) value, value -> value);
    }

    @Override
    public void sql(BindingSQLContext<Object[]> context) {
        context.render().sql(context.variable()).sql("::" + element + "[]");
    }

    @Override
    public void set(BindingSetStatementContext<Object[]> context) throws SQLException {
        @Nullable Object[] values = context.value();
        context.statement()
                .setArray(context.index(), context.statement().getConnection().createArrayOf(element, values));
    }

    @Override
    public void get(BindingGetResultSetContext<Object[]> context) {
        throw new UnsupportedOperationException("a parameter is not read");
    }

    @Override
    public void get(BindingGetStatementContext<Object[]> context) {
        throw new UnsupportedOperationException("a parameter is not read");
    }
}
