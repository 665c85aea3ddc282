package io.pgorm.client;

import io.pgorm.client.internal.BulkWriting;
import io.pgorm.client.internal.Conflict;
import io.pgorm.client.internal.Writing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Inserts that give back what is in a shape: {@code db.users().returning(CARD).create(...)}. One round trip, in one
 * transaction; relations are read after the write, so that what is given back is what is stored.
 *
 * <p>Immutable; safe for use by several threads, unless it belongs to a transaction.
 *
 * @param <M> the record of the model
 * @param <R> what is made of a row
 */
public final class Returning<M, R> {

    private final DbContext context;
    private final ModelType<M> model;
    private final Shape<R> shape;

    Returning(DbContext context, ModelType<M> model, Shape<R> shape) {
        this.context = context;
        this.model = model;
        this.shape = shape;
    }

    /**
     * Each statement of it takes no longer than this; see {@link AbstractDb#withTimeout}. For {@code batch} say it of the db.
     *
     * @throws IllegalArgumentException if it is less than a millisecond
     */
    public Returning<M, R> timeout(Duration limit) {
        return new Returning<>(context.withTimeout(limit), model, shape);
    }

    /**
     * Inserts a row.
     *
     * @throws io.pgorm.client.error.ConstraintViolation if a constraint refuses it
     * @throws io.pgorm.client.error.RowLevelSecurityViolation if a policy refuses it, or does not let the caller read it
     * @throws io.pgorm.client.error.ShapeMismatch if the shape has relations and the model no primary key
     */
    public R create(Create<M> row) {
        return Writing.insert(context, model, shape, row.assignments(), Conflict.FAIL)
                .orElseThrow(() -> new IllegalStateException("the database did not give back the new " + model.name()
                        + ": a trigger or a rule dropped it, or a policy hides it from the caller"));
    }

    /** Inserts a row, or does something else where a row with the same key is there: {@code onConflict} says what. */
    public Upsert<M, R> upsert(Create<M> row) {
        return new Upsert<>(context, model, shape, row.assignments());
    }

    /**
     * Inserts rows in one round trip. All of them have to set the same fields, in the same order.
     *
     * @return what is in the shape, in the order of the rows
     * @throws IllegalArgumentException if the rows set different fields, or have related rows
     */
    public List<R> createMany(Iterable<? extends Create<M>> rows) {
        List<Create<M>> all = new ArrayList<>();
        rows.forEach(all::add);
        return BulkWriting.returning(context, model, shape, all);
    }
}
