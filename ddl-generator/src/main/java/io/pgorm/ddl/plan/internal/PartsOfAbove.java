package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Planner;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Dependencies;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.Index;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Table;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keys and indexes that a partition has from the table above, told apart as PostgreSQL records it: two above may look the
 * same, and the names below are those that PostgreSQL gave in the order in which they were made. Immutable.
 */
final class PartsOfAbove {

    private final Planner.State before;
    private final Planner.State after;
    private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    private final Map<QualifiedName, Table> tablesAfter = new LinkedHashMap<>();

    PartsOfAbove(Planner.State before, Planner.State after) {
        this.before = before;
        this.after = after;
        before.schema().tables().forEach(table -> tables.put(table.name(), table));
        after.schema().tables().forEach(table -> tablesAfter.put(table.name(), table));
    }

    /** The part of the table above that a key or an index of a partition stands for. */
    static Optional<ObjectName> of(ObjectName part, QualifiedName parent, Dependencies dependencies) {
        return dependencies.of(part).stream()
                .filter(other -> other.kind() == part.kind() && other.name().equals(parent))
                .filter(other -> other.kind() == Kind.CONSTRAINT || other.kind() == Kind.INDEX)
                .findFirst();
    }

    /** Those of a partition that stand for what stays above, and have another name afterwards; with that name. */
    Map<String, String> renamed(Table partition, Kind kind) {
        Map<String, String> renamed = new TreeMap<>();
        if (partition.hierarchy().partitionOf().isPresent()) {
            for (String name : names(partition, kind)) {
                afterwards(partition, kind, name)
                        .filter(now -> !now.equals(name))
                        .ifPresent(now -> renamed.put(name, now));
            }
        }
        renamed.keySet().removeAll(exchanged(partition, kind, renamed));
        return renamed;
    }

    /** Which of several that look the same has which of their names makes no difference. */
    private static Set<String> exchanged(Table table, Kind kind, Map<String, String> renamed) {
        Set<String> exchanged = new LinkedHashSet<>();
        for (String first : renamed.keySet()) {
            Set<String> seen = new LinkedHashSet<>();
            String next = first;
            while (renamed.containsKey(next) && seen.add(next)) {
                next = Objects.requireNonNull(renamed.get(next));
            }
            boolean alike = seen.stream()
                            .map(name -> shape(table, kind, name).map(PartsOfAbove::nameless))
                            .distinct()
                            .count()
                    == 1;
            if (next.equals(first) && alike) {
                exchanged.addAll(seen);
            }
        }
        return exchanged;
    }

    private static Object nameless(Object part) {
        return switch (part) {
            case Index index -> PlainPartitions.named(index, "");
            case Constraint constraint ->
                Inherited.as(constraint, "").map(same -> (Object) same).orElse(constraint);
            default -> part;
        };
    }

    /** What it is called in the state after; empty where it does not stay as it is. */
    private Optional<String> afterwards(Table table, Kind kind, String name) {
        Table other = tablesAfter.get(table.name());
        if (other == null) {
            return Optional.empty();
        }
        Optional<QualifiedName> parent = table.hierarchy().partitionOf().map(Hierarchy.PartitionOf::parent);
        Optional<ObjectName> above =
                parent.flatMap(of -> of(ObjectName.part(kind, table.name(), name), of, before.dependencies()));
        if (above.isEmpty()) {
            return shape(table, kind, name).equals(shape(other, kind, name)) ? Optional.of(name) : Optional.empty();
        }
        if (!other.hierarchy().partitionOf().map(Hierarchy.PartitionOf::parent).equals(parent)) {
            return Optional.empty();
        }
        return Optional.ofNullable(tables.get(parent.get()))
                .flatMap(whole -> afterwards(whole, kind, above.get().part().orElseThrow()))
                .map(now -> ObjectName.part(kind, parent.get(), now))
                .flatMap(now -> names(other, kind).stream()
                        .filter(each -> of(
                                        ObjectName.part(kind, other.name(), each), parent.get(), after.dependencies())
                                .equals(Optional.of(now)))
                        .findFirst());
    }

    private static List<String> names(Table table, Kind kind) {
        return kind == Kind.INDEX
                ? table.indexes().stream().map(Index::name).toList()
                : table.constraints().stream().map(Constraint::name).toList();
    }

    private static Optional<?> shape(Table table, Kind kind, String name) {
        return kind == Kind.INDEX
                ? table.indexes().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                : table.constraints().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst();
    }
}
