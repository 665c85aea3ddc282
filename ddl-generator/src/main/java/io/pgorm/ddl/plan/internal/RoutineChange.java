package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.RoutineSql;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.internal.Transition.InPlace;
import io.pgorm.ddl.plan.internal.Transition.Replace;
import io.pgorm.ir.Routine;
import java.util.List;

/** How a routine changes: in place while nothing changes that its callers see. Stateless. */
final class RoutineChange {

    private RoutineChange() {}

    static Transition between(Routine before, Routine after) {
        if (before.kind() != after.kind()
                || !before.returns().equals(after.returns())
                || !keepsParameters(before, after)) {
            return new Replace();
        }
        Step step = replace(after);
        return new InPlace(
                List.of(before.securityDefiner() == after.securityDefiner() ? step : step.with(Hazard.AUTHZ_UPDATE)));
    }

    static Step replace(Routine routine) {
        Step step = Step.of(RoutineSql.create(routine).sql().replaceFirst("^CREATE ", "CREATE OR REPLACE "));
        return routine.atomic() ? step : step.with(Hazard.HAS_UNTRACKABLE_DEPENDENCIES);
    }

    /** A default may come, and may not go; names, modes and types are fixed. */
    private static boolean keepsParameters(Routine before, Routine after) {
        if (before.parameters().size() != after.parameters().size()) {
            return false;
        }
        for (int i = 0; i < before.parameters().size(); i++) {
            Routine.Parameter old = before.parameters().get(i);
            Routine.Parameter now = after.parameters().get(i);
            boolean same = old.mode() == now.mode()
                    && (old.name().equals(now.name()) || old.name().isEmpty() && old.mode() == Routine.Mode.IN)
                    && old.type().equals(now.type())
                    && (old.defaultValue().isEmpty() || now.defaultValue().isPresent());
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
