package io.pgorm.client;

import io.pgorm.client.internal.Call;
import io.pgorm.client.internal.Lock;
import io.pgorm.client.internal.Reading;
import io.pgorm.client.internal.Writing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The row with a key, if there is one. Immutable; safe for use by several threads, unless it belongs to a transaction.
 *
 * @param <M> the record of the model
 */
public final class KeyedRow<M> {

    private final DbContext context;
    private final Key<M> key;
    private final Object[] values;
    private final @Nullable Lock lock;

    KeyedRow(DbContext context, Key<M> key, Object[] values) {
        this(context, key, values, null);
    }

    private KeyedRow(DbContext context, Key<M> key, Object[] values, @Nullable Lock lock) {
        this.context = context;
        this.key = key;
        this.values = values;
        this.lock = lock;
    }

    /** {@code fetch} locks the row against every change by others, until the transaction ends. */
    public KeyedRow<M> forUpdate() {
        return lock(Lock.Strength.UPDATE);
    }

    /** {@code fetch} locks the row against changes by others, but not against rows that point to it. */
    public KeyedRow<M> forNoKeyUpdate() {
        return lock(Lock.Strength.NO_KEY_UPDATE);
    }

    /** {@code fetch} locks the row so that others may lock it like this too, but not change it. */
    public KeyedRow<M> forShare() {
        return lock(Lock.Strength.SHARE);
    }

    /** {@code fetch} locks the row so that others may neither delete it nor change what others point to. */
    public KeyedRow<M> forKeyShare() {
        return lock(Lock.Strength.KEY_SHARE);
    }

    /** A row that somebody else has locked is as good as none. After {@link #forUpdate()} or another lock. */
    public KeyedRow<M> skipLocked() {
        return new KeyedRow<>(context, key, values, Lock.waiting(lock, Lock.Wait.SKIP_LOCKED));
    }

    /** A row that somebody else has locked is a {@link io.pgorm.client.error.LockTimeout}. After a lock. */
    public KeyedRow<M> noWait() {
        return new KeyedRow<>(context, key, values, Lock.waiting(lock, Lock.Wait.NO_WAIT));
    }

    private KeyedRow<M> lock(Lock.Strength strength) {
        return new KeyedRow<>(context, key, values, new Lock(strength, Lock.Wait.WAIT));
    }

    /** The row; empty if there is none, or none that the caller may see. */
    public Optional<M> fetch() {
        return fetch(key.model().shape());
    }

    /** The row in the shape; empty if there is none, or none that the caller may see. */
    public <R> Optional<R> fetch(Shape<R> shape) {
        return Reading.byKey(shape, key, lock).send(context.channel(), context.identity(), values);
    }

    Call<Optional<M>> call() {
        return call(key.model().shape());
    }

    <R> Call<Optional<R>> call(Shape<R> shape) {
        return Reading.byKey(shape, key, lock).with(values);
    }

    /** @throws IllegalArgumentException if it is to be sent in another way, or for somebody else */
    void requireContext(DbContext other) {
        if (!context.equals(other)) {
            throw new IllegalArgumentException("the row was named by another db than the batch: they differ in identity"
                    + " or transaction; name both by the same");
        }
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
