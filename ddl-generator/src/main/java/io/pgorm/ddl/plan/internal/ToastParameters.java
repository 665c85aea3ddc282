package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is set for the long values of a table is lost without a word where the table has no columns yet that may hold such
 * values: it is set after all its columns. And where it has none for a while, because one goes and the table is written
 * anew before another comes, it is set again. Stateless.
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
                    .needing(columns(Set.of(id.object().name()), to)));
            return action.withSteps(all(action, false));
        });
        actions.addAll(later);
    }

    static void again(List<Action> actions, Facts from, Facts to) {
        List<Action> later = new ArrayList<>();
        to.tables().forEach((name, table) -> {
            Map<String, String> kept = new TreeMap<>(table.storage().parameters());
            kept.keySet().removeIf(parameter -> !parameter.startsWith("toast."));
            FactId id = FactId.self(Kind.TABLE, name);
            if (kept.isEmpty() || !from.has(id)) {
                return;
            }
            Set<QualifiedName> family = to.upwards(name);
            boolean loses = actions.stream().anyMatch(action -> isColumn(action, family) && isRemoval(action));
            boolean isRewritten = actions.stream()
                    .anyMatch(action -> isColumn(action, family)
                            && action.steps().stream()
                                    .anyMatch(step -> step.hazards().contains(Hazard.REWRITES_TABLE)));
            if (loses && isRewritten) {
                FactId interim = id.interim("long values again");
                List<Step> steps = Transitions.parameters("ALTER TABLE " + name.sql(), Map.of(), kept);
                later.add(new Action(interim, steps, Set.of(interim), Set.of(), Set.of()).needing(columns(family, to)));
            }
        });
        actions.addAll(later);
    }

    private static boolean isColumn(Action action, Set<QualifiedName> tables) {
        return action.about().object().kind() == Kind.COLUMN
                && tables.contains(action.about().object().name());
    }

    private static boolean isRemoval(Action action) {
        return action.destroys().contains(action.about());
    }

    private static Set<FactId> columns(Set<QualifiedName> tables, Facts state) {
        return tables.stream()
                .flatMap(table -> state.partsOf(table).stream())
                .filter(Fact.OfColumn.class::isInstance)
                .map(Fact::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
