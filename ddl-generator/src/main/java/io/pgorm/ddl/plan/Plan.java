package io.pgorm.ddl.plan;

import io.pgorm.ddl.plan.PlannedStatement.Execution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What to run. Immutable.
 *
 * @param statements in order
 */
public record Plan(List<PlannedStatement> statements) {

    public Plan {
        statements = List.copyOf(statements);
    }

    public boolean isEmpty() {
        return statements.isEmpty();
    }

    /** All that may hurt in it. */
    public Set<Hazard> hazards() {
        Set<Hazard> all = EnumSet.noneOf(Hazard.class);
        statements.forEach(statement -> all.addAll(statement.hazards()));
        return Collections.unmodifiableSet(all);
    }

    /**
     * The statements as they are run: those of one group in one transaction, each group committed before the next.
     *
     * @return groups in order, none of them empty
     */
    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        List<PlannedStatement> open = new ArrayList<>();
        for (PlannedStatement statement : statements) {
            if (statement.execution() != Execution.TRANSACTIONAL && !open.isEmpty()) {
                groups.add(new Group(true, open));
                open.clear();
            }
            if (statement.execution() == Execution.ALONE) {
                groups.add(new Group(false, List.of(statement)));
            } else {
                open.add(statement);
            }
        }
        if (!open.isEmpty()) {
            groups.add(new Group(true, open));
        }
        return List.copyOf(groups);
    }

    /**
     * Statements that are run together.
     *
     * @param transaction whether in a transaction; else it is one statement, which must be outside of any
     */
    public record Group(boolean transaction, List<PlannedStatement> statements) {
        public Group {
            statements = List.copyOf(statements);
        }
    }
}
