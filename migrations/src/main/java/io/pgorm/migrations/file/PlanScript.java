package io.pgorm.migrations.file;

import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ir.sql.SqlScanner;
import io.pgorm.ir.sql.SqlScanner.Segment;
import java.util.List;

/**
 * A plan as a script that psql and Flyway run as it stands, and that {@link GroupStatements} reads again. One
 * transaction has no words of its own, since whoever runs the script begins it; several are told apart by BEGIN and
 * COMMIT, with the statements between them that must run alone. Stateless.
 */
public final class PlanScript {

    private PlanScript() {}

    /** Whether it needs no BEGIN and COMMIT, since who runs a file of plain statements has them in a transaction. */
    public static boolean isOneTransaction(Plan plan) {
        List<Plan.Group> groups = plan.groups();
        return groups.isEmpty() || groups.size() == 1 && groups.getFirst().transaction();
    }

    /** The script; nothing for an empty plan. */
    public static String of(Plan plan) {
        StringBuilder body = new StringBuilder();
        boolean explicit = !isOneTransaction(plan);
        for (Plan.Group group : plan.groups()) {
            if (group.transaction() && explicit) {
                body.append("\nBEGIN;\n");
            }
            group.statements().forEach(statement -> append(statement, body));
            if (group.transaction() && explicit) {
                body.append("\nCOMMIT;\n");
            }
        }
        return body.toString();
    }

    private static void append(PlannedStatement statement, StringBuilder body) {
        body.append('\n').append(StatementNote.of(statement).line()).append('\n');
        body.append(statement.sql());
        if (endsInLineComment(statement.sql())) {
            body.append('\n');
        }
        body.append(";\n");
    }

    /** Such a comment would swallow the semicolon. */
    private static boolean endsInLineComment(String sql) {
        List<Segment> segments = SqlScanner.scan(sql);
        return !segments.isEmpty()
                && segments.getLast().kind() == SqlScanner.Kind.COMMENT
                && segments.getLast().text().startsWith("--");
    }
}
