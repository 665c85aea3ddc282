package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.Routine;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.sql.SqlScanner;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether an expression gives another value for each row. Stateless. */
final class Volatility {

    private static final Pattern CALL = Pattern.compile("(?:[\\w$\"]+\\.)?\"?([A-Za-z_][\\w$]*)\"?\\s*\\(");

    /** Functions of PostgreSQL that give one value in a statement, of those that stand in defaults. */
    private static final Set<String> FIXED = Set.of(
            "now",
            "transaction_timestamp",
            "statement_timestamp",
            "current_setting",
            "current_database",
            "current_schema",
            "pg_current_xact_id",
            "txid_current",
            "timezone",
            "date_trunc",
            "date_part",
            "extract",
            "to_char",
            "to_date",
            "to_timestamp",
            "make_interval",
            "make_date",
            "make_timestamp",
            "lower",
            "upper",
            "md5",
            "length",
            "concat",
            "coalesce",
            "nullif",
            "greatest",
            "least",
            "replace",
            "substring",
            "round",
            "floor",
            "ceil",
            "abs",
            "power",
            "array_fill",
            "jsonb_build_object",
            "jsonb_build_array",
            "json_build_object",
            "json_build_array",
            "to_jsonb",
            "to_tsvector",
            "int4range",
            "int8range",
            "numrange",
            "tsrange",
            "tstzrange",
            "daterange",
            "numeric",
            "varchar",
            "character",
            "char",
            "bpchar",
            "varying",
            "bit",
            "timestamp",
            "time",
            "interval",
            "in",
            "any",
            "all",
            "and",
            "or",
            "not",
            "when",
            "then",
            "else",
            "case",
            "row",
            "array");

    private Volatility() {}

    /** A function that is not known counts as one that does: to go step by step is never wrong. */
    static boolean differsByRow(SqlText expression, Facts facts) {
        StringBuilder code = new StringBuilder();
        for (SqlScanner.Segment segment : SqlScanner.scan(expression.render())) {
            code.append(segment.kind() == SqlScanner.Kind.LITERAL ? "''" : segment.text());
        }
        Matcher calls = CALL.matcher(code);
        while (calls.find()) {
            if (differs(calls.group(1), facts)) {
                return true;
            }
        }
        return false;
    }

    private static boolean differs(String function, Facts facts) {
        boolean known = false;
        for (Fact fact : facts.byId().values()) {
            if (fact instanceof Fact.OfRoutine(Routine routine)
                    && routine.name().name().equals(function)) {
                if (routine.volatility() == Routine.Volatility.VOLATILE) {
                    return true;
                }
                known = true;
            }
        }
        return !known && !FIXED.contains(function.toLowerCase(Locale.ROOT));
    }
}
