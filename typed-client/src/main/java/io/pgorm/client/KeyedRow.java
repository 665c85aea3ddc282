package io.pgorm.client;

import io.pgorm.client.error.StaleVersion;
import io.pgorm.client.internal.Call;
import io.pgorm.client.internal.KeyValues;
import io.pgorm.client.internal.Lock;
import io.pgorm.client.internal.RawInput;
import io.pgorm.client.internal.Reading;
import io.pgorm.client.internal.Writing;
import java.time.Duration;
import java.util.Map;
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
    private final @Nullable Long version;

    KeyedRow(DbContext context, Key<M> key, Object[] values) {
        this(context, key, values, null, null);
    }

    private KeyedRow(DbContext context, Key<M> key, Object[] values, @Nullable Lock lock, @Nullable Long version) {
        this.context = context;
        this.key = key;
        this.values = values;
        this.lock = lock;
        this.version = version;
    }

    /**
     * What is done with the row takes no longer than this; see {@link AbstractDb#withTimeout}. For {@code batch} say it of the db.
     *
     * @throws IllegalArgumentException if it is less than a millisecond
     */
    public KeyedRow<M> timeout(Duration limit) {
        return new KeyedRow<>(context.withTimeout(limit), key, values, lock, version);
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
        return new KeyedRow<>(context, key, values, Lock.waiting(lock, Lock.Wait.SKIP_LOCKED), version);
    }

    /** A row that somebody else has locked is a {@link io.pgorm.client.error.LockTimeout}. After a lock. */
    public KeyedRow<M> noWait() {
        return new KeyedRow<>(context, key, values, Lock.waiting(lock, Lock.Wait.NO_WAIT), version);
    }

    private KeyedRow<M> lock(Lock.Strength strength) {
        return new KeyedRow<>(context, key, values, new Lock(strength, Lock.Wait.WAIT), version);
    }

    /** The row; empty if there is none, or none that the caller may see. */
    public Optional<M> fetch() {
        return fetch(key.model().shape());
    }

    /** The row in the shape; empty if there is none, or none that the caller may see. */
    public <R> Optional<R> fetch(Shape<R> shape) {
        return Reading.byKey(shape, key, lock).send(context.channel(), context.identity(), values);
    }

    /** The row as JSON that PostgreSQL makes; nothing is sent before it is asked for. */
    public JsonRow asJson() {
        return asJson(key.model().shape());
    }

    /** The row in the shape, as JSON that PostgreSQL makes; nothing is sent before it is asked for. */
    public JsonRow asJson(Shape<?> shape) {
        return new JsonRow(context, shape, key, values, lock);
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
     * Only if that is still its version: {@code byId(7).ifVersion(doc.version()).update(...)}. Each update counts the
     * version up; {@code update} and {@code delete} throw {@link StaleVersion} where the row has another by now.
     *
     * @throws IllegalStateException if no field of the model is marked {@code @version}
     */
    public KeyedRow<M> ifVersion(long version) {
        if (key.model().version().isEmpty()) {
            throw new IllegalStateException(
                    key.model().name() + " has no version: mark an integer field of it with @version in the schema");
        }
        return new KeyedRow<>(context, key, values, lock, version);
    }

    /** Changes that give back what is in the shape, relations too, in the same round trip. */
    public <R> KeyedReturning<M, R> returning(Shape<R> shape) {
        return new KeyedReturning<>(context, new KeyValues(key, values, version), shape);
    }

    /**
     * Changes the row.
     *
     * @return the row as it is then; empty if there is none, or none that the caller may change
     * @throws StaleVersion if the row does not have the version of {@link #ifVersion}
     */
    public Optional<M> update(Update<M> changes) {
        return returning(key.model().shape()).update(changes);
    }

    /**
     * Changes the row to values by the names of their fields, as they come from outside.
     *
     * @return the row as it is then; empty if there is none, or none that the caller may change
     * @throws IllegalArgumentException if there is no value, a name is no field, or a value has another type
     * @throws StaleVersion if the row does not have the version of {@link #ifVersion}
     */
    public Optional<M> updateFrom(Map<String, ?> input) {
        Assignments changes = RawInput.update(key.model(), input);
        return update(() -> changes);
    }

    /**
     * Deletes the row.
     *
     * @return whether there was one, and one that the caller may delete
     * @throws StaleVersion if the row does not have the version of {@link #ifVersion}
     */
    public boolean delete() {
        boolean deleted = Writing.deleteByKey(context, new KeyValues(key, values, version));
        if (!deleted && version != null) {
            throw new StaleVersion(key.model().name(), version);
        }
        return deleted;
    }
}
