package io.pgorm.client;

import io.pgorm.client.internal.Computed;
import io.pgorm.client.internal.Computed.Operator;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;

/**
 * Changes that the database computes of what the row holds, so that nobody has to read it first and no change of somebody
 * else is lost. Base of the generated {@code PostUpdate.Values}. Immutable.
 *
 * <p>Every expression sees the row as it was before the update, that of an upsert the row that is there. Where the column
 * is NULL, so is the sum, the product and the text with something behind it; {@code set(POSTS.VIEWS,
 * DSL.coalesce(POSTS.VIEWS, 0).plus(1))} says otherwise.
 *
 * @param <R> jOOQ's record of the table
 * @param <S> the generated class
 */
public abstract class UpdateValues<R extends Record, S> {

    protected UpdateValues() {}

    /** All changes so far. */
    public abstract Assignments assignments();

    /** The same object with other changes. */
    protected abstract S with(Assignments assignments);

    /**
     * Sets the column to an expression: any of jOOQ's over the columns of the table, subqueries and relations too, or
     * {@link org.jooq.impl.DSL#defaultValue(Field)}. In an upsert, {@link org.jooq.impl.DSL#excluded(Field)} is what was
     * to be inserted. It is rendered at each call, other than the operators of this class.
     *
     * @throws NullPointerException if the expression is null; NULL is {@code DSL.val(null, column)}, or the column's own
     *     method
     */
    public final <T> S set(TableField<R, T> column, Field<? extends T> expression) {
        Objects.requireNonNull(expression, () -> "the expression for " + column.getName() + " is null");
        return with(assignments().with(column, new Computed.Expression(expression)));
    }

    /** Adds to the column. A result that its type cannot hold is an {@link io.pgorm.client.error.InvalidValue}. */
    public final <T extends Number> S increment(TableField<R, T> column, T by) {
        return operated(column, Operator.PLUS, by);
    }

    /** Takes from the column. */
    public final <T extends Number> S decrement(TableField<R, T> column, T by) {
        return operated(column, Operator.MINUS, by);
    }

    /** Multiplies the column. */
    public final <T extends Number> S multiply(TableField<R, T> column, T by) {
        return operated(column, Operator.TIMES, by);
    }

    /** Divides the column; whole numbers as PostgreSQL does it, towards zero. */
    public final <T extends Number> S divide(TableField<R, T> column, T by) {
        return operated(column, Operator.DIVIDED_BY, by);
    }

    /** Puts a text behind that of the column. */
    public final S append(TableField<R, String> column, String text) {
        return operated(column, Operator.JOINED_WITH, text);
    }

    /** Puts elements behind those of the column. */
    @SafeVarargs
    public final <T> S append(TableField<R, T[]> column, T... elements) {
        return operated(column, Operator.JOINED_WITH, elements);
    }

    private S operated(TableField<R, ?> column, Operator operator, Object operand) {
        Objects.requireNonNull(operand, () -> "the value to change " + column.getName() + " by is null");
        return with(assignments().with(column, new Computed.Operated(operator, operand)));
    }
}
