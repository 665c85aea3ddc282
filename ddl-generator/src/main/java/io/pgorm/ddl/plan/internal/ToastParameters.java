package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.ObjectName.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is set for the long values of a table is lost without a word where the table has no columns yet that may hold such
 * values: it is set after all its columns. Stateless.
 */
final class ToastParameters {

    private ToastParameters() {}

    static void apart(List<Action> actions, Facts to) {
        List<Action> later = new ArrayList<>();
        actions.replaceAll(action -> {
            FactId id = action.about();
            if (id.aspect() != FactId.Aspect.SELF
                    || id.object().kind() != Kind.TABLE
                    || action.steps().stream().noneMatch(ToastParameters::isForToast)) {
                return action;
            }
            FactId interim = id.interim("long values");
            later.add(new Action(interim, all(action, true), Set.of(interim), Set.of(), Set.of())
                    .needing(to.partsOf(id.object().name()).stream()
                            .filter(Fact.OfColumn.class::isInstance)
                            .map(Fact::id)
                            .collect(Collectors.toCollection(LinkedHashSet::new))));
            return action.withSteps(all(action, false));
        });
        actions.addAll(later);
    }

    private static List<Step> all(Action action, boolean forToast) {
        return action.steps().stream()
                .filter(step -> isForToast(step) == forToast)
                .toList();
    }

    private static boolean isForToast(Step step) {
        return step.sql().contains(" SET (") && step.sql().contains("\"toast\".");
    }
}
