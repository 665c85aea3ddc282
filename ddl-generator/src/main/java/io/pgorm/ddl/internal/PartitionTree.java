package io.pgorm.ddl.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which partitioned table is above which partition. Immutable. */
public final class PartitionTree {

    /** Of each partition and each partitioned table, the table whose declaration it stands in. */
    private final Map<QualifiedName, Table> declaring = new LinkedHashMap<>();

    public PartitionTree(Schema schema) {
        for (Table table : schema.tables()) {
            declaring.put(table.name(), table);
            add(table, table.hierarchy().partitions());
        }
    }

    private void add(Table table, List<Hierarchy.Partition> partitions) {
        for (Hierarchy.Partition partition : partitions) {
            declaring.put(partition.name(), table);
            add(table, partition.partitions());
        }
    }

    /**
     * The schema as DDL has to make it: a table that is attached takes the identity of a column from the one above,
     * and PostgreSQL refuses one that has its own.
     */
    public static Schema withoutInheritedIdentities(Schema schema) {
        PartitionTree tree = new PartitionTree(schema);
        return schema.mapTables(table -> table.hierarchy().partitionOf().isEmpty()
                ? table
                : table.withColumns(table.columns().stream()
                        .map(column ->
                                tree.isIdentityAbove(table, column) ? column.withValue(ColumnValue.NONE) : column)
                        .toList()));
    }

    /** The table whose declaration a table or a partition stands in. */
    public Optional<Table> declaring(QualifiedName name) {
        return Optional.ofNullable(declaring.get(name));
    }

    private boolean isIdentityAbove(Table table, Column column) {
        return column.value() instanceof ColumnValue.Identity
                && above(table)
                        .flatMap(parent -> parent.column(column.name()))
                        .filter(parent -> parent.value() instanceof ColumnValue.Identity)
                        .isPresent();
    }

    private Optional<Table> above(Table table) {
        return table.hierarchy().partitionOf().map(of -> declaring.get(of.parent()));
    }
}
