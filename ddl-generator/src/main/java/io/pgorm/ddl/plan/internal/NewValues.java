package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ddl.plan.PlannedStatement.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that is added to an enum may be used only once it is committed. Where nothing else in the plan uses it, it may
 * share a transaction with the rest. Stateless.
 */
final class NewValues {

    private static final Pattern ADDED =
            Pattern.compile("ALTER TYPE (.+) ADD VALUE E?'((?:[^']|'')*)'.*", Pattern.DOTALL);

    private NewValues() {}

    static List<PlannedStatement> relax(List<PlannedStatement> plan) {
        List<PlannedStatement> relaxed = new ArrayList<>();
        for (PlannedStatement statement : plan) {
            Matcher added = ADDED.matcher(statement.sql());
            boolean free = statement.execution() == Execution.ALONE
                    && added.matches()
                    && plan.stream().noneMatch(other -> uses(other.sql(), added.group(1), added.group(2)));
            relaxed.add(
                    free
                            ? new PlannedStatement(
                                    statement.sql(),
                                    statement.object(),
                                    statement.lock(),
                                    statement.hazards(),
                                    Execution.TRANSACTIONAL)
                            : statement);
        }
        return relaxed;
    }

    /** Whether a statement names the value, if only within a longer text, or makes values of the type out of text. */
    private static boolean uses(String sql, String type, String label) {
        return !ADDED.matcher(sql).matches()
                && (sql.contains(label)
                        || sql.contains("::" + type)
                        || sql.contains("::" + type.replace("\"", ""))
                        || sql.contains(" TYPE " + type));
    }
}
