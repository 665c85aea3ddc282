package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ddl.plan.PlannedStatement.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A body that is kept as text may name what comes after its routine, and PostgreSQL keeps no record of that. So the
 * server is told not to look into such bodies, in the transactions that hold them: the target, where they are right, has
 * been made before. Stateless.
 */
final class UncheckedBodies {

    private static final String SETTING = "SET LOCAL check_function_bodies = off";

    private UncheckedBodies() {}

    /** @param routines those of the statements that make a routine with such a body */
    static List<PlannedStatement> allow(List<PlannedStatement> statements, Set<PlannedStatement> routines) {
        if (routines.isEmpty() || statements.size() == 1) {
            return statements;
        }
        List<PlannedStatement> all = new ArrayList<>();
        for (Plan.Group group : new Plan(statements).groups()) {
            boolean needed = group.transaction() && group.statements().stream().anyMatch(routines::contains);
            if (needed) {
                PlannedStatement first = group.statements().getFirst();
                all.add(new PlannedStatement(SETTING, "setting", Lock.NONE, Set.of(), first.execution()));
                all.add(first.in(Execution.TRANSACTIONAL));
                all.addAll(group.statements().subList(1, group.statements().size()));
            } else {
                all.addAll(group.statements());
            }
        }
        return all;
    }
}
