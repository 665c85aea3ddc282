package io.pgorm.features.rls.internal;

import io.pgorm.ir.SqlText;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts calls of {@code auth.x()} into subqueries, {@code (SELECT auth.uid())}: the planner evaluates a subquery that
 * depends on no row once for a statement, but calls a STABLE function for each row. Stateless.
 */
final class EvaluateOnce {

    private EvaluateOnce() {}

    /** The SQL that means the same and calls once; references stay as they are. */
    static SqlText apply(SqlText text) {
        // Literals and comments may go on over several parts, so that the whole is searched, not each part.
        List<SessionCall> calls = SessionCall.in(text.render());
        List<SqlText.Part> parts = new ArrayList<>();
        int offset = 0;
        for (SqlText.Part part : text.parts()) {
            parts.add(part instanceof SqlText.Text(String sql) ? new SqlText.Text(apply(sql, offset, calls)) : part);
            offset += part.render().length();
        }
        return new SqlText(parts, text.span());
    }

    /** @param offset that of the part in the text that the calls were found in */
    private static String apply(String part, int offset, List<SessionCall> calls) {
        StringBuilder out = new StringBuilder(part);
        // From the last to the first, so that the offsets of those to come stay right.
        for (SessionCall call : calls.reversed()) {
            int start = call.start() - offset;
            int end = call.end() - offset;
            if (end > 0 && end <= part.length()) {
                out.insert(end, call.form().after());
            }
            if (start >= 0 && start < part.length()) {
                out.insert(start, call.form().before());
            }
        }
        return out.toString();
    }
}
