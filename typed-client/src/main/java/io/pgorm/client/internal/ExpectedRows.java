package io.pgorm.client.internal;

import io.pgorm.client.DbContext;
import io.pgorm.client.error.PgOrmException;
import io.pgorm.client.error.WrongRowCount;
import io.pgorm.client.internal.Channel.Scope;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Writes that have to meet so many rows. The server itself counts, and fails the statement where the number is another,
 * so that nothing is written then and no second round trip is needed to commit: a text that is no number is made of the
 * count and cast to one, and the error that quotes it is recognised whatever the language of the server.
 */
final class ExpectedRows {

    /** The name of the rows written, for the query around them. */
    static final String WRITTEN = "_w";

    private static final String MARK = "pgorm expected other rows, ";
    private static final Pattern MARKED = Pattern.compile(MARK + "(\\d+) and (-?\\d+)");
    private static final Binder LONG = Binder.of(SQLDataType.BIGINT);

    private ExpectedRows() {}

    /**
     * Sends the write and gives the number of its rows.
     *
     * @throws WrongRowCount if that is not the expected one; nothing is changed then
     */
    static long send(DbContext context, Rendered write, long expected) {
        Rendered returning = new Rendered(write.sql() + " returning 1", write.bound());
        Rendered counted = around(returning, "select " + check(0) + " from " + WRITTEN, expected);
        return guard(
                () -> context.channel()
                        .send(context.identity(), Scope.STATEMENT, List.of(counted), new Object[0], outcomes -> {
                            var row = outcomes.get(0).requireRows();
                            row.next();
                            return row.getLong(1);
                        }),
                number -> "",
                expected);
    }

    /** The write, which gives rows, failing unless they are so many. */
    static Rendered checking(Rendered returning, long expected) {
        return around(
                returning,
                "select * from " + WRITTEN + " where (select " + check(0) + " from " + WRITTEN + ") is not null",
                expected);
    }

    /**
     * The write and a query over its rows {@link #WRITTEN}, in which a {@link #check} stands.
     *
     * @param expected bound to the parameter of the check, which has to be the only one
     */
    static Rendered around(Rendered returning, String query, long expected) {
        List<Rendered.Bound> bound = new ArrayList<>(returning.bound());
        bound.add(new Rendered.Bound(LONG, expected));
        return new Rendered("with " + WRITTEN + " as (" + returning.sql() + ") " + query, bound);
    }

    /**
     * An expression that gives the count of rows, or fails.
     *
     * @param number tells apart the checks of one round trip
     */
    static String check(int number) {
        return check(number, "");
    }

    /** @param factor by which the expected number is multiplied */
    static String check(int number, String factor) {
        return "case when count(*) = ?" + factor + " then count(*) else ('" + MARK + number
                + " and ' || count(*))::bigint end";
    }

    /** Runs the work, and turns the error of a check into ours. */
    static <R> R guard(Supplier<R> work, IntFunction<String> what, long expected) {
        return guard(work, what, number -> expected);
    }

    /**
     * Runs the work, and turns the error of a check into ours.
     *
     * @param what names the rows of each check
     * @param expected how many each expects
     */
    static <R> R guard(Supplier<R> work, IntFunction<String> what, IntToLongFunction expected) {
        try {
            return work.get();
        } catch (PgOrmException e) {
            throw e.driverException()
                    .<RuntimeException>map(driver -> wrong(driver, what, expected))
                    .orElse(e);
        }
    }

    private static @Nullable WrongRowCount wrong(
            SQLException driver, IntFunction<String> what, IntToLongFunction expected) {
        String message = driver.getMessage();
        Matcher found = MARKED.matcher(message == null ? "" : message);
        if (!found.find()) {
            return null;
        }
        int number = Integer.parseInt(found.group(1));
        return new WrongRowCount(what.apply(number), expected.applyAsLong(number), Long.parseLong(found.group(2)));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the value was given for this column
    static <T> Field<T> value(@Nullable Object value, TableField<?, T> column) {
        return DSL.val(value, (Field) column);
    }
}
