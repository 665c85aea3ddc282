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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Indexes and keys of partitions that have nothing of their own, by the names that PostgreSQL records of them: it gave
 * these in the order in which they were made, which nobody knows any more. Where the partition stays as it is below its
 * table they are of no interest: what happens to the index above happens to them.
 */
final class RecordedParts {

    private final Map<ObjectName, List<ObjectName>> below = new LinkedHashMap<>();
    private final Set<QualifiedName> staying = new LinkedHashSet<>();

    RecordedParts(Dependencies dependencies, Schema schema, Schema other) {
        dependencies.uses().forEach((user, all) -> {
            if (user.kind() == Kind.INDEX || user.kind() == Kind.CONSTRAINT) {
                all.stream()
                        .filter(needed -> needed.kind() == user.kind() && !isReference(all, needed))
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

    /** A foreign key needs a key as well, and the columns of its table: what stands for a key in a partition does not. */
    private static boolean isReference(Set<ObjectName> needed, ObjectName key) {
        return needed.stream()
                .anyMatch(other -> other.kind() == Kind.COLUMN && other.name().equals(key.name()));
    }

    private static Map<QualifiedName, QualifiedName> parents(Schema schema) {
        Map<QualifiedName, QualifiedName> parents = new LinkedHashMap<>();
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
     * The indexes of a partition; empty where they are of no interest, or nothing is recorded.
     *
     * @param root the table that says what they are
     */
    Optional<List<Index>> indexes(Table root, QualifiedName partition) {
        if (below.isEmpty() || staying.contains(partition)) {
            return Optional.empty();
        }
        List<Index> found = new ArrayList<>();
        for (Index index : root.indexes()) {
            name(Kind.INDEX, root, index.name(), partition)
                    .ifPresent(name -> found.add(PlainPartitions.named(index, name)));
        }
        return Optional.of(found);
    }

    /** What a key of the table above is called in a partition; empty where that is of no interest, or not recorded. */
    Optional<String> key(Table root, String constraint, QualifiedName partition) {
        return staying.contains(partition) ? Optional.empty() : name(Kind.CONSTRAINT, root, constraint, partition);
    }

    private Optional<String> name(Kind kind, Table root, String part, QualifiedName partition) {
        return under(ObjectName.part(kind, root.name(), part), partition);
    }

    /** The name of what a partition, at whatever depth, has for a part above. */
    private Optional<String> under(ObjectName above, QualifiedName partition) {
        for (ObjectName part : below.getOrDefault(above, List.of())) {
            Optional<String> name = part.name().equals(partition) ? part.part() : under(part, partition);
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }
}
