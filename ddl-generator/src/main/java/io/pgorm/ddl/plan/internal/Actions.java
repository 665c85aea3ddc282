package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** From what goes, comes and changes to actions. What goes or comes with something else has none of its own. */
final class Actions {

    private final Frame frame;
    private final Facts from;
    private final Facts to;
    private final Relations before;
    private final Relations afterwards;
    private final Set<FactId> destroyed;
    private final Map<FactId, Transition> transitions;
    private final Creation creation;
    private final Above above;

    Actions(Frame frame, Set<FactId> destroyed, Map<FactId, Transition> transitions) {
        this.frame = frame;
        this.from = frame.from();
        this.to = frame.to();
        this.before = frame.before();
        this.afterwards = frame.afterwards();
        this.destroyed = destroyed;
        this.transitions = transitions;
        this.creation = new Creation(frame);
        this.above = new Above(from, to, destroyed, transitions.keySet());
    }

    List<Action> all() {
        List<Action> actions = new ArrayList<>();
        teardown(actions);
        transitions.forEach((id, transition) -> {
            if (!destroyed.contains(id)
                    && transition instanceof Transition.InPlace(List<Step> steps, boolean disturbs)) {
                actions.add(new Action(
                        id, above.changesWithParent(id) ? List.of() : steps, Set.of(), Set.of(id), Set.of()));
            }
        });
        build(actions);
        return actions;
    }

    // ---- what goes

    private void teardown(List<Action> actions) {
        Map<FactId, Set<FactId>> together = new HashMap<>();
        for (FactId id : destroyed) {
            together.computeIfAbsent(carrier(id), key -> new TreeSet<>()).add(id);
        }
        together.forEach((id, all) -> actions.add(new Action(
                id,
                above.goesWithParent(id) ? List.of() : Removal.steps(from.the(id), frame),
                Set.of(),
                Set.of(),
                all)));
    }

    /** The fact whose statement takes this one away with it: itself, or what it is a part of. */
    private FactId carrier(FactId id) {
        Optional<FactId> whole = before.parent(id).or(() -> ownerOf(id)).filter(destroyed::contains);
        return whole.isPresent() && !mustGoAlone(id, whole.get()) ? carrier(whole.get()) : id;
    }

    /** A sequence goes with the column that owns it. */
    private Optional<FactId> ownerOf(FactId id) {
        if (id.aspect() != Aspect.SELF || id.object().kind() != Kind.SEQUENCE) {
            return Optional.empty();
        }
        return from.get(id.with(Aspect.OWNED_BY))
                .flatMap(fact -> ((Fact.OfSequenceOwner) fact)
                        .sequence()
                        .ownedBy()
                        .map((Sequence.Owner owner) -> FactId.part(Kind.COLUMN, owner.table(), owner.column())));
    }

    /** What needs something else that goes is dropped first, so that two things may need parts of each other. */
    private boolean mustGoAlone(FactId id, FactId parent) {
        boolean mayNeedOthers = switch (from.the(id)) {
            case Fact.OfConstraint(var table, Constraint.ForeignKey key) -> true;
            case Fact.OfConstraint(var table, Constraint.Check check) -> true;
            case Fact.OfPolicy policy -> true;
            case Fact.OfTrigger trigger -> true;
            case Fact.OfDefault value -> true;
            case Fact other -> false;
        };
        if (!mayNeedOthers) {
            return false;
        }
        Set<FactId> family = new HashSet<>(before.family(parent));
        return before.needs(id).stream()
                .anyMatch(needed -> destroyed.contains(needed)
                        && before.family(needed).stream().noneMatch(family::contains)
                        && ownerOf(needed).filter(destroyed::contains).isEmpty());
    }

    // ---- what comes

    private void build(List<Action> actions) {
        Map<FactId, Set<FactId>> together = new HashMap<>();
        for (FactId id : to.byId().keySet()) {
            if (comes(id)) {
                together.computeIfAbsent(base(id), key -> new TreeSet<>()).add(id);
            }
        }
        together.forEach((id, all) -> actions.add(new Action(
                id, above.comesWithParent(id) ? List.of() : creation.steps(to.the(id), all), all, Set.of(), Set.of())));
    }

    private boolean comes(FactId id) {
        return !from.has(id) || destroyed.contains(id);
    }

    /** The fact in whose statement this one stands: a new table has its columns and plain constraints in it. */
    private FactId base(FactId id) {
        Optional<FactId> parent = afterwards.parent(id).filter(this::comes);
        return parent.isPresent() && standsInside(id) ? base(parent.get()) : id;
    }

    private boolean standsInside(FactId id) {
        return switch (to.the(id)) {
            case Fact.OfColumn column -> true;
            case Fact.OfDefault value -> needsOnlyReady(id);
            case Fact.OfInheritance inheritance -> true;
            case Fact.OfPartition partition -> to.plainPartitions().contains(partition.table());
            case Fact.OfDomainCheck check -> check.check().validated();
            case Fact.OfConstraint(var table, Constraint.PrimaryKey key) -> true;
            case Fact.OfConstraint(var table, Constraint.Unique unique) -> true;
            case Fact.OfConstraint(var table, Constraint.Check check) -> check.validated() && needsOnlyReady(id);
            case Fact other -> false;
        };
    }

    /** Whether it needs no function or view that comes too, which may need the table itself. */
    private boolean needsOnlyReady(FactId id) {
        return afterwards.needs(id).stream()
                .noneMatch(needed -> comes(needed)
                        && (to.the(needed) instanceof Fact.OfRoutine
                                || to.the(needed) instanceof Fact.OfView
                                || to.the(needed) instanceof Fact.OfSql));
    }
}
