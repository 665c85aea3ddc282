package io.pgorm.migrations.diff;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlannedStatement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A plan as a script that psql and Flyway run as it stands. One transaction has no words of its own, since whoever runs
 * the script begins it; several are told apart by BEGIN and COMMIT, with the statements between them that must run
 * alone. Stateless.
 */
public final class PlanText {

    private PlanText() {}

    /** The script; nothing for an empty plan. */
    public static String of(Plan plan) {
        List<Plan.Group> groups = plan.groups();
        boolean single = isOneTransaction(plan);
        StringBuilder text = new StringBuilder();
        for (Plan.Group group : groups) {
            boolean marked = group.transaction() && !single;
            text.append(text.isEmpty() ? "" : "\n").append(marked ? "BEGIN;\n\n" : "");
            text.append(group.statements().stream().map(PlanText::statement).collect(Collectors.joining("\n")));
            text.append(marked ? "\nCOMMIT;\n" : "");
        }
        return text.toString();
    }

    /** Whether all of it fits in one transaction. */
    public static boolean isOneTransaction(Plan plan) {
        List<Plan.Group> groups = plan.groups();
        return groups.isEmpty() || groups.size() == 1 && groups.getFirst().transaction();
    }

    private static String statement(PlannedStatement statement) {
        StringBuilder text = new StringBuilder("-- ").append(oneLine(statement.object()));
        if (statement.lock() != Lock.NONE) {
            text.append("; lock ").append(statement.lock());
        }
        if (!statement.hazards().isEmpty()) {
            text.append("; ")
                    .append(statement.hazards().stream().map(Hazard::name).collect(Collectors.joining(", ")));
        }
        return text.append('\n').append(statement.sql()).append(";\n").toString();
    }

    /** A name may hold anything, and must not end the comment. */
    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
