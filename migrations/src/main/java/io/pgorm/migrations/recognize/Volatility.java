package io.pgorm.migrations.recognize;

import java.util.List;
import java.util.Set;

/** Whether an expression gives the same to all rows of one statement. Stateless. */
final class Volatility {

    /** What is known to; any other function may be volatile, and only a server could say. */
    private static final Set<String> STEADY = Set.of(
            "now",
            "transaction_timestamp",
            "statement_timestamp",
            "current_setting",
            "lower",
            "upper",
            "coalesce",
            "nullif",
            "array",
            "row",
            "cast",
            "concat",
            "json_build_object",
            "jsonb_build_object",
            "json_build_array",
            "jsonb_build_array",
            "to_json",
            "to_jsonb",
            "date_trunc",
            "make_interval",
            "make_date",
            "timezone",
            "to_timestamp",
            "to_date",
            "to_char",
            "hstore",
            "greatest",
            "least",
            "length",
            "md5",
            "abs",
            "round",
            "current_timestamp",
            "current_time",
            "localtimestamp",
            "localtime",
            "in",
            "and",
            "or",
            "not",
            "values");

    private Volatility() {}

    static boolean mayDiffer(List<Token> expression) {
        for (int i = 0; i + 1 < expression.size(); i++) {
            boolean called =
                    expression.get(i + 1).isSymbol("(") && expression.get(i).isName();
            // numeric(10,2) behind :: is a type
            boolean type = i > 0 && expression.get(i - 1).isSymbol("::");
            if (called && !type && !STEADY.contains(expression.get(i).text())) {
                return true;
            }
        }
        return false;
    }
}
