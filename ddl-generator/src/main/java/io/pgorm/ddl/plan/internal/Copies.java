package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.sql.Identifiers;
import io.pgorm.ir.sql.Literals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Repartitioned moved;

    Copies(Frame frame) {
        this.frame = frame;
        this.from = frame.from();
        this.to = frame.to();
        this.moved = frame.exchange().repartitioned();
    }

    /** The tables that move aside. */
    Set<FactId> all() {
        Set<FactId> all = new TreeSet<>();
        moved.all().forEach(table -> all.add(FactId.self(Kind.TABLE, table)));
        return all;
    }

    private static FactId copied(QualifiedName root) {
        return FactId.self(Kind.TABLE, root).interim("copied");
    }

    private QualifiedName aside(QualifiedName table) {
        String name = "before_" + moved.top(table).orElseThrow().name();
        while (Identifiers.byteLength(name) > Identifiers.MAX_BYTES) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return new QualifiedName(name, table.name());
    }

    List<Action> adjust(List<Action> actions) {
        if (moved.all().isEmpty()) {
            return actions;
        }
        Set<FactId> produced = new LinkedHashSet<>();
        Set<FactId> destroyed = new LinkedHashSet<>();
        actions.forEach(action -> {
            produced.addAll(action.produces());
            destroyed.addAll(action.destroys());
        });
        Map<FactId, Set<FactId>> kept = new LinkedHashMap<>();
        Map<FactId, List<Step>> stripped = new LinkedHashMap<>();
        actions.stream()
                .filter(this::isMove)
                .forEach(action -> stripped.put(action.about(), hold(action, produced, destroyed, kept)));
        List<Action> adjusted = new ArrayList<>();
        actions.forEach(action -> adjusted.add(afterThoseWhoNeedIt(adjust(action, stripped), kept)));
        moved.tops().forEach(root -> adjusted.add(copy(root, produced)));
        return adjusted;
    }

    private boolean isMove(Action action) {
        FactId id = action.about();
        return id.aspect() == Aspect.SELF
                && id.object().kind() == Kind.TABLE
                && moved.all().contains(id.object().name())
                && action.destroys().contains(id);
    }

    /**
     * The old table needs things that go until it goes itself. What is made anew under its name cannot wait for that:
     * an index or a generated column that needs it is dropped from the old table.
     *
     * @param kept to be filled with what has to wait, and for the copies of which tables
     */
    private List<Step> hold(Action move, Set<FactId> produced, Set<FactId> destroyed, Map<FactId, Set<FactId>> kept) {
        QualifiedName table = move.about().object().name();
        QualifiedName root = moved.top(table).orElseThrow();
        List<Step> stripped = new ArrayList<>();
        Set<FactId> columns = new TreeSet<>();
        for (FactId part : new TreeSet<>(move.destroys())) {
            for (FactId needed : frame.before().needs(part)) {
                if (!destroyed.contains(needed) || move.destroys().contains(needed) || goesAlong(needed, table)) {
                    continue;
                }
                if (frame.exchange().asideName(needed).isPresent()) {
                    kept.computeIfAbsent(needed.with(Aspect.ASIDE), key -> new LinkedHashSet<>())
                            .add(copied(root));
                } else if (!produced.contains(needed)) {
                    kept.computeIfAbsent(needed, key -> new LinkedHashSet<>()).add(copied(root));
                } else if (table.equals(root)) {
                    strip(from.the(part), aside(table), columns).ifPresent(stripped::add);
                }
            }
        }
        return stripped;
    }

    /** The table leaves its schema and the table above it, and those below it move with it. */
    private boolean goesAlong(FactId needed, QualifiedName table) {
        QualifiedName name = needed.object().name();
        return needed.object().kind() == Kind.SCHEMA
                || needed.object().kind() != Kind.TYPE
                        && (moved.all().contains(name) || from.parents(table).contains(name));
    }

    private static Optional<Step> strip(Fact part, QualifiedName table, Set<FactId> columns) {
        return switch (part) {
            case Fact.OfColumn(var of, var column)
            when column.value() instanceof ColumnValue.Generated && columns.add(part.id()) ->
                Optional.of(Removal.alter(table, "DROP COLUMN " + Removal.quoted(column.name())));
            case Fact.OfIndex(var relation, var index)
            when columns.add(part.id()) ->
                Optional.of(Step.of(
                        "DROP INDEX " + new QualifiedName(table.schema(), index.name()).sql(), Lock.ACCESS_EXCLUSIVE));
            case Fact other -> Optional.empty();
        };
    }

    private static Action afterThoseWhoNeedIt(Action action, Map<FactId, Set<FactId>> kept) {
        Set<FactId> copies = new LinkedHashSet<>();
        action.destroys().forEach(id -> copies.addAll(kept.getOrDefault(id, Set.of())));
        return copies.isEmpty() || action.produces().stream().anyMatch(copies::contains)
                ? action
                : action.needing(copies);
    }

    private Action adjust(Action action, Map<FactId, List<Step>> stripped) {
        FactId id = action.about();
        if (isMove(action)) {
            List<Step> steps = new ArrayList<>(move(id.object().name()));
            steps.addAll(stripped.getOrDefault(id, List.of()));
            return action.withSteps(steps);
        }
        Action waiting = action;
        for (QualifiedName root : moved.tops()) {
            if (id.aspect() == Aspect.ATTACHED
                    && Repartitioned.descendants(root, to).contains(id.object().name())) {
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
        Set<FactId> needs = new LinkedHashSet<>(action.needs());
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
                        !moved.all().contains(((Fact.OfPartition) fact).of().parent()))
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
        Set<QualifiedName> tables = new LinkedHashSet<>(Repartitioned.descendants(root, to));
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
        Set<FactId> needs = new LinkedHashSet<>();
        Set<QualifiedName> tables = new LinkedHashSet<>(Repartitioned.descendants(root, to));
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
        boolean loses = false;
        for (Fact fact : to.partsOf(root)) {
            if (fact instanceof Fact.OfColumn(var table, Column now)
                    && !(now.value() instanceof ColumnValue.Generated)
                    && from.get(fact.id()).orElse(null) instanceof Fact.OfColumn(var in, Column before)) {
                String name = Removal.quoted(now.name());
                names.add(name);
                values.add(value(new Fact.OfColumn(table, before), now, name));
                loses |= losesValues(new Fact.OfColumn(table, before), now);
                counters.addAll(counter(root, fact.id(), before, now));
            }
        }
        List<Step> steps = new ArrayList<>();
        // rows of which no value is kept are rows all the same
        String into = names.isEmpty() ? "" : " (" + String.join(", ", names) + ")";
        String what = values.isEmpty() ? "" : " " + String.join(", ", values);
        Step copy = Step.of(
                "INSERT INTO %s%s OVERRIDING SYSTEM VALUE SELECT%s FROM %s"
                        .formatted(root.sql(), into, what, old.sql()),
                Lock.ACCESS_EXCLUSIVE,
                Hazard.REWRITES_TABLE,
                Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
                Hazard.MAY_FAIL_ON_DATA);
        steps.add(loses ? copy.with(Hazard.DELETES_DATA) : copy);
        steps.addAll(counters);
        Step drop = Step.of("DROP TABLE " + old.sql(), Lock.ACCESS_EXCLUSIVE);
        steps.add(losesValues(root) ? drop.with(Hazard.DELETES_DATA, Hazard.IRREVERSIBLE) : drop);
        steps.add(Step.of("DROP SCHEMA " + Removal.quoted(old.schema())));
        return steps;
    }

    private boolean losesValues(QualifiedName root) {
        return from.partsOf(root).stream()
                .anyMatch(fact -> fact instanceof Fact.OfColumn(var table, var column)
                        && !(column.value() instanceof ColumnValue.Generated)
                        && !to.has(fact.id()));
    }

    private boolean losesValues(Fact.OfColumn before, Column now) {
        return !(now.value() instanceof ColumnValue.Generated)
                && (frame.exchange().moves(before)
                        ? frame.exchange().loses(before, now)
                        : TypeChange.between(before.column().type(), now.type(), from, to)
                                .loses());
    }

    private String value(Fact.OfColumn before, Column now, String name) {
        if (frame.exchange().moves(before)) {
            return frame.exchange().using(before, now);
        }
        String using =
                TypeChange.between(before.column().type(), now.type(), from, to).clause(name);
        return using.isEmpty() ? name : using.substring(" USING ".length());
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
