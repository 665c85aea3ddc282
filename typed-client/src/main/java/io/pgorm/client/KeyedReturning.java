package io.pgorm.client;

import io.pgorm.client.error.StaleVersion;
import io.pgorm.client.internal.KeyValues;
import io.pgorm.client.internal.Writing;
import java.util.Optional;

/**
 * Changes of the row with a key that give back what is in a shape, in one round trip.
 *
 * <p>Immutable; safe for use by several threads, unless it belongs to a transaction.
 *
 * @param <M> the record of the model
 * @param <R> what is made of the row
 */
public final class KeyedReturning<M, R> {

    private final DbContext context;
    private final KeyValues at;
    private final Shape<R> shape;

    KeyedReturning(DbContext context, KeyValues at, Shape<R> shape) {
        this.context = context;
        this.at = at;
        this.shape = shape;
    }

    /**
     * Changes the row.
     *
     * @return the row as it is then; empty if there is none, or none that the caller may change
     * @throws StaleVersion if the row does not have the version that was said
     */
    public Optional<R> update(Update<M> changes) {
        return current(Writing.updateByKey(context, at, shape, changes.assignments()));
    }

    /**
     * Deletes the row.
     *
     * @return the row as it was; a shape with relations is read before the row goes, since they may go with it. Empty if
     *     there is none, or none that the caller may delete
     * @throws StaleVersion if the row does not have the version that was said
     */
    public Optional<R> delete() {
        return current(Writing.deleteByKey(context, at, shape));
    }

    private Optional<R> current(Optional<R> row) {
        Long version = at.version();
        if (row.isEmpty() && version != null) {
            throw new StaleVersion(at.key().model().name(), version);
        }
        return row;
    }
}
