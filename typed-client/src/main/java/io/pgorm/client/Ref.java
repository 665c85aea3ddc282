package io.pgorm.client;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row named by a key, to be related to the row that is written. Made by generated code: {@code TagRef.connect(7)}.
 * Immutable. Its values are never part of {@code toString}.
 *
 * @param <M> the record of the model
 */
public abstract class Ref<M> {

    private final Key<M> key;
    private final List<Object> values;
    private final @Nullable Create<M> otherwise;

    /**
     * @param values of the key's fields, in their order
     * @param otherwise what to insert where there is no such row; null for an error
     */
    protected Ref(Key<M> key, List<Object> values, @Nullable Create<M> otherwise) {
        this.key = key;
        this.values = List.copyOf(values);
        this.otherwise = otherwise;
    }

    /** Not API. */
    public final Key<M> key() {
        return key;
    }

    /** Not API: the values of the key. */
    public final List<Object> values() {
        return values;
    }

    /** Not API: what is inserted where there is no such row. */
    public final Optional<Create<M>> otherwise() {
        return Optional.ofNullable(otherwise);
    }

    @Override
    public final String toString() {
        return key.model().name() + " by "
                + key.fields().stream().map(org.jooq.Field::getName).toList();
    }
}
