package io.pgorm.client.internal;

import org.jooq.TableField;

/**
 * A row as later steps see it.
 *
 * @param row which row of the step, counted from 1
 * @param sources what it was given
 */
record NestedHandle(NestedStep step, int row, Sources sources) {

    /** The value of a column: what was given, where it was given, for then it need not be asked for. */
    Origin column(TableField<?, ?> column) {
        Origin given = sources.get(column);
        return given instanceof Origin.Value ? given : new Origin.Written(step, row, column);
    }
}
