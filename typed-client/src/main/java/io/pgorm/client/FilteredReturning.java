package io.pgorm.client;

import io.pgorm.client.internal.SetWriting;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Changes of all rows of a condition that give back what is in a shape, in one round trip.
 *
 * <p>Immutable; safe for use by several threads, unless it belongs to a transaction.
 *
 * @param <M> the record of the model
 * @param <R> what is made of a row
 */
public final class FilteredReturning<M, R> {

    private final DbContext context;
    private final ModelType<M> model;
    private final Condition condition;
    private final Shape<R> shape;
    private final @Nullable Long expected;

    FilteredReturning(
            DbContext context, ModelType<M> model, Condition condition, Shape<R> shape, @Nullable Long expected) {
        this.context = context;
        this.model = model;
        this.condition = condition;
        this.shape = shape;
        this.expected = expected;
    }

    /**
     * Changes all of them.
     *
     * @return the rows as they are then, in no order
     * @throws io.pgorm.client.error.WrongRowCount if {@code expectRows} said another number
     */
    public List<R> update(Update<M> changes) {
        return SetWriting.update(context, model, shape, condition, changes.assignments(), expected);
    }

    /**
     * Deletes all of them.
     *
     * @return the rows as they were, in no order
     * @throws io.pgorm.client.error.WrongRowCount if {@code expectRows} said another number
     * @throws io.pgorm.client.error.ShapeMismatch if the shape has relations: they may be gone with the rows
     */
    public List<R> delete() {
        return SetWriting.delete(context, model, shape, condition, expected);
    }
}
