package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.Dependencies;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.Index;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Indexes over expressions of partitions that have nothing of their own. Their names are PostgreSQL's affair, and are
 * known only from what it records of them. Where the partition stays below its table they are of no interest: what
 * happens to the index above happens to them.
 */
final class ExpressionIndexes {

    private final Map<ObjectName, List<ObjectName>> below = new HashMap<>();
    private final Set<QualifiedName> staying = new HashSet<>();

    ExpressionIndexes(Dependencies dependencies, Schema schema, Schema other) {
        dependencies.uses().forEach((user, all) -> {
            if (user.kind() == Kind.INDEX) {
                all.stream()
                        .filter(needed -> needed.kind() == Kind.INDEX)
                        .forEach(above -> below.computeIfAbsent(above, key -> new ArrayList<>())
                                .add(user));
            }
        });
        Map<QualifiedName, QualifiedName> here = parents(schema);
        parents(other).forEach((partition, parent) -> {
            if (parent.equals(here.get(partition))) {
                staying.add(partition);
            }
        });
    }

    private static Map<QualifiedName, QualifiedName> parents(Schema schema) {
        Map<QualifiedName, QualifiedName> parents = new HashMap<>();
        schema.objects().forEach(object -> {
            if (object instanceof Table table) {
                collect(table.name(), table.hierarchy().partitions(), parents);
            }
        });
        return parents;
    }

    private static void collect(
            QualifiedName parent, List<Hierarchy.Partition> partitions, Map<QualifiedName, QualifiedName> parents) {
        for (Hierarchy.Partition partition : partitions) {
            parents.put(partition.name(), parent);
            collect(partition.name(), partition.partitions(), parents);
        }
    }

    /**
     * Those of a partition.
     *
     * @param root the table that says what they are
     */
    List<Index> of(Table root, QualifiedName partition) {
        List<Index> found = new ArrayList<>();
        if (below.isEmpty() || staying.contains(partition)) {
            return found;
        }
        for (Index index : root.indexes()) {
            if (PlainPartitions.hasExpression(index)) {
                under(ObjectName.part(Kind.INDEX, root.name(), index.name()), partition)
                        .ifPresent(name -> found.add(PlainPartitions.named(index, name)));
            }
        }
        return found;
    }

    /** The name of the index that a partition, at whatever depth, has for one above. */
    private Optional<String> under(ObjectName above, QualifiedName partition) {
        for (ObjectName index : below.getOrDefault(above, List.of())) {
            Optional<String> name = index.name().equals(partition) ? index.part() : under(index, partition);
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }
}
