package io.pgorm.features.rls.internal;

import io.pgorm.ir.Policy;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SessionType;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls of {@code auth.x()} in policies. Stateless. */
public final class SessionCalls {

    private SessionCalls() {}

    /**
     * The SQL with each call as a subquery, {@code (SELECT auth.uid())}: the planner evaluates one that depends on no
     * row once for a statement, but calls a STABLE function for each row.
     */
    static SqlText evaluatedOnce(SqlText text) {
        // Literals and comments may go on over several parts, so that the whole is searched, not each part.
        List<SessionCall> calls = SessionCall.in(text.render());
        List<SqlText.Part> parts = new ArrayList<>();
        int offset = 0;
        for (SqlText.Part part : text.parts()) {
            parts.add(
                    part instanceof SqlText.Text(String sql)
                            ? new SqlText.Text(evaluatedOnce(sql, offset, calls))
                            : part);
            offset += part.render().length();
        }
        return new SqlText(parts, text.span());
    }

    /** @param offset that of the part in the text that the calls were found in */
    private static String evaluatedOnce(String part, int offset, List<SessionCall> calls) {
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

    /** The functions that a policy calls. */
    static Set<String> functions(Policy policy) {
        return texts(policy)
                .flatMap(text -> SessionCall.in(text.render()).stream())
                .map(SessionCall::function)
                .collect(Collectors.toSet());
    }

    /** An error for each call of a function that the session does not make. */
    public static List<Diagnostic> check(Schema schema) {
        if (schema.session().isEmpty() || schema.session().get().external()) {
            return List.of();
        }
        List<SessionType.Field> fields = schema.session().get().fields();
        Set<String> known = fields.stream().map(SessionType.Field::function).collect(Collectors.toSet());
        return schema.tables().stream()
                .flatMap(table -> table.policies().stream())
                .flatMap(SessionCalls::texts)
                .flatMap(text -> SessionCall.in(text.render()).stream()
                        .map(SessionCall::function)
                        .distinct()
                        .filter(function -> !known.contains(function))
                        .map(function -> unknown(function, text, fields)))
                .toList();
    }

    private static Diagnostic unknown(String function, SqlText text, List<SessionType.Field> fields) {
        String calls =
                fields.stream().map(field -> "auth." + field.function() + "()").collect(Collectors.joining(", "));
        return Diagnostic.error(
                        PolicyCodes.UNKNOWN_SESSION_FIELD,
                        "the session has no field behind auth." + function + "()",
                        text.span())
                .withHelp("add one to the session block; there are " + calls);
    }

    private static Stream<SqlText> texts(Policy policy) {
        return Stream.concat(policy.using().stream(), policy.check().stream());
    }
}
