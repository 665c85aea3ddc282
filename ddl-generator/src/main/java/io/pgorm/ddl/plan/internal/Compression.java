package io.pgorm.ddl.plan.internal;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * How the values of a column are compressed is not told to the tables below when it changes, but they begin with what is
 * said above: a new one is made when all is said there. Stateless.
 */
final class Compression {

    private Compression() {}

    static Action afterAbove(Action action, Frame frame) {
        FactId id = action.about();
        if (!action.produces().contains(id) || !(frame.to().get(id).orElse(null) instanceof Fact.OfTable made)) {
            return action;
        }
        Set<FactId> needs = new LinkedHashSet<>();
        frame.to()
                .parents(made.table().name())
                .forEach(parent -> frame.to().partsOf(parent).stream()
                        .filter(fact -> isChanged(fact, frame))
                        .forEach(fact -> needs.add(fact.id())));
        return needs.isEmpty() ? action : action.needing(needs);
    }

    private static boolean isChanged(Fact fact, Frame frame) {
        return fact instanceof Fact.OfColumn(var table, var now)
                && frame.from().get(fact.id()).orElse(null) instanceof Fact.OfColumn(var in, var before)
                && !Objects.equals(before.compression(), now.compression());
    }
}
