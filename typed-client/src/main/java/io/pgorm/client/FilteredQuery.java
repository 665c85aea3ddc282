package io.pgorm.client;

import io.pgorm.client.internal.Rows;
import io.pgorm.client.internal.Writing;
import java.time.Duration;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were named by a condition, or by {@code all()}: they may be changed and deleted too.
 *
 * @param <M> the record of the model
 */
public final class FilteredQuery<M> extends Query<M> {

    private final DbContext context;
    private final ModelType<M> model;
    private final Condition condition;
    private final @Nullable Long expected;

    FilteredQuery(DbContext context, ModelType<M> model, Condition condition) {
        this(context, model, condition, null);
    }

    private FilteredQuery(DbContext context, ModelType<M> model, Condition condition, @Nullable Long expected) {
        super(context, model, Rows.of(model, condition));
        this.context = context;
        this.model = model;
        this.condition = condition;
        this.expected = expected;
    }

    @Override
    public FilteredQuery<M> where(Condition more) {
        return new FilteredQuery<>(context, model, condition.and(more), expected);
    }

    @Override
    public FilteredQuery<M> timeout(Duration limit) {
        return new FilteredQuery<>(context.withTimeout(limit), model, condition, expected);
    }

    /**
     * A change or a deletion that has to meet exactly so many rows: where it meets others, the server undoes it in the
     * same round trip.
     *
     * @throws IllegalArgumentException if negative
     */
    public FilteredQuery<M> expectRows(long rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("a number of rows cannot be negative: " + rows);
        }
        return new FilteredQuery<>(context, model, condition, rows);
    }

    /** Changes that give back what is in the shape, relations too, in the same round trip. */
    public <R> FilteredReturning<M, R> returning(Shape<R> shape) {
        return new FilteredReturning<>(context, model, condition, shape, expected);
    }

    /**
     * Changes all of them.
     *
     * @return how many there were. Rows that row level security hides are not among them.
     * @throws io.pgorm.client.error.WrongRowCount if {@link #expectRows} said another number
     */
    public long update(Update<M> changes) {
        return Writing.update(context, model, condition, changes.assignments(), expected);
    }

    /**
     * Deletes all of them.
     *
     * @return how many there were. Rows that row level security hides are not among them.
     * @throws io.pgorm.client.error.WrongRowCount if {@link #expectRows} said another number
     */
    public long delete() {
        return Writing.delete(context, model, condition, expected);
    }
}
