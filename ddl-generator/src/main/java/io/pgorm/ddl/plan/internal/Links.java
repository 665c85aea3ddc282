package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where a table comes to stand below another, or stands there no longer: what both have of their own is settled between.
 * What the table above gave it, it keeps when it leaves; what that demands, it has to have when it comes.
 */
final class Links {

    private final Facts from;
    private final Facts to;
    private final Relations before;
    private final Relations afterwards;
    private final Set<FactId> destroyed;
    private final Map<QualifiedName, Set<FactId>> ended = new LinkedHashMap<>();
    private final Map<FactId, QualifiedName> parents = new LinkedHashMap<>();
    private final Map<FactId, Boolean> begun = new LinkedHashMap<>();

    Links(Frame frame, Set<FactId> destroyed) {
        this.from = frame.from();
        this.to = frame.to();
        this.before = frame.before();
        this.afterwards = frame.afterwards();
        this.destroyed = destroyed;
    }

    List<Action> adjust(List<Action> actions) {
        for (Action action : actions) {
            note(action);
        }
        if (begun.isEmpty()) {
            return actions;
        }
        Map<QualifiedName, Set<FactId>> settled = new LinkedHashMap<>();
        List<Action> marked = new ArrayList<>();
        for (Action action : actions) {
            marked.add(begun.containsKey(action.about()) ? action : settle(action, settled));
        }
        return marked.stream()
                .map(action -> begun.containsKey(action.about()) ? link(action, settled) : action)
                .toList();
    }

    private void note(Action action) {
        FactId id = action.about();
        if (id.aspect() != Aspect.ATTACHED && id.aspect() != Aspect.INHERITS) {
            return;
        }
        boolean begins = action.produces().contains(id);
        begun.merge(id, begins, (one, other) -> one || other);
        parent(begins ? to : from, id).ifPresent(parent -> {
            parents.put(id, parent);
            if (!begins) {
                ended.computeIfAbsent(id.object().name(), key -> new LinkedHashSet<>())
                        .add(end(id));
                ended.computeIfAbsent(parent, key -> new LinkedHashSet<>()).add(end(id));
            }
        });
    }

    private static FactId end(FactId link) {
        return link.interim("ended " + link.aspect() + link.detail());
    }

    private static Optional<QualifiedName> parent(Facts state, FactId link) {
        return state.get(link).map(fact -> switch (fact) {
            case Fact.OfPartition(var table, var of) -> of.parent();
            case Fact.OfInheritance(var table, QualifiedName parent) -> parent;
            default -> throw new IllegalStateException(link.toString());
        });
    }

    /** A part of a table changes after the table left, and before it comes. */
    private Action settle(Action action, Map<QualifiedName, Set<FactId>> settled) {
        FactId id = action.about();
        if (!Above.isPart(id) || action.produces().contains(id) && waitsForIndexAbove(id)) {
            return action;
        }
        QualifiedName table = id.object().name();
        Set<FactId> after = ended.getOrDefault(table, Set.of());
        settled.computeIfAbsent(table, key -> new LinkedHashSet<>()).add(Above.done(id));
        Action marked = action.producing(Set.of(Above.done(id))).needing(after);
        if (id.object().kind() != Kind.CONSTRAINT) {
            return marked;
        }
        boolean made = action.produces().contains(id);
        boolean given = made ? wasGiven(id) : action.destroys().contains(id) && isTaken(id);
        return given ? marked.withSteps(List.of()) : marked;
    }

    /** An index that one above would be content with is made once that has its own, long after the table came. */
    private boolean waitsForIndexAbove(FactId id) {
        return afterwards.indexesAlike(id).stream().anyMatch(above -> !from.has(above) || destroyed.contains(above));
    }

    /** Whether the table has the constraint from a table that it stood below. */
    private boolean wasGiven(FactId id) {
        Constraint own = ((Fact.OfConstraint) to.the(id)).constraint();
        return from.parents(id.object().name()).stream()
                .filter(parent -> !to.parents(id.object().name()).contains(parent) || isRelinked(id, parent))
                .flatMap(parent -> handedDown(parent, from).stream())
                .anyMatch(own::equals);
    }

    private boolean isRelinked(FactId id, QualifiedName parent) {
        return parents.entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey().object().name().equals(id.object().name())
                                && entry.getValue().equals(parent));
    }

    /** Whether a table that it comes to stand below asks for the constraint that it has. */
    private boolean isTaken(FactId id) {
        Constraint own = ((Fact.OfConstraint) from.the(id)).constraint();
        return own instanceof Constraint.Check
                && !to.has(id)
                && to.parents(id.object().name()).stream()
                        .flatMap(parent -> handedDown(parent, to).stream())
                        .anyMatch(own::equals);
    }

    /** What has the same name in each table below, and is not listed there. */
    private static List<Constraint> handedDown(QualifiedName parent, Facts state) {
        List<Constraint> all = new ArrayList<>();
        for (QualifiedName above : state.upwards(parent)) {
            for (Fact fact : state.partsOf(above)) {
                if (fact instanceof Fact.OfConstraint(var table, Constraint constraint)
                        && (constraint instanceof Constraint.Check check && check.inherited()
                                || constraint instanceof Constraint.ForeignKey)) {
                    all.add(constraint);
                }
            }
        }
        return all;
    }

    private Action link(Action action, Map<QualifiedName, Set<FactId>> settled) {
        FactId id = action.about();
        QualifiedName table = id.object().name();
        if (!action.produces().contains(id)) {
            List<Step> steps = new ArrayList<>(action.steps());
            steps.addAll(leftovers(table, id));
            return action.withSteps(steps).producing(Set.of(end(id)));
        }
        Set<FactId> after = new LinkedHashSet<>(settled.getOrDefault(table, Set.of()));
        QualifiedName parent = Objects.requireNonNull(parents.get(id));
        for (Facts state : List.of(from, to)) {
            state.upwards(parent).forEach(above -> after.addAll(settled.getOrDefault(above, Set.of())));
        }
        after.addAll(ended.getOrDefault(table, Set.of()));
        List<Step> steps = new ArrayList<>(id.aspect() == Aspect.INHERITS ? demanded(table, parent) : List.of());
        steps.addAll(action.steps());
        return action.withSteps(steps).needing(after);
    }

    /** Constraints that a table keeps when it leaves, and is not to have; of one that goes itself, those that are in the way. */
    private List<Step> leftovers(QualifiedName table, FactId link) {
        boolean partition = link.aspect() == Aspect.ATTACHED;
        List<Step> steps = new ArrayList<>();
        boolean goes = !to.has(FactId.self(Kind.TABLE, table));
        for (Constraint constraint : handedDown(parent(from, link).orElseThrow(), from)) {
            FactId own = FactId.part(Kind.CONSTRAINT, table, constraint.name());
            boolean listed = from.has(own);
            boolean stays = to.get(own)
                            .filter(fact ->
                                    ((Fact.OfConstraint) fact).constraint().equals(constraint))
                            .isPresent()
                    || to.parents(table).stream()
                                    .flatMap(parent -> handedDown(parent, to).stream())
                                    .anyMatch(constraint::equals)
                            && !partition;
            if (!listed && !stays && (!goes || isHeldUp(constraint))) {
                steps.add(Removal.alter(table, "DROP CONSTRAINT IF EXISTS " + Removal.quoted(constraint.name())));
            }
        }
        return steps;
    }

    /** Whether something that goes could not, while a table that left still refers to it. */
    private boolean isHeldUp(Constraint constraint) {
        return constraint instanceof Constraint.ForeignKey key
                && (destroyed.contains(FactId.self(Kind.TABLE, key.target()))
                        || before.lookup()
                                .key(key.target(), key.targetColumns())
                                .filter(destroyed::contains)
                                .isPresent());
    }

    /** Checks that a table has to have before it may inherit. */
    private List<Step> demanded(QualifiedName table, QualifiedName parent) {
        List<Step> steps = new ArrayList<>();
        for (Constraint constraint : handedDown(parent, to)) {
            FactId own = FactId.part(Kind.CONSTRAINT, table, constraint.name());
            boolean there = to.has(own)
                    || from.get(own)
                            .filter(fact ->
                                    ((Fact.OfConstraint) fact).constraint().equals(constraint))
                            .isPresent()
                    || from.parents(table).stream()
                            .flatMap(above -> handedDown(above, from).stream())
                            .anyMatch(constraint::equals);
            if (constraint instanceof Constraint.Check && !there && from.has(FactId.self(Kind.TABLE, table))) {
                steps.add(ConstraintChange.add(table, constraint));
            }
        }
        return steps;
    }
}
