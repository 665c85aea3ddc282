package io.pgorm.ddl.plan.internal;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Steps that stay together, and what they do to facts.
 *
 * @param about what the action is about, for its place and for messages
 * @param produces facts that are there only after it
 * @param changes facts that are there before and after, and different
 * @param destroys facts that are there only before it
 * @param needs facts that have to be produced or changed before it, beside those that its own facts need
 * @param phase when it comes, where nothing that is needed decides
 */
record Action(
        FactId about,
        List<Step> steps,
        Set<FactId> produces,
        Set<FactId> changes,
        Set<FactId> destroys,
        Set<FactId> needs,
        Phase phase) {

    /** Work that takes long goes behind what is over in a moment, so that the moments share a transaction. */
    enum Phase {
        /** Outside of transactions, and needed by what is short. */
        PREPARE,
        /** Changes of the catalog only. */
        SHORT,
        /** Indexes that are built, columns that are filled, while the application works. */
        BUILD,
        /** Scans that prove a constraint, each in a transaction of its own. */
        VALIDATE,
        /** What nobody needs any more, and what is only good for speed. */
        CLEAN
    }

    Action {
        steps = List.copyOf(steps);
        produces = inOrder(produces);
        changes = inOrder(changes);
        destroys = inOrder(destroys);
        needs = inOrder(needs);
    }

    Action(FactId about, List<Step> steps, Set<FactId> produces, Set<FactId> changes, Set<FactId> destroys) {
        this(about, steps, produces, changes, destroys, Set.of(), Phase.SHORT);
    }

    boolean isTeardown() {
        return !destroys.isEmpty() && changes.isEmpty();
    }

    boolean isLong() {
        return phase != Phase.SHORT;
    }

    Action withSteps(List<Step> newSteps) {
        return new Action(about, newSteps, produces, changes, destroys, needs, phase);
    }

    Action withPhase(Phase newPhase) {
        return new Action(about, steps, produces, changes, destroys, needs, newPhase);
    }

    Action destroying(Set<FactId> more) {
        return new Action(about, steps, produces, changes, union(destroys, more), needs, phase);
    }

    Action producing(Set<FactId> more) {
        return new Action(about, steps, union(produces, more), changes, destroys, needs, phase);
    }

    Action needing(Set<FactId> more) {
        return new Action(about, steps, produces, changes, destroys, union(needs, more), phase);
    }

    /** A copy that keeps its order, so that the same change is the same plan in each run. */
    private static Set<FactId> inOrder(Set<FactId> facts) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(facts));
    }

    private static Set<FactId> union(Set<FactId> some, Set<FactId> more) {
        Set<FactId> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }
}
