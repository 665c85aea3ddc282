package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.PlannedStatement.Execution;
import io.pgorm.ddl.plan.internal.Action.Phase;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the ways that let reads and writes go on: plain actions on relations that were there before are exchanged for
 * several that are ordered on their own. What the plan itself makes stays as it is. Stateless.
 */
final class Online {

    private Online() {}

    static List<Action> of(
            List<Action> plain, Frame frame, Set<FactId> destroyed, Map<FactId, Transition> transitions) {
        OnlineDraft draft = new OnlineDraft(plain, frame, destroyed, transitions);
        draft.changes.replaceAll((id, action) -> addsValues(action) ? action.withPhase(Phase.PREPARE) : action);
        // columns come first: keys wait for what they make
        OnlineColumns.rewrite(draft);
        OnlineNotNull.rewrite(draft);
        OnlineKeys.rewrite(draft);
        OnlineConstraints.rewrite(draft);
        OnlineIndexes.rewrite(draft);
        OnlinePartitions.rewrite(draft);
        return OnlineColumns.fillFirst(draft);
    }

    /** A value more for an enum has to be committed before it is used, and troubles nobody. */
    private static boolean addsValues(Action action) {
        return !action.steps().isEmpty()
                && action.steps().stream()
                        .allMatch(step -> step.execution() == Execution.ALONE
                                && step.sql().contains(" ADD VALUE "));
    }
}
