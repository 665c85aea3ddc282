package io.pgorm.ddl.plan.internal;

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
        // columns come first: keys wait for what they make
        OnlineColumns.rewrite(draft);
        OnlineNotNull.rewrite(draft);
        OnlineKeys.rewrite(draft);
        OnlineConstraints.rewrite(draft);
        OnlineIndexes.rewrite(draft);
        OnlinePartitions.rewrite(draft);
        return draft.actions();
    }
}
