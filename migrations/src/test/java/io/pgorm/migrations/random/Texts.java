package io.pgorm.migrations.random;

import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlannedStatement;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What people read. Stateless. */
final class Texts {

    private Texts() {}

    static String plan(Plan plan) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (Plan.Group group : plan.groups()) {
            number++;
            for (PlannedStatement statement : group.statements()) {
                text.append(group.transaction() ? Integer.toString(number) : "alone")
                        .append(": ")
                        .append(statement.sql())
                        .append(";  -- ")
                        .append(statement.object())
                        .append(' ')
                        .append(statement.lock())
                        .append(' ')
                        .append(statement.hazards())
                        .append('\n');
            }
        }
        return text.toString();
    }

    static String stack(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
