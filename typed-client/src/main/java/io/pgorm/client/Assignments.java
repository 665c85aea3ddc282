package io.pgorm.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Values for columns, in the order in which they were given; of two for one column the later stands. Immutable. Its
 * values are never part of {@code toString}.
 */
public final class Assignments {

    private static final Assignments NONE = new Assignments(Map.of());

    private final Map<Field<?>, @Nullable Object> values;

    private Assignments(Map<Field<?>, @Nullable Object> values) {
        this.values = values;
    }

    /** No value. */
    public static Assignments none() {
        return NONE;
    }

    /** These, and the value for the column. */
    public <T> Assignments with(TableField<?, T> column, @Nullable T value) {
        Map<Field<?>, @Nullable Object> more = new LinkedHashMap<>(values);
        more.put(column, value);
        return new Assignments(more);
    }

    /** The values by column; a null stands for NULL. */
    public Map<Field<?>, @Nullable Object> values() {
        return Collections.unmodifiableMap(values);
    }

    @Override
    public String toString() {
        return values.keySet().stream().map(Field::getName).toList().toString();
    }
}
