package io.pgorm.client.internal;

import io.pgorm.client.Assignments;
import java.util.ArrayList;
import java.util.List;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of each column of a row comes from, in the order in which they were given. Columns are found by
 * identity, for jOOQ's compare by their names. For one thread.
 */
final class Sources {

    private final List<TableField<?, ?>> columns;
    private final List<Origin> origins;

    Sources(Assignments given) {
        TableField<?, ?>[] fields = given.columns();
        @Nullable Object[] values = given.array();
        columns = new ArrayList<>(fields.length + 2);
        origins = new ArrayList<>(fields.length + 2);
        for (int i = 0; i < fields.length; i++) {
            columns.add(fields[i]);
            origins.add(new Origin.Value(values[i]));
        }
    }

    void put(TableField<?, ?> column, Origin origin) {
        int at = indexOf(column);
        if (at >= 0) {
            origins.set(at, origin);
        } else {
            columns.add(column);
            origins.add(origin);
        }
    }

    /** Null where nothing is said of the column. */
    @Nullable
    Origin get(TableField<?, ?> column) {
        int at = indexOf(column);
        return at < 0 ? null : origins.get(at);
    }

    boolean contains(TableField<?, ?> column) {
        return indexOf(column) >= 0;
    }

    private int indexOf(TableField<?, ?> column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) == column) {
                return i;
            }
        }
        return -1;
    }

    List<TableField<?, ?>> columns() {
        return columns;
    }

    /** In the order of the columns. */
    List<Origin> origins() {
        return origins;
    }

    /** Whether the other row has the same columns, and gets each value in the same way, so that one text fits both. */
    boolean isLike(Sources other) {
        if (columns.size() != other.columns.size()) {
            return false;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) != other.columns.get(i) || !origins.get(i).isLike(other.origins.get(i))) {
                return false;
            }
        }
        return true;
    }
}
