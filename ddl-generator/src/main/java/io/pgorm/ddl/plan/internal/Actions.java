package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Grant;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    private final GivenPrivileges given;
    private final Above above;
    private final Counters counters;

    /** @param owner the role that owns what the plan makes, where it is known */
    Actions(Frame frame, Set<FactId> destroyed, Map<FactId, Transition> transitions, Optional<String> owner) {
        this.frame = frame;
        this.from = frame.from();
        this.to = frame.to();
        this.before = frame.before();
        this.afterwards = frame.afterwards();
        this.destroyed = destroyed;
        this.transitions = transitions;
        this.creation = new Creation(frame, destroyed);
        this.counters = new Counters(frame, destroyed, transitions.keySet());
        this.given = new GivenPrivileges(frame, destroyed, owner);
        this.above = new Above(frame, destroyed, transitions);
    }

    List<Action> all() {
        List<Action> actions = new ArrayList<>();
        teardown(actions);
        dropAside(actions);
        transitions.forEach((id, transition) -> {
            if (!destroyed.contains(id)
                    && transition instanceof Transition.InPlace(List<Step> steps, boolean disturbs)) {
                List<Step> all = new ArrayList<>(steps);
                all.addAll(given.takenBackIn(id));
                actions.add(new Action(id, all, counters.madeBy(id), Set.of(id), counters.endedBy(id)));
            }
        });
        ToastParameters.apart(actions, to);
        build(actions);
        ToastParameters.again(actions, from, to);
        List<Action> settled = Logging.adjust(new Links(frame, destroyed).adjust(above.adjust(actions)), frame);
        DomainsInside inside = new DomainsInside(to);
        return new Copies(frame)
                .adjust(settled).stream()
                        .map(action -> isGivenLater(action) ? action.needing(given.objects()) : action)
                        .map(action -> inside.afterRules(OwnedSequence.afterOwner(action, to)))
                        .map(action -> Compression.afterAbove(action, frame))
                        .toList();
    }

    /** New default privileges give nothing to what the plan makes. */
    private boolean isGivenLater(Action action) {
        return action.produces().contains(action.about())
                && to.get(action.about()).orElse(null) instanceof Fact.OfDefaultPrivilege;
    }

    // ---- what goes

    private void teardown(List<Action> actions) {
        Map<FactId, Set<FactId>> together = new LinkedHashMap<>();
        for (FactId id : destroyed) {
            together.computeIfAbsent(carrier(id), key -> new TreeSet<>()).add(id);
        }
        together.keySet().removeIf(counters::isEndedByColumn);
        together.forEach((id, all) ->
                actions.add(new Action(id, removed(id), Set.of(), Set.of(), Counters.withIdentities(all, from))));
    }

    /** A privilege on all columns takes those on single ones with it: they are given again at once. */
    private List<Step> removed(FactId id) {
        List<Step> steps = new ArrayList<>(Removal.steps(from.the(id), frame));
        if (from.the(id) instanceof Fact.OfPartition(var table, var of) && isReferredTo(of.parent())) {
            // rows that others refer to stay
            steps.replaceAll(step -> step.with(Hazard.MAY_FAIL_ON_DATA));
        }
        if (from.the(id) instanceof Fact.OfPrivilege(Grant grant)
                && !grant.revoke()
                && grant.columns().isEmpty()) {
            to.byId()
                    .subMap(FactId.firstOn(Aspect.PRIVILEGE, grant.on()), FactId.lastOn(Aspect.PRIVILEGE, grant.on()))
                    .values()
                    .forEach(fact -> {
                        if (fact instanceof Fact.OfPrivilege(Grant other)
                                && !other.columns().isEmpty()
                                && other.grantee().equals(grant.grantee())
                                && other.privileges().equals(grant.privileges())
                                && !comes(fact.id())) {
                            steps.add(Privileges.make(other));
                        }
                    });
        }
        return steps;
    }

    private void dropAside(List<Action> actions) {
        for (FactId id : frame.exchange().allAside()) {
            FactId aside = id.with(Aspect.ASIDE);
            Step drop = Aside.drop(from.the(id), frame.exchange().asideName(id).orElseThrow());
            actions.add(new Action(aside, List.of(drop), Set.of(), Set.of(), Set.of(aside)));
        }
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
        if (from.the(id) instanceof Fact.OfConstraint(var table, Constraint.ForeignKey key)
                && isPartitioned(key.target())) {
            // no partition of a table goes while a foreign key refers to that
            return true;
        }
        if (from.the(id) instanceof Fact.OfPartition(var table, var of) && isReferredTo(of.parent())) {
            // it is detached first
            return !destroyed.contains(FactId.self(Kind.TABLE, of.parent()));
        }
        boolean mayNeedOthers = switch (from.the(id)) {
            case Fact.OfConstraint(var table, Constraint.ForeignKey key) -> true;
            case Fact.OfConstraint(var table, Constraint.Check check) -> true;
            case Fact.OfPolicy policy -> true;
            case Fact.OfTrigger trigger -> true;
            case Fact.OfDefault value -> true;
            case Fact.OfDomainDefault value -> true;
            case Fact.OfDomainCheck check -> true;
            case Fact other -> false;
        };
        if (!mayNeedOthers) {
            return false;
        }
        Set<FactId> family = new LinkedHashSet<>(before.family(parent));
        return before.needs(id).stream()
                .anyMatch(needed -> destroyed.contains(needed)
                        && needed.object().kind() != Kind.SCHEMA
                        && before.family(needed).stream().noneMatch(family::contains)
                        && ownerOf(needed).filter(destroyed::contains).isEmpty());
    }

    private boolean isReferredTo(QualifiedName table) {
        return from.byId().values().stream()
                        .anyMatch(fact -> fact instanceof Fact.OfConstraint(var of, Constraint.ForeignKey key)
                                && key.target().equals(table))
                || from.parents(table).stream().anyMatch(this::isReferredTo);
    }

    private boolean isPartitioned(QualifiedName table) {
        return from.get(FactId.self(Kind.TABLE, table)).orElse(null) instanceof Fact.OfTable(var of)
                && of.hierarchy().partitionedBy().isPresent();
    }

    // ---- what comes

    private void build(List<Action> actions) {
        Map<FactId, Set<FactId>> together = new LinkedHashMap<>();
        for (FactId id : to.byId().keySet()) {
            if (comes(id) && !counters.isMadeByColumn(id)) {
                together.computeIfAbsent(base(id), key -> new TreeSet<>()).add(id);
            }
        }
        together.forEach((id, all) -> actions.add(new Action(
                id,
                given.has(to.the(id)) ? List.of() : created(id, all),
                Counters.withIdentities(all, to),
                Set.of(),
                Set.of())));
    }

    private List<Step> created(FactId id, Set<FactId> all) {
        List<Step> steps = new ArrayList<>(creation.steps(to.the(id), all));
        steps.addAll(given.takenBack(all));
        return steps;
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
            case Fact.OfDefault value -> !needsItsBase(id);
            case Fact.OfInheritance inheritance -> true;
            case Fact.OfPartition partition -> to.plainPartitions().contains(partition.table());
            case Fact.OfDomainDefault value -> !needsItsBase(id);
            case Fact.OfDomainCheck check -> check.check().validated() && !needsItsBase(id);
            case Fact.OfConstraint constraint when to.plainPartitions().contains(constraint.table()) -> true;
            case Fact.OfIndex index
            when to.plainPartitions().contains(index.relation().name()) -> true;
            case Fact.OfConstraint(var table, Constraint.PrimaryKey key) -> true;
            case Fact.OfConstraint(var table, Constraint.Unique unique) -> !hasOtherKey(id, table, unique);
            case Fact.OfConstraint(var table, Constraint.Check check) -> check.validated() && !needsItsBase(id);
            case Fact.OfConstraint(var table, Constraint.Other other) ->
                NotNull.of(table, other).filter(NotNull::valid).isPresent();
            case Fact other -> false;
        };
    }

    /** Whether something that comes too, such as a function, stands between it and the table or column it is of. */
    private boolean needsItsBase(FactId id) {
        Set<FactId> family = new LinkedHashSet<>(afterwards.family(id));
        Set<FactId> seen = new LinkedHashSet<>();
        Deque<FactId> open = new ArrayDeque<>();
        afterwards.needs(id).stream().filter(needed -> !family.contains(needed)).forEach(open::add);
        while (!open.isEmpty()) {
            FactId next = open.remove();
            if (!comes(next) || !isBetween(next) || !seen.add(next)) {
                continue;
            }
            for (FactId needed : afterwards.needs(next)) {
                if (family.contains(needed) && comes(needed) || isPartOf(needed, family)) {
                    return true;
                }
                open.add(needed);
            }
        }
        return false;
    }

    private boolean isPartOf(FactId needed, Set<FactId> family) {
        return needed.object().part().isPresent()
                && comes(needed)
                && afterwards
                        .parent(needed)
                        .filter(family::contains)
                        .filter(this::comes)
                        .isPresent();
    }

    private boolean isBetween(FactId id) {
        return switch (to.the(id)) {
            case Fact.OfColumn column -> false;
            case Fact.OfConstraint constraint -> false;
            case Fact.OfDefault value -> false;
            case Fact other -> true;
        };
    }

    /** Of two keys over the same columns that stand in CREATE TABLE, PostgreSQL makes only one. */
    private boolean hasOtherKey(FactId id, QualifiedName table, Constraint.Unique unique) {
        return to.byId().values().stream().filter(fact -> !fact.id().equals(id)).anyMatch(fact -> switch (fact) {
            case Fact.OfConstraint(var of, Constraint.PrimaryKey other) ->
                of.equals(table) && other.columns().equals(unique.columns());
            case Fact.OfConstraint(var of, Constraint.Unique other) ->
                of.equals(table) && other.columns().equals(unique.columns());
            default -> false;
        });
    }
}
