package io.pgorm.client;

import io.pgorm.client.internal.Reading;
import io.pgorm.client.internal.Writing;
import java.util.Optional;

/**
 * The row with a key, if there is one. Immutable; safe for use by several threads, unless it belongs to a transaction.
 *
 * @param <M> the record of the model
 */
public final class KeyedRow<M> {

    private final DbContext context;
    private final Key<M> key;
    private final Object[] values;

    KeyedRow(DbContext context, Key<M> key, Object[] values) {
        this.context = context;
        this.key = key;
        this.values = values;
    }

    /** The row; empty if there is none, or none that the caller may see. */
    public Optional<M> fetch() {
        return fetch(key.model().shape());
    }

    /** The row in the shape; empty if there is none, or none that the caller may see. */
    public <R> Optional<R> fetch(Shape<R> shape) {
        return Reading.byKey(context.channel(), context.identity(), shape, key, values).stream()
                .findFirst();
    }

    /**
     * Changes the row.
     *
     * @return the row as it is then; empty if there is none, or none that the caller may change
     */
    public Optional<M> update(Update<M> changes) {
        return Writing.updateByKey(context.channel(), context.identity(), key, values, changes.assignments());
    }

    /**
     * Deletes the row.
     *
     * @return whether there was one, and one that the caller may delete
     */
    public boolean delete() {
        return Writing.deleteByKey(context.channel(), context.identity(), key, values);
    }
}
