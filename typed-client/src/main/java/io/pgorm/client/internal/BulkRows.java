package io.pgorm.client.internal;

import io.pgorm.client.Assignments;
import io.pgorm.client.ModelType;
import io.pgorm.client.NestedCreate;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Rows for the same columns, in the order in which they came. For one thread.
 *
 * @param formats of the columns
 */
record BulkRows(ModelType<?> model, Columns columns, ColumnFormat[] formats, List<@Nullable Object[]> rows) {

    static BulkRows of(ModelType<?> model, Columns columns) {
        ColumnFormat[] formats = columns.list().stream()
                .map(column -> ColumnFormat.of(model, column))
                .toArray(ColumnFormat[]::new);
        return new BulkRows(model, columns, formats, new ArrayList<>());
    }

    /** Sorts rows by the columns that they have values for. */
    static Collection<BulkRows> grouped(ModelType<?> model, List<? extends NestedCreate<?>> rows) {
        Map<Columns, BulkRows> groups = new LinkedHashMap<>();
        BulkRows last = null;
        for (NestedCreate<?> row : rows) {
            Assignments assignments = plain(model, row);
            if (last != null && last.add(assignments)) {
                continue;
            }
            last = groups.computeIfAbsent(Columns.of(assignments.columns()), columns -> of(model, columns));
            last.rows.add(assignments.array());
        }
        return groups.values();
    }

    /**
     * The rows, where all of them set the same fields.
     *
     * @param what names them
     * @throws IllegalArgumentException if they do not
     */
    static BulkRows onlyOne(Collection<BulkRows> groups, String what) {
        BulkRows first = groups.iterator().next();
        if (groups.size() > 1) {
            throw new IllegalArgumentException(what + " have to set the same fields, in the same order; these "
                    + first.model.name() + " rows set "
                    + groups.stream().map(group -> group.columns.list()).toList());
        }
        return first;
    }

    private boolean add(Assignments assignments) {
        @Nullable Object[] row = new @Nullable Object[columns.size()];
        return assignments.fill(columns.array(), row) && rows.add(row);
    }

    /** @throws IllegalArgumentException if something is to be done with related rows */
    static Assignments plain(ModelType<?> model, NestedCreate<?> row) {
        Assignments assignments = row.assignments();
        if (!assignments.related().isEmpty()) {
            throw new IllegalArgumentException("rows of " + model.name()
                    + " that are merged, upserted by upsertMany or given back by createMany stand alone; write those"
                    + " with related rows by createMany without returning, or by create or upsert, one round trip"
                    + " each");
        }
        return assignments;
    }

    int size() {
        return rows.size();
    }

    /** Whether every value can travel as text, or as an element of an array. */
    boolean hasText() {
        return java.util.Arrays.stream(formats).allMatch(format -> format.text() != null);
    }

    boolean hasBinary() {
        return java.util.Arrays.stream(formats).allMatch(format -> format.binary() != null);
    }

    /** The values of a column as the array that {@link Unnest} binds. */
    @Nullable
    Object[] array(int column) {
        ColumnFormat format = formats[column];
        boolean typed = ArrayParameter.isTyped(format.type());
        @Nullable
        Object[] array = (@Nullable Object[]) Array.newInstance(typed ? format.type() : String.class, rows.size());
        for (int i = 0; i < array.length; i++) {
            Object value = rows.get(i)[column];
            array[i] = !typed
                    ? format.asText(value)
                    : value == null ? null : format.base().apply(value);
        }
        return array;
    }

    /** The values of all columns, as the arguments of {@link Unnest}. */
    Object[] arrays() {
        Object[] arrays = new Object[columns.size()];
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = array(i);
        }
        return arrays;
    }

    TableField<?, ?> column(int index) {
        return columns.array()[index];
    }
}
