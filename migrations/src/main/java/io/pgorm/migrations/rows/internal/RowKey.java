package io.pgorm.migrations.rows.internal;

import java.util.List;

/** A foreign key: columns of one table, and those of another that they take their values from. */
record RowKey(List<String> columns, long target, List<String> targetColumns) {
    RowKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }
}
