package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.Index;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which tables are to be partitioned in another way, or by a column of another type or collation, for which PostgreSQL has no
 * statement. Immutable once made.
 */
final class Repartitioned {

    private final Facts from;
    private final Facts to;
    private final Predicate<Fact.OfColumn> moves;
    private final Map<QualifiedName, Set<QualifiedName>> moved = new LinkedHashMap<>();
    private final Map<QualifiedName, QualifiedName> roots = new LinkedHashMap<>();

    /** @param moves whether the type or collation of a column becomes another one of the same name */
    Repartitioned(Facts from, Facts to, Predicate<Fact.OfColumn> moves) {
        this.from = from;
        this.to = to;
        this.moves = moves;
        Set<QualifiedName> changed = new TreeSet<>(Comparator.comparing(QualifiedName::toString));
        from.byId().forEach((id, fact) -> {
            if (fact instanceof Fact.OfTable(var before)
                    && to.get(id).orElse(null) instanceof Fact.OfTable(var after)
                    && isOtherwise(before.hierarchy(), after.hierarchy(), before.name())) {
                changed.add(before.name());
            }
        });
        for (QualifiedName table : changed) {
            if (from.parents(table).stream().noneMatch(changed::contains)) {
                Set<QualifiedName> all = new LinkedHashSet<>(Set.of(table));
                Set<QualifiedName> later = descendants(table, to);
                for (QualifiedName below : descendants(table, from)) {
                    if (later.contains(below) || !to.has(FactId.self(Kind.TABLE, below))) {
                        all.add(below);
                    }
                }
                moved.put(table, all);
                all.forEach(each -> roots.put(each, table));
            }
        }
    }

    private boolean isOtherwise(Hierarchy before, Hierarchy after, QualifiedName table) {
        if (!before.partitionedBy().equals(after.partitionedBy())) {
            return true;
        }
        return before.partitionedBy().stream()
                .flatMap(key -> key.keys().stream())
                .anyMatch(key -> key.target() instanceof Index.ColumnTarget(String column)
                        && from.get(FactId.part(Kind.COLUMN, table, column)).orElse(null) instanceof Fact.OfColumn old
                        && to.get(FactId.part(Kind.COLUMN, table, column)).orElse(null)
                                instanceof Fact.OfColumn(var in, Column now)
                        && (!old.column().type().sql().equals(now.type().sql())
                                || !old.column().collation().equals(now.collation())
                                || moves.test(old)));
    }

    /** The partitions of a table, at any depth. */
    static Set<QualifiedName> descendants(QualifiedName table, Facts state) {
        Set<QualifiedName> all = new LinkedHashSet<>(Set.of(table));
        boolean more = true;
        while (more) {
            more = false;
            for (Fact fact : state.byId().values()) {
                if (fact instanceof Fact.OfPartition(QualifiedName below, var of) && all.contains(of.parent())) {
                    more |= all.add(below);
                }
            }
        }
        all.remove(table);
        return all;
    }

    /** The tables that change, without those below them. */
    Set<QualifiedName> tops() {
        return moved.keySet();
    }

    /** Of a table that changes, or that is below one: the highest that changes. */
    Optional<QualifiedName> top(QualifiedName table) {
        return Optional.ofNullable(roots.get(table));
    }

    /** All tables that cannot stay as they are. */
    Set<QualifiedName> all() {
        return roots.keySet();
    }
}
