package io.pgorm.client.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Map;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Configuration;
import org.jooq.Converter;
import org.jooq.ConverterContext;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.ExecuteContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jspecify.annotations.Nullable;

/** Reading and binding single values through jOOQ's bindings, without a jOOQ query around them. */
final class JooqBindings {

    private JooqBindings() {}

    /** Whether the type's values are what jOOQ reads by itself: no converter and no binding of somebody's own. */
    static boolean isBuiltIn(DataType<?> type) {
        return type.getFromType() == type.getToType()
                && type.getBinding().getClass().getName().startsWith("org.jooq.impl.DefaultBinding");
    }

    static ColumnReader reader(Field<?> field) {
        return typedReader(field);
    }

    private static <U> ColumnReader typedReader(Field<U> field) {
        Binding<?, U> binding = field.getDataType().getBinding();
        return (row, index) -> {
            GetContext<U> context = new GetContext<>(field, row, index);
            binding.get(context);
            return context.value;
        };
    }

    static Binder binder(DataType<?> type) {
        return typedBinder(type);
    }

    private static <U> Binder typedBinder(DataType<U> type) {
        Binding<?, U> binding = type.getBinding();
        return (statement, index, value) -> {
            @SuppressWarnings("unchecked") // a parameter's value has the type of the parameter
            U typed = (U) value;
            binding.set(new SetContext<>(statement, index, typed));
        };
    }

    /** What both kinds of context have to answer; none of it depends on a statement. */
    private abstract static class Scope implements org.jooq.BindingScope, org.jooq.ExecuteScope {
        private final DSLContext dsl = Rendering.DSL_CONTEXT;

        @Override
        public Instant creationTime() {
            return Instant.now();
        }

        @Override
        public Configuration configuration() {
            return dsl.configuration();
        }

        @Override
        public DSLContext dsl() {
            return dsl;
        }

        @Override
        public Settings settings() {
            return configuration().settings();
        }

        @Override
        public SQLDialect dialect() {
            return configuration().dialect();
        }

        @Override
        public SQLDialect family() {
            return configuration().family();
        }

        @Override
        public Map<Object, Object> data() {
            return configuration().data();
        }

        @Override
        public @Nullable Object data(Object key) {
            return configuration().data(key);
        }

        @Override
        public @Nullable Object data(Object key, Object value) {
            return configuration().data(key, value);
        }

        @Override
        public @Nullable ExecuteContext executeContext() {
            return null;
        }

        @Override
        public ConverterContext converterContext() {
            return Rendering.CONVERTER_CONTEXT;
        }
    }

    private static class GetContext<U> extends Scope implements BindingGetResultSetContext<U> {
        private final Field<U> field;
        private final ResultSet row;
        private final int index;
        private @Nullable U value;

        GetContext(Field<U> field, ResultSet row, int index) {
            this.field = field;
            this.row = row;
            this.index = index;
        }

        @Override
        public ResultSet resultSet() {
            return row;
        }

        @Override
        public int index() {
            return index;
        }

        @Override
        public Field<U> field() {
            return field;
        }

        @Override
        public void value(@Nullable U newValue) {
            value = newValue;
        }

        @Override
        public <T> BindingGetResultSetContext<T> convert(Converter<? super T, ? extends U> converter) {
            GetContext<U> outer = this;
            @SuppressWarnings("unchecked") // only its data type's binding is asked, which the caller replaces
            GetContext<T> inner = new GetContext<>((Field<T>) field, row, index) {
                @Override
                public void value(@Nullable T newValue) {
                    outer.value(converter.from(newValue));
                }
            };
            return inner;
        }
    }

    private static final class SetContext<U> extends Scope implements BindingSetStatementContext<U> {
        private final PreparedStatement statement;
        private final int index;
        private final @Nullable U value;

        SetContext(PreparedStatement statement, int index, @Nullable U value) {
            this.statement = statement;
            this.index = index;
            this.value = value;
        }

        @Override
        public PreparedStatement statement() {
            return statement;
        }

        @Override
        public int index() {
            return index;
        }

        @Override
        public @Nullable U value() {
            return value;
        }

        @Override
        public <T> BindingSetStatementContext<T> convert(Converter<? extends T, ? super U> converter) {
            return new SetContext<>(statement, index, converter.to(value));
        }

        // The driver frees what is bound when the statement closes.
        @Override
        public java.sql.Array autoFree(java.sql.Array array) {
            return array;
        }

        @Override
        public java.sql.Blob autoFree(java.sql.Blob blob) {
            return blob;
        }

        @Override
        public java.sql.Clob autoFree(java.sql.Clob clob) {
            return clob;
        }

        @Override
        public java.sql.SQLXML autoFree(java.sql.SQLXML xml) {
            return xml;
        }

        @Override
        public <R extends java.io.Closeable> R autoClose(R closeable) {
            return closeable;
        }

        @Override
        public <R extends AutoCloseable> R autoClose(R closeable) {
            return closeable;
        }
    }
}
