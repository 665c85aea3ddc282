package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.Routine;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.sql.SqlScanner;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether an expression may give another value for each row. Stateless. */
final class Volatility {

    private static final Pattern CALL = Pattern.compile("([A-Za-z_]\\w*)\\s*\\(");

    /** PostgreSQL's own that are, and may stand in a default. What begins with pg_ is taken for one too. */
    private static final Set<String> VOLATILE = Set.of(
            "array_sample",
            "array_shuffle",
            "clock_timestamp",
            "current_query",
            "currval",
            "gen_random_uuid",
            "lastval",
            "lo_creat",
            "lo_create",
            "lo_from_bytea",
            "lo_import",
            "nextval",
            "query_to_xml",
            "random",
            "random_normal",
            "set_config",
            "setseed",
            "setval",
            "timeofday",
            "txid_status",
            "uuidv4",
            "uuidv7");

    private static final Set<String> HARMLESS =
            Set.of("pg_typeof", "pg_get_expr", "pg_size_pretty", "pg_current_xact_id", "pg_backend_pid");

    private Volatility() {}

    /**
     * Whether the value is another one for each row, so that a new column with it has to be written into all of them.
     *
     * @param id the fact that has the expression, whose needs are known
     */
    static boolean isVolatile(FactId id, SqlText expression, Facts state, Relations relations) {
        return relations.needs(id).stream().map(state::the).anyMatch(Volatility::isUnstable)
                || callsVolatile(expression.render());
    }

    private static boolean isUnstable(Fact needed) {
        return switch (needed) {
            case Fact.OfRoutine(var routine) -> routine.volatility() == Routine.Volatility.VOLATILE;
            // what an extension has is not known, nor what is made by SQL
            case Fact.OfExtension extension -> true;
            case Fact.OfSql sql ->
                sql.sql().id().startsWith("function") || sql.sql().id().startsWith("operator");
            case Fact other -> false;
        };
    }

    private static boolean callsVolatile(String expression) {
        for (SqlScanner.Segment segment : SqlScanner.scan(expression)) {
            if (segment.kind() == SqlScanner.Kind.CODE) {
                Matcher call = CALL.matcher(segment.text());
                while (call.find()) {
                    String name = call.group(1).toLowerCase(Locale.ROOT);
                    if (VOLATILE.contains(name) || name.startsWith("pg_") && !HARMLESS.contains(name)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
