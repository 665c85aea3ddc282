package io.pgorm.client;

import java.sql.Types;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A binding whose values travel as text of no type: the parameter gets the type of its place in the statement, of the
 * column it is compared with or written to. Stateless.
 *
 * @param <T> the Java type
 */
public abstract class UntypedBinding<T> implements Binding<Object, T> {

    private static final long serialVersionUID = 1L;

    private final Converter<Object, T> converter;

    /** @param converter between the Java type and the text; it never sees a null */
    protected UntypedBinding(Converter<Object, T> converter) {
        this.converter = converter;
    }

    @Override
    public final Converter<Object, T> converter() {
        return converter;
    }

    @Override
    public final void sql(BindingSQLContext<T> context) {
        T value = context.value();
        if (context.render().paramType() == ParamType.INLINED) {
            context.render().visit(DSL.inline(value == null ? null : String.valueOf(converter.to(value))));
        } else {
            context.render().sql(context.variable());
        }
    }

    @Override
    public final void set(BindingSetStatementContext<T> context) throws java.sql.SQLException {
        T value = context.value();
        if (value == null) {
            context.statement().setNull(context.index(), Types.OTHER);
        } else {
            context.statement().setObject(context.index(), converter.to(value), Types.OTHER);
        }
    }

    @Override
    public final void get(BindingGetResultSetContext<T> context) throws java.sql.SQLException {
        context.value(from(context.resultSet().getString(context.index())));
    }

    @Override
    public final void get(BindingGetStatementContext<T> context) throws java.sql.SQLException {
        context.value(from(context.statement().getString(context.index())));
    }

    @Override
    public final void register(BindingRegisterContext<T> context) throws java.sql.SQLException {
        context.statement().registerOutParameter(context.index(), Types.OTHER);
    }

    @Override
    public final void set(BindingSetSQLOutputContext<T> context) {
        throw new UnsupportedOperationException("PostgreSQL's driver has no SQLOutput");
    }

    @Override
    public final void get(BindingGetSQLInputContext<T> context) {
        throw new UnsupportedOperationException("PostgreSQL's driver has no SQLInput");
    }

    private @Nullable T from(@Nullable String text) {
        return text == null ? null : converter.from(text);
    }
}
