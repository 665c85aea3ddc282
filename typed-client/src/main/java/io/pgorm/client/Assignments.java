package io.pgorm.client;

import io.pgorm.client.internal.Computed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Values for columns, in the order in which they were given, and what is to be done with related rows; of two values for
 * one column the later stands. Immutable. Its values are never part of {@code toString}.
 */
public final class Assignments {

    private static final Assignments NONE = new Assignments(null, null, null, 0, false, List.of());

    /** The assignments before this one; a chain, so that a row of many columns is put together without copies. */
    private final @Nullable Assignments before;

    private final @Nullable TableField<?, ?> column;
    private final @Nullable Object value;
    private final int size;
    private final boolean computed;
    private final List<RelatedChange> related;

    private Assignments(
            @Nullable Assignments before,
            @Nullable TableField<?, ?> column,
            @Nullable Object value,
            int size,
            boolean computed,
            List<RelatedChange> related) {
        this.before = before;
        this.column = column;
        this.value = value;
        this.size = size;
        this.computed = computed;
        this.related = related;
    }

    /** No value. */
    public static Assignments none() {
        return NONE;
    }

    /** These, and the value for the column. */
    public <T> Assignments with(TableField<?, T> newColumn, @Nullable T newValue) {
        return and(newColumn, newValue);
    }

    /** These, and how the database computes the column. */
    Assignments with(TableField<?, ?> newColumn, Computed how) {
        return and(newColumn, how);
    }

    private Assignments and(TableField<?, ?> newColumn, @Nullable Object newValue) {
        Assignments others = has(newColumn) ? without(newColumn) : this;
        boolean anyComputed = others.computed || newValue instanceof Computed;
        return new Assignments(others, newColumn, newValue, others.size + 1, anyComputed, related);
    }

    /** These, and what is to be done with the rows of a relation. */
    public Assignments with(RelatedChange change) {
        List<RelatedChange> more = new ArrayList<>(related);
        more.add(change);
        return new Assignments(before, column, value, size, computed, List.copyOf(more));
    }

    /** Whether the column has a value here. */
    public boolean has(TableField<?, ?> wanted) {
        for (Assignments at = this; at != null; at = at.before) {
            if (at.column == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Not API: the other ones, and what is here for the column. */
    public Assignments copy(TableField<?, ?> wanted, Assignments others) {
        for (Assignments at = this; at != null; at = at.before) {
            if (at.column == wanted) {
                return others.and(wanted, at.value);
            }
        }
        return others;
    }

    private Assignments without(TableField<?, ?> unwanted) {
        Assignments kept = NONE;
        TableField<?, ?>[] columns = columns();
        @Nullable Object[] values = array();
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] != unwanted) {
                boolean anyComputed = kept.computed || values[i] instanceof Computed;
                kept = new Assignments(kept, columns[i], values[i], kept.size + 1, anyComputed, related);
            }
        }
        return kept;
    }

    /** How many columns have a value. */
    public int size() {
        return size;
    }

    /** Not API: whether the database computes the value of a column. */
    public boolean isComputed() {
        return computed;
    }

    /** Whether there is nothing to write at all. */
    public boolean isEmpty() {
        return size == 0 && related.isEmpty();
    }

    /** The columns, in the order in which they were given. */
    public TableField<?, ?>[] columns() {
        TableField<?, ?>[] columns = new TableField<?, ?>[size];
        int i = size;
        for (Assignments at = this; at != null; at = at.before) {
            if (at.column != null) {
                columns[--i] = at.column;
            }
        }
        return columns;
    }

    /** The values, in the order of the columns. */
    public @Nullable Object[] array() {
        @Nullable Object[] values = new @Nullable Object[size];
        int i = size;
        for (Assignments at = this; at != null; at = at.before) {
            if (at.column != null) {
                values[--i] = at.value;
            }
        }
        return values;
    }

    /**
     * Not API: puts the values into {@code row} if the columns are exactly these, in this order, which costs no copy.
     *
     * @return whether they are
     */
    public boolean fill(TableField<?, ?>[] columns, @Nullable Object[] row) {
        if (columns.length != size || !related.isEmpty()) {
            return false;
        }
        int i = size;
        for (Assignments at = this; at != null; at = at.before) {
            if (at.column != null) {
                if (columns[--i] != at.column) {
                    return false;
                }
                row[i] = at.value;
            }
        }
        return true;
    }

    /** The values by column; a null stands for NULL. */
    public Map<Field<?>, @Nullable Object> values() {
        Map<Field<?>, @Nullable Object> map = new LinkedHashMap<>();
        TableField<?, ?>[] columns = columns();
        @Nullable Object[] values = array();
        for (int i = 0; i < columns.length; i++) {
            map.put(columns[i], values[i]);
        }
        return Collections.unmodifiableMap(map);
    }

    /** What is to be done with related rows, in the order in which it was said. */
    public List<RelatedChange> related() {
        return related;
    }

    @Override
    public String toString() {
        return values().keySet().stream().map(Field::getName).toList().toString();
    }
}
