package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.Index;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.sql.Identifiers;
import io.pgorm.ir.sql.Literals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tables that are to be partitioned in another way, for which PostgreSQL has no statement: the old one, with its
 * partitions, moves into a schema of its own, so that all names are free; the new one is made, the rows are copied, and
 * what is left goes. Immutable once made.
 */
final class Copies {

    private final Frame frame;
    private final Facts from;
    private final Facts to;
    private final Map<QualifiedName, Set<QualifiedName>> moved = new LinkedHashMap<>();
    private final Map<QualifiedName, QualifiedName> roots = new HashMap<>();

    Copies(Frame frame) {
        this.frame = frame;
        this.from = frame.from();
        this.to = frame.to();
        Set<QualifiedName> changed = new TreeSet<>(java.util.Comparator.comparing(QualifiedName::toString));
        from.byId().forEach((id, fact) -> {
            if (fact instanceof Fact.OfTable(var before)
                    && to.get(id).orElse(null) instanceof Fact.OfTable(var after)
                    && isOtherwise(before.hierarchy(), after.hierarchy(), before.name())) {
                changed.add(before.name());
            }
        });
        for (QualifiedName table : changed) {
            if (from.parents(table).stream().noneMatch(changed::contains)) {
                Set<QualifiedName> all = new HashSet<>(Set.of(table));
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
                        && from.get(FactId.part(Kind.COLUMN, table, column)).orElse(null)
                                instanceof Fact.OfColumn(var of, Column old)
                        && to.get(FactId.part(Kind.COLUMN, table, column)).orElse(null)
                                instanceof Fact.OfColumn(var in, Column now)
                        && !old.type().sql().equals(now.type().sql()));
    }

    private static Set<QualifiedName> descendants(QualifiedName table, Facts state) {
        Set<QualifiedName> all = new HashSet<>(Set.of(table));
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

    /** The tables that move aside. */
    Set<FactId> all() {
        Set<FactId> all = new TreeSet<>();
        roots.keySet().forEach(table -> all.add(FactId.self(Kind.TABLE, table)));
        return all;
    }

    private static FactId copied(QualifiedName root) {
        return FactId.self(Kind.TABLE, root).interim("copied");
    }

    private QualifiedName aside(QualifiedName table) {
        String name = "before_" + Objects.requireNonNull(roots.get(table)).name();
        while (Identifiers.byteLength(name) > Identifiers.MAX_BYTES) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return new QualifiedName(name, table.name());
    }

    List<Action> adjust(List<Action> actions) {
        if (moved.isEmpty()) {
            return actions;
        }
        Set<FactId> produced = new HashSet<>();
        actions.forEach(action -> produced.addAll(action.produces()));
        List<Action> adjusted = new ArrayList<>();
        actions.forEach(action -> adjusted.add(adjust(action)));
        moved.keySet().forEach(root -> adjusted.add(copy(root, produced)));
        return adjusted;
    }

    private Action adjust(Action action) {
        FactId id = action.about();
        if (id.aspect() == Aspect.SELF
                && id.object().kind() == Kind.TABLE
                && roots.containsKey(id.object().name())
                && action.destroys().contains(id)) {
            return action.withSteps(move(id.object().name()));
        }
        Action waiting = action;
        for (QualifiedName root : moved.keySet()) {
            if (id.aspect() == Aspect.ATTACHED
                    && descendants(root, to).contains(id.object().name())) {
                waiting = beforeCopy(waiting, root);
            }
            if (action.produces().contains(id) && isAfterCopy(id, root)) {
                waiting = waiting.needing(Set.of(copied(root)));
            }
        }
        return waiting;
    }

    /** A partition is attached without waiting for what comes after the copy. */
    private Action beforeCopy(Action action, QualifiedName root) {
        Set<FactId> needs = new HashSet<>(action.needs());
        needs.removeIf(need -> need.aspect() == Aspect.INTERIM && isAfterCopy(FactId.self(need.object()), root));
        return new Action(
                action.about(),
                action.steps(),
                action.produces(),
                action.changes(),
                action.destroys(),
                needs,
                action.phase());
    }

    /** The old table leaves those above it and goes into a schema of its own. */
    private List<Step> move(QualifiedName table) {
        List<Step> steps = new ArrayList<>();
        FactId link = FactId.self(Kind.TABLE, table).with(Aspect.ATTACHED);
        from.get(link)
                .filter(fact ->
                        !roots.containsKey(((Fact.OfPartition) fact).of().parent()))
                .ifPresent(fact -> steps.addAll(Removal.steps(fact, frame)));
        String schema = Removal.quoted(aside(table).schema());
        steps.add(Step.of("CREATE SCHEMA IF NOT EXISTS " + schema));
        steps.add(Removal.alter(table, "SET SCHEMA " + schema).with(Hazard.BREAKS_RUNNING_APP));
        return steps;
    }

    /** What would slow the copy down, or look at rows that are not there yet. */
    private boolean isAfterCopy(FactId id, QualifiedName root) {
        if (!to.has(id)) {
            return false;
        }
        Set<QualifiedName> tables = new HashSet<>(descendants(root, to));
        tables.add(root);
        return switch (to.the(id)) {
            case Fact.OfConstraint(QualifiedName table, Constraint.ForeignKey key) ->
                tables.contains(table) || tables.contains(key.target());
            case Fact.OfView view -> true;
            case Fact.OfSequenceOwner owner ->
                owner.sequence()
                        .ownedBy()
                        .filter(of -> tables.contains(of.table()))
                        .isPresent();
            // those of partitions have to be there before the one above
            case Fact.OfIndex index -> index.relation().name().equals(root);
            case Fact.OfTrigger trigger -> tables.contains(trigger.relation().name());
            case Fact.OfPolicy policy -> tables.contains(policy.table());
            case Fact.OfRowSecurity security -> tables.contains(security.table());
            case Fact.OfReplicaIdentity identity -> tables.contains(identity.table());
            default -> false;
        };
    }

    private Action copy(QualifiedName root, Set<FactId> produced) {
        Set<FactId> needs = new HashSet<>();
        Set<QualifiedName> tables = new HashSet<>(descendants(root, to));
        tables.add(root);
        for (FactId id : produced) {
            boolean form = id.aspect() == Aspect.SELF && id.object().kind() == Kind.TABLE
                    || id.aspect() == Aspect.ATTACHED
                    || id.object().kind() == Kind.COLUMN
                            && (id.aspect() == Aspect.SELF || id.aspect() == Aspect.DEFAULT);
            if (form && tables.contains(id.object().name())) {
                needs.add(id);
            }
        }
        return new Action(copied(root), steps(root), Set.of(copied(root)), Set.of(), Set.of()).needing(needs);
    }

    private List<Step> steps(QualifiedName root) {
        QualifiedName old = aside(root);
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        List<Step> counters = new ArrayList<>();
        for (Fact fact : to.partsOf(root)) {
            if (fact instanceof Fact.OfColumn(var table, Column now)
                    && !(now.value() instanceof ColumnValue.Generated)
                    && from.get(fact.id()).orElse(null) instanceof Fact.OfColumn(var in, Column before)) {
                String name = Removal.quoted(now.name());
                TypeChange type = TypeChange.between(before.type(), now.type(), from, to);
                String using = type.clause(name);
                names.add(name);
                values.add(using.isEmpty() ? name : using.substring(" USING ".length()));
                counters.addAll(counter(root, fact.id(), before, now));
            }
        }
        List<Step> steps = new ArrayList<>();
        if (!names.isEmpty()) {
            steps.add(Step.of(
                    "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s"
                            .formatted(root.sql(), String.join(", ", names), String.join(", ", values), old.sql()),
                    Lock.ACCESS_EXCLUSIVE,
                    Hazard.REWRITES_TABLE,
                    Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
                    Hazard.MAY_FAIL_ON_DATA));
        }
        steps.addAll(counters);
        steps.add(Step.of("DROP TABLE " + old.sql(), Lock.ACCESS_EXCLUSIVE));
        steps.add(Step.of("DROP SCHEMA " + Removal.quoted(old.schema())));
        return steps;
    }

    private List<Step> counter(QualifiedName root, FactId column, Column before, Column now) {
        if (!(now.value() instanceof ColumnValue.Identity identity)) {
            return List.of();
        }
        QualifiedName sequence = Handover.identitySequence(column, identity);
        if (before.value() instanceof ColumnValue.Identity earlier) {
            QualifiedName old = new QualifiedName(
                    aside(root).schema(),
                    Handover.identitySequence(column, earlier).name());
            return List.of(Step.of("SELECT setval(%s, last_value, is_called) FROM %s"
                    .formatted(Literals.quote(sequence.sql()), old.sql())));
        }
        return List.of(Handover.aboveRows(root, now.name(), sequence, identity.options(), now.type()));
    }
}
