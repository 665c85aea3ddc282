package io.pgorm.database.catalog.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RowSecurity;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Partitions that are tables of their own only because their columns stand in another order than those of the table
 * above, as they do where a table was attached: no statement changes that, so such a partition is as good as one that was
 * made with the table above. Stateless.
 */
final class ReorderedPartitions {

    private ReorderedPartitions() {}

    /** The schema with each of them as a plain partition where the other schema has it so. */
    static Schema folded(Schema schema, Schema other) {
        Set<QualifiedName> plain = new LinkedHashSet<>();
        tables(other).values().forEach(table -> collect(table.hierarchy().partitions(), plain));
        Schema folded = schema;
        for (Table partition : tables(schema).values()) {
            if (plain.contains(partition.name())) {
                folded = fold(partition.name(), folded);
            }
        }
        return folded;
    }

    private static void collect(List<Hierarchy.Partition> partitions, Set<QualifiedName> names) {
        for (Hierarchy.Partition partition : partitions) {
            names.add(partition.name());
            collect(partition.partitions(), names);
        }
    }

    private static Map<QualifiedName, Table> tables(Schema schema) {
        Map<QualifiedName, Table> tables = new LinkedHashMap<>();
        for (SchemaObject object : schema.objects()) {
            if (object instanceof Table table) {
                tables.put(table.name(), table);
            }
        }
        return tables;
    }

    private static Schema fold(QualifiedName name, Schema schema) {
        Map<QualifiedName, Table> tables = tables(schema);
        Table partition = tables.get(name);
        if (partition == null || partition.hierarchy().partitionOf().isEmpty()) {
            return schema;
        }
        Hierarchy.PartitionOf of = partition.hierarchy().partitionOf().get();
        // above it may stand another one that is to be folded first
        Schema settled = fold(of.parent(), schema);
        Optional<Table> root = tables(settled).values().stream()
                .filter(table -> table.name().equals(of.parent())
                        || holds(table.hierarchy().partitions(), of.parent()))
                .findFirst();
        if (root.isEmpty() || !isAlike(partition, root.get())) {
            return settled;
        }
        Hierarchy.Partition folded = new Hierarchy.Partition(
                name,
                of.bound(),
                partition.hierarchy().partitionedBy(),
                partition.hierarchy().partitions(),
                partition.comment(),
                partition.span());
        Hierarchy above = root.get().hierarchy();
        Table grown = root.get()
                .withHierarchy(new Hierarchy(
                        above.inherits(),
                        above.partitionedBy(),
                        root.get().name().equals(of.parent())
                                ? added(above.partitions(), folded)
                                : below(above.partitions(), of.parent(), folded),
                        above.partitionOf()));
        List<SchemaObject> objects = new ArrayList<>();
        for (SchemaObject object : settled.objects()) {
            if (!(object instanceof Table table) || !table.name().equals(name)) {
                objects.add(object instanceof Table table && table.name().equals(grown.name()) ? grown : object);
            }
        }
        return settled.withObjects(objects);
    }

    private static boolean holds(List<Hierarchy.Partition> partitions, QualifiedName name) {
        return partitions.stream()
                .anyMatch(partition -> partition.name().equals(name) || holds(partition.partitions(), name));
    }

    private static List<Hierarchy.Partition> below(
            List<Hierarchy.Partition> partitions, QualifiedName parent, Hierarchy.Partition folded) {
        return partitions.stream()
                .map(partition -> new Hierarchy.Partition(
                        partition.name(),
                        partition.bound(),
                        partition.partitionedBy(),
                        partition.name().equals(parent)
                                ? added(partition.partitions(), folded)
                                : below(partition.partitions(), parent, folded),
                        partition.comment(),
                        partition.span()))
                .toList();
    }

    private static List<Hierarchy.Partition> added(List<Hierarchy.Partition> partitions, Hierarchy.Partition folded) {
        List<Hierarchy.Partition> all = new ArrayList<>(partitions);
        all.add(folded);
        return all.stream()
                .sorted(Comparator.comparing(partition -> partition.name().toString()))
                .toList();
    }

    /** Whether it has nothing of its own. How its indexes and constraints are called is for the planner to see. */
    private static boolean isAlike(Table partition, Table above) {
        return sorted(partition).equals(sorted(above))
                && partition.columns().stream()
                        .allMatch(column -> column.comment().isEmpty())
                && listed(partition) == listed(above)
                && partition.foreignKeys().isEmpty()
                && partition.indexes().size() == above.indexes().size()
                && partition.rowSecurity() == RowSecurity.DISABLED
                && partition.policies().isEmpty()
                && partition.triggers().isEmpty()
                && partition.storage().equals(above.storage());
    }

    /** How many constraints it has of those that a partition is read with: the others are those of the table above. */
    private static long listed(Table table) {
        return table.constraints().stream()
                .filter(constraint -> switch (constraint) {
                    case Constraint.PrimaryKey key -> true;
                    case Constraint.Unique key -> true;
                    case Constraint.Check check -> check.inherited();
                    case Constraint.Exclusion exclusion -> true;
                    case Constraint.ForeignKey key -> false;
                    case Constraint.Other other -> false;
                })
                .count();
    }

    private static List<Column> sorted(Table table) {
        return table.columns().stream()
                .map(ReorderedPartitions::below)
                .sorted(Comparator.comparing(Column::name))
                .toList();
    }

    /** The column as a partition has it, without the identity of the table above and without what is said of it there. */
    private static Column below(Column column) {
        return new Column(
                column.name(),
                column.type(),
                column.nullable(),
                column.value() instanceof ColumnValue.Identity ? ColumnValue.NONE : column.value(),
                column.collation(),
                column.storage(),
                column.compression(),
                false,
                Optional.empty(),
                column.span());
    }
}
