package io.pgorm.client.internal;

import io.pgorm.client.Key;
import java.util.ArrayList;
import java.util.List;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Which row: the values of a key, and the version it has to have. Its values are never part of {@code toString}.
 *
 * @param version null for any
 */
public record KeyValues(
        Key<?> key, Object[] keyValues, @Nullable Long version) {

    boolean versioned() {
        return version != null;
    }

    /** The columns that find the row. */
    List<TableField<?, ?>> fields() {
        List<TableField<?, ?>> fields = new ArrayList<>(key.fields());
        if (version != null) {
            fields.add(key.model().version().orElseThrow());
        }
        return fields;
    }

    /** Their values. */
    Object[] values() {
        if (version == null) {
            return keyValues;
        }
        Object[] all = java.util.Arrays.copyOf(keyValues, keyValues.length + 1);
        Class<?> type = key.model().version().orElseThrow().getType();
        all[keyValues.length] = type == Long.class
                ? version
                : type == Integer.class
                        ? (Object) Math.toIntExact(version)
                        : (Object) Short.valueOf(version.shortValue());
        return all;
    }

    @Override
    public String toString() {
        return fields().toString();
    }
}
