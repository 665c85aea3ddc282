package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.Constraint;
import io.pgorm.ir.ObjectName.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A table that is written to the log may not refer to one that is not: the one that is referred to is the first to
 * become logged, and the last to become unlogged. Stateless.
 */
final class Logging {

    private Logging() {}

    static List<Action> adjust(List<Action> actions, Frame frame) {
        Map<FactId, Integer> changed = new LinkedHashMap<>();
        for (int i = 0; i < actions.size(); i++) {
            FactId id = actions.get(i).about();
            if (actions.get(i).changes().contains(id) && isRelogged(id, frame)) {
                changed.put(id, i);
            }
        }
        if (changed.size() < 2) {
            return actions;
        }
        List<Action> adjusted = new ArrayList<>(actions);
        changed.forEach((id, i) -> adjusted.set(i, adjusted.get(i).producing(Set.of(Above.done(id)))));
        for (FactId id : changed.keySet()) {
            for (Fact fact : frame.to().partsOf(id.object().name())) {
                if (fact instanceof Fact.OfConstraint(var table, Constraint.ForeignKey key)) {
                    FactId target = FactId.self(Kind.TABLE, key.target());
                    if (changed.containsKey(target) && !target.equals(id)) {
                        boolean unlogged = ((Fact.OfTable) frame.to().the(id))
                                .table()
                                .storage()
                                .unlogged();
                        FactId first = unlogged ? id : target;
                        FactId second = unlogged ? target : id;
                        int later = Objects.requireNonNull(changed.get(second));
                        adjusted.set(later, adjusted.get(later).needing(Set.of(Above.done(first))));
                    }
                }
            }
        }
        return adjusted;
    }

    private static boolean isRelogged(FactId id, Frame frame) {
        return frame.from().get(id).orElse(null) instanceof Fact.OfTable(var before)
                && frame.to().get(id).orElse(null) instanceof Fact.OfTable(var after)
                && before.storage().unlogged() != after.storage().unlogged();
    }
}
