package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.ViewSql;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.internal.Transition.InPlace;
import io.pgorm.ddl.plan.internal.Transition.Replace;
import io.pgorm.ir.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How a view changes: it is replaced in place where its columns, their types and collations, only become more. Stateless. */
final class ViewChange {

    private ViewChange() {}

    static Transition between(View before, View after) {
        if (before.query().equals(after.query())) {
            return sameQuery(before, after);
        }
        boolean keepsColumns = !after.materialized()
                && before.columns().size() <= after.columns().size()
                && after.columns().subList(0, before.columns().size()).equals(before.columns());
        return keepsColumns
                ? new InPlace(
                        List.of(Step.of(ViewSql.create(after).sql().replaceFirst("^CREATE ", "CREATE OR REPLACE "))
                                .locking(Lock.ACCESS_EXCLUSIVE)))
                : new Replace();
    }

    private static Transition sameQuery(View before, View after) {
        if (!before.columns().equals(after.columns())) {
            return new Replace();
        }
        String alter = "ALTER " + (after.materialized() ? "MATERIALIZED VIEW " : "VIEW ")
                + after.name().sql();
        List<Step> steps = new ArrayList<>();
        if (!before.accessMethod().equals(after.accessMethod())) {
            if (after.accessMethod().isEmpty()) {
                return new Replace();
            }
            steps.add(Step.of(
                    alter + " SET ACCESS METHOD "
                            + Removal.quoted(after.accessMethod().get()),
                    Lock.ACCESS_EXCLUSIVE,
                    Hazard.REWRITES_TABLE,
                    Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK));
        }
        if (!before.tablespace().equals(after.tablespace())) {
            steps.add(Step.of(
                    alter + " SET TABLESPACE "
                            + Removal.quoted(after.tablespace().orElse("pg_default")),
                    Lock.ACCESS_EXCLUSIVE,
                    Hazard.REWRITES_TABLE,
                    Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK));
        }
        Transitions.parameters(alter, before.options(), after.options())
                .forEach(step -> steps.add(isSecured(before, after) ? step.with(Hazard.AUTHZ_UPDATE) : step));
        if (before.populated() != after.populated()) {
            steps.add(refresh(after));
        }
        return new InPlace(steps);
    }

    /** Whether other rights or other rows are looked at. */
    private static boolean isSecured(View before, View after) {
        return Stream.of("security_invoker", "security_barrier")
                .anyMatch(option -> !Objects.equals(
                        before.options().get(option), after.options().get(option)));
    }

    /** The rows of today may be more than a unique index of the view allows, or than its query can compute. */
    private static Step refresh(View view) {
        String refresh = "REFRESH MATERIALIZED VIEW " + view.name().sql();
        return view.populated()
                ? Step.of(
                        refresh,
                        Lock.ACCESS_EXCLUSIVE,
                        Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
                        Hazard.IMPACTS_DATABASE_PERFORMANCE,
                        Hazard.MAY_FAIL_ON_DATA)
                : Step.of(refresh + " WITH NO DATA", Lock.ACCESS_EXCLUSIVE, Hazard.BREAKS_RUNNING_APP);
    }
}
