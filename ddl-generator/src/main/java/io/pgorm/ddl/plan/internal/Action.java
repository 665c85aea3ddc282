package io.pgorm.ddl.plan.internal;

import java.util.List;
import java.util.Set;

/**
 * Steps that stay together, and what they do to facts.
 *
 * @param about what the action is about, for its place and for messages
 * @param produces facts that are there only after it
 * @param changes facts that are there before and after, and different
 * @param destroys facts that are there only before it
 */
record Action(FactId about, List<Step> steps, Set<FactId> produces, Set<FactId> changes, Set<FactId> destroys) {

    Action {
        steps = List.copyOf(steps);
        produces = Set.copyOf(produces);
        changes = Set.copyOf(changes);
        destroys = Set.copyOf(destroys);
    }

    boolean isTeardown() {
        return !destroys.isEmpty();
    }
}
