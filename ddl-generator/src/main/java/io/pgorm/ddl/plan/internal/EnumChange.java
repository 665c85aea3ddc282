package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.PlannedStatement.Execution;
import io.pgorm.ddl.plan.internal.Transition.InPlace;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.sql.Literals;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How an enum changes: values are added where they belong; to lose one or to be sorted anew takes a new type. Stateless. */
final class EnumChange {

    private EnumChange() {}

    static Transition between(EnumType before, EnumType after) {
        return onlyAdds(before, after)
                ? new InPlace(additions(after, labels(before), labels(after)))
                : new Transition.Replace();
    }

    /** Whether all values stay, in their order. */
    static boolean onlyAdds(EnumType before, EnumType after) {
        List<String> kept = new ArrayList<>(labels(after));
        kept.retainAll(labels(before));
        return kept.equals(labels(before));
    }

    private static List<String> labels(EnumType type) {
        return type.values().stream().map(EnumType.Value::label).toList();
    }

    /** A value may be used only once the transaction that adds it is committed. */
    private static List<Step> additions(EnumType after, List<String> old, List<String> now) {
        List<Step> steps = new ArrayList<>();
        Set<String> present = new LinkedHashSet<>(old);
        for (int i = 0; i < now.size(); i++) {
            if (present.add(now.get(i))) {
                String place = i > 0
                        ? " AFTER " + Literals.quote(now.get(i - 1))
                        : old.isEmpty() ? "" : " BEFORE " + Literals.quote(old.get(0));
                steps.add(
                        Step.of("ALTER TYPE " + after.name().sql() + " ADD VALUE " + Literals.quote(now.get(i)) + place)
                                .in(Execution.ALONE));
            }
        }
        return steps;
    }
}
