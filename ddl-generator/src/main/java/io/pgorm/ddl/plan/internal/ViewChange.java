package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.ViewSql;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.internal.Transition.InPlace;
import io.pgorm.ddl.plan.internal.Transition.Replace;
import io.pgorm.ir.View;
import java.util.List;

/** How a view changes: it is replaced in place where its columns only become more. Stateless. */
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
        boolean onlyOptions = before.columns().equals(after.columns())
                && before.accessMethod().equals(after.accessMethod())
                && before.tablespace().equals(after.tablespace())
                && before.populated() == after.populated();
        if (!onlyOptions) {
            return new Replace();
        }
        String alter = "ALTER " + (after.materialized() ? "MATERIALIZED VIEW " : "VIEW ")
                + after.name().sql();
        return new InPlace(Transitions.parameters(alter, before.options(), after.options()));
    }
}
