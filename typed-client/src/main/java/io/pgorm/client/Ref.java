package io.pgorm.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.TableField;
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

    /**
     * The values that a row sets for the fields of a key.
     *
     * @throws IllegalArgumentException if it does not set one of them
     */
    protected static List<Object> valuesOf(Key<?> key, Create<?> row) {
        Map<Field<?>, @Nullable Object> values = row.assignments().values();
        List<Object> found = new ArrayList<>();
        for (TableField<?, ?> field : key.fields()) {
            Object value = values.get(field);
            if (value == null) {
                throw new IllegalArgumentException("a row that may be there is found by "
                        + key.model().fieldOfColumn(field.getName()) + ": give it a value");
            }
            found.add(value);
        }
        return found;
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
                + key.fields().stream().map(Field::getName).toList();
    }
}
