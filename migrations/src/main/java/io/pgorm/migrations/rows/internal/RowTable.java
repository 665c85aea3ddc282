package io.pgorm.migrations.rows.internal;

import io.pgorm.ir.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table as far as it matters for its rows.
 *
 * @param kind {@code r} with rows of its own, {@code p} partitioned, {@code f} of another server
 * @param above tables of which it is a partition or child
 */
record RowTable(
        long oid,
        QualifiedName name,
        char kind,
        List<RowColumn> columns,
        List<Condition> conditions,
        List<RowKey> keys,
        Set<Long> above) {
    RowTable {
        columns = List.copyOf(columns);
        conditions = List.copyOf(conditions);
        keys = List.copyOf(keys);
        above = Set.copyOf(above);
    }

    RowTable with(Condition condition) {
        List<Condition> more = new java.util.ArrayList<>(conditions);
        more.add(condition);
        return new RowTable(oid, name, kind, columns, more, keys, above);
    }

    /** As it stands behind FROM where its own rows are meant. */
    String from() {
        return (kind == 'p' ? "" : "ONLY ") + qualified();
    }

    String qualified() {
        return io.pgorm.ir.sql.Identifiers.quote(name.schema()) + "." + io.pgorm.ir.sql.Identifiers.quote(name.name());
    }

    Optional<RowColumn> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }
}
