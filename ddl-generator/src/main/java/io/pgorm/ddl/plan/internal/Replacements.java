package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.UnsupportedChangeException;
import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Grant;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which facts go, and which go and come back: what a change cannot do in place, and what cannot stay while something
 * that it needs goes. Never a table, and never more than that.
 */
final class Replacements {

    private final Frame frame;
    private final Facts from;
    private final Facts to;
    private final Relations before;
    private final Relations afterwards;
    private final Exchange exchange;
    private final Map<FactId, Transition> transitions;
    private final Set<FactId> destroyed = new TreeSet<>();
    private final Deque<FactId> open = new ArrayDeque<>();
    private final Map<FactId, FactId> reasons = new LinkedHashMap<>();

    private Replacements(Frame frame, Map<FactId, Transition> transitions) {
        this.frame = frame;
        this.from = frame.from();
        this.to = frame.to();
        this.before = frame.before();
        this.afterwards = frame.afterwards();
        this.exchange = frame.exchange();
        this.transitions = transitions;
    }

    /**
     * All facts of the state before that go, whether they come back or not.
     *
     * @param transitions of the facts that are there before and after, and different
     */
    static Set<FactId> of(Frame frame, Map<FactId, Transition> transitions) {
        Replacements replacements = new Replacements(frame, transitions);
        replacements.run();
        return replacements.destroyed;
    }

    private void run() {
        from.byId().keySet().stream().filter(id -> !to.has(id)).forEach(id -> destroy(id, id));
        new Copies(frame).all().forEach(id -> destroy(id, id));
        transitions.forEach((id, transition) -> {
            switch (transition) {
                case Transition.Replace() -> destroy(id, id);
                case Transition.Impossible(String reason) -> throw new UnsupportedChangeException(reason);
                case Transition.InPlace inPlace -> {
                    if (inPlace.disturbs()) {
                        refuseHeldRow(id);
                        before.neededBy(id).stream()
                                .filter(dependent -> isDisturbed(dependent, id))
                                .forEach(dependent -> destroy(dependent, id));
                        destroyWhatHoldsItsIndexes(id);
                    }
                }
            }
        });
        from.byId().forEach((id, fact) -> {
            FactId value = id.with(Aspect.DEFAULT);
            if (fact instanceof Fact.OfColumn column && exchange.moves(column) && from.has(value)) {
                destroy(value, id);
            }
        });
        from.byId().forEach((id, fact) -> {
            if (fact instanceof Fact.OfPrivilege(Grant grant) && passesOn(grant)) {
                destroy(id, id);
            }
        });
        while (!open.isEmpty()) {
            FactId id = open.remove();
            before.children(id).forEach(child -> destroy(child, id));
            before.neededBy(id).forEach(dependent -> follow(dependent, id));
        }
    }

    /** A new owner gets what the old one was given, so that the old one, who keeps it, has to be given it again. */
    private boolean passesOn(Grant grant) {
        return !grant.revoke() && from.isOwner(grant.on(), grant.grantee()) && !to.isOwner(grant.on(), grant.grantee());
    }

    /**
     * The server makes an index anew when a column of it gets another type, but not beneath a foreign key that points to
     * its other columns: it knows those only that point to the column itself.
     */
    private void destroyWhatHoldsItsIndexes(FactId changed) {
        before.neededBy(changed).stream()
                .filter(id -> from.the(id) instanceof Fact.OfIndex || from.the(id) instanceof Fact.OfConstraint)
                .flatMap(index -> before.neededBy(index).stream())
                .filter(id -> to.has(id)
                        && from.the(id) instanceof Fact.OfConstraint user
                        && user.constraint() instanceof Constraint.ForeignKey)
                .forEach(id -> destroy(id, changed));
    }

    /** PostgreSQL changes no column of a table whose rows are values of another table's column. */
    private void refuseHeldRow(FactId changed) {
        if (!(from.the(changed) instanceof Fact.OfColumn(QualifiedName table, var column))) {
            return;
        }
        before.neededBy(FactId.self(ObjectName.Kind.TABLE, table)).stream()
                .filter(user -> to.has(user)
                        && from.the(user) instanceof Fact.OfColumn(QualifiedName holder, var held)
                        && !holder.equals(table))
                .findFirst()
                .ifPresent(user -> {
                    throw new UnsupportedChangeException("The type of " + changed.shown() + " would change, and "
                            + user.shown() + " holds rows of that table, which PostgreSQL does not rewrite."
                            + " Write this step by hand.");
                });
    }

    private void destroy(FactId id, FactId reason) {
        if (destroyed.add(id)) {
            reasons.put(id, reason);
            open.add(id);
        }
    }

    /** Something that needs what goes: it goes too, unless it changes so that it does not need it any more. */
    private void follow(FactId dependent, FactId gone) {
        if (destroyed.contains(dependent) || !to.has(dependent)) {
            return;
        }
        boolean letsGo = transitions.get(dependent) instanceof Transition.InPlace
                && !afterwards.needs(dependent).contains(gone);
        if (letsGo || isLoose(dependent, gone) || isUnlinked(dependent, gone) || isMoved(dependent, gone)) {
            return;
        }
        if (!isRebuildable(dependent)) {
            throw new UnsupportedChangeException(
                    "%s would have to be dropped and made anew because %s is, and with it its rows. Change what uses it"
                                    .formatted(
                                            dependent.shown(),
                                            reasons.getOrDefault(gone, gone).shown())
                            + " first, in a migration of its own, or write this step by hand.");
        }
        destroy(dependent, gone);
    }

    /** A table that stood below one that goes stands there no longer. */
    private boolean isUnlinked(FactId dependent, FactId gone) {
        return dependent.object().kind() == ObjectName.Kind.TABLE
                && gone.object().kind() == ObjectName.Kind.TABLE
                && from.the(dependent) instanceof Fact.OfTable
                && from.parents(dependent.object().name())
                        .contains(gone.object().name());
    }

    /** A column of a type that becomes another one is moved over. */
    private boolean isMoved(FactId dependent, FactId gone) {
        return exchange.asideName(gone).isPresent()
                && from.the(dependent) instanceof Fact.OfColumn column
                && exchange.moves(column);
    }

    /** A table stays when its schema's or its column's facts are only said of it. */
    private static boolean isLoose(FactId dependent, FactId gone) {
        return gone.aspect() == Aspect.PRIVILEGE || gone.aspect() == Aspect.COMMENT || gone.aspect() == Aspect.OWNER;
    }

    private boolean isRebuildable(FactId id) {
        return switch (from.byId().get(id)) {
            case Fact.OfColumn column -> column.column().value() instanceof ColumnValue.Generated;
            case Fact.OfTable table -> false;
            case Fact.OfSchema schema -> false;
            case Fact.OfRole role -> false;
            case Fact.OfExtension extension -> false;
            case Fact.OfSequence sequence -> false;
            case Fact.OfEnum type -> !exchange.isHeld(id);
            case Fact.OfComposite type -> !exchange.isHeld(id);
            case Fact.OfRange type -> !exchange.isHeld(id);
            case Fact.OfDomain type -> !exchange.isHeld(id);
            case null -> false;
            case Fact other -> true;
        };
    }

    /** What the server refuses to carry through a change of a column's type. Indexes and most constraints it rebuilds. */
    private boolean isDisturbed(FactId dependent, FactId changed) {
        if (!to.has(dependent)) {
            return false;
        }
        return switch (from.byId().get(dependent)) {
            case Fact.OfView view -> true;
            case Fact.OfPolicy policy -> true;
            case Fact.OfTrigger trigger -> true;
            case Fact.OfSql sql -> true;
            case Fact.OfRoutine routine -> routine.routine().atomic();
            case Fact.OfColumn column -> column.column().value() instanceof ColumnValue.Generated;
            case Fact.OfConstraint constraint ->
                constraint.constraint() instanceof Constraint.ForeignKey
                        || changed.object().kind() == ObjectName.Kind.TYPE;
            case Fact.OfIndex index -> changed.object().kind() == ObjectName.Kind.TYPE;
            case Fact.OfDefault value -> changed.object().kind() == ObjectName.Kind.TYPE;
            case null -> false;
            case Fact other -> false;
        };
    }
}
