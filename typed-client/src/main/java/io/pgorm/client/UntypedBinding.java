package io.pgorm.client;

import io.pgorm.client.internal.DriverTypes;
import java.sql.Types;
import java.util.function.Function;
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
 * @param <D> what jOOQ takes the type of the database for; it is never looked at
 * @param <T> the Java type
 */
public abstract class UntypedBinding<D, T> implements Binding<D, T> {

    private static final long serialVersionUID = 1L;

    private final Converter<D, T> converter;
    private final @Nullable String driverType;

    /**
     * @param type the Java type
     * @param parse reads PostgreSQL's text; it never sees a null
     * @param print writes text that PostgreSQL reads; it never sees a null
     */
    protected UntypedBinding(Class<T> type, Function<String, T> parse, Function<T, String> print) {
        this(type, parse, print, null);
    }

    /**
     * @param driverType a type that the driver knows without asking the server, {@code json}: a parameter then has it. The
     *     driver asks the server to describe a statement with parameters of no type, and sends one that was described and
     *     gives rows back by itself, which is a round trip more.
     */
    @SuppressWarnings("unchecked") // D is whatever jOOQ says; a value of it is only ever text
    protected UntypedBinding(
            Class<T> type, Function<String, T> parse, Function<T, String> print, @Nullable String driverType) {
        this.driverType = driverType;
        this.converter = Converter.ofNullable(
                (Class<D>) Object.class, type, text -> parse.apply(text.toString()), value -> (D) print.apply(value));
    }

    @Override
    public final Converter<D, T> converter() {
        return converter;
    }

    @Override
    public final void sql(BindingSQLContext<T> context) {
        T value = context.value();
        if (context.render().paramType() == ParamType.INLINED) {
            context.render().visit(DSL.inline(value == null ? null : String.valueOf(converter.to(value))));
        } else {
            context.render().sql(context.variable()).sql(cast());
        }
    }

    /** What follows a parameter whose place does not say its type: a cast, or nothing. */
    String cast() {
        return "";
    }

    @Override
    public final void set(BindingSetStatementContext<T> context) throws java.sql.SQLException {
        T value = context.value();
        if (driverType != null) {
            String text = value == null ? null : String.valueOf(converter.to(value));
            DriverTypes.bind(context.statement(), context.index(), driverType, text);
        } else if (value == null) {
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
        return text == null ? null : parse(text);
    }

    @SuppressWarnings("unchecked") // as above
    private @Nullable T parse(String text) {
        return converter.from((D) text);
    }
}
