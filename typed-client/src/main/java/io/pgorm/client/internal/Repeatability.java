package io.pgorm.client.internal;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a query gives the same rows when it stands twice in one snapshot. Only a volatile function can make it give
 * others, and only the server knows which functions are; so every function counts as one that is not on the list of
 * those that PostgreSQL ships as immutable or stable. Being wrong in the other direction costs a round trip.
 */
final class Repeatability {

    private static final Pattern CALL = Pattern.compile("([A-Za-z_][A-Za-z0-9_$]*|\"(?:[^\"]|\"\")+\")\\s*\\(");

    /** Words before a parenthesis that call nothing. */
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "not",
            "in",
            "any",
            "all",
            "some",
            "exists",
            "as",
            "on",
            "using",
            "values",
            "where",
            "from",
            "join",
            "lateral",
            "select",
            "distinct",
            "over",
            "filter",
            "case",
            "when",
            "then",
            "else",
            "row",
            "array",
            "between",
            "like",
            "ilike",
            "to",
            "is",
            "by",
            "having",
            "union",
            "intersect",
            "except",
            "interval",
            "varchar",
            "char",
            "numeric",
            "decimal",
            "timestamp",
            "time",
            "bit",
            "varbit",
            "cast",
            "within",
            "group");

    private static final Set<String> FUNCTIONS = Set.of(
            "coalesce",
            "nullif",
            "greatest",
            "least",
            "lower",
            "upper",
            "trim",
            "ltrim",
            "rtrim",
            "btrim",
            "length",
            "char_length",
            "octet_length",
            "substring",
            "substr",
            "overlay",
            "replace",
            "translate",
            "position",
            "strpos",
            "left",
            "right",
            "lpad",
            "rpad",
            "repeat",
            "reverse",
            "concat",
            "concat_ws",
            "split_part",
            "starts_with",
            "md5",
            "abs",
            "sign",
            "round",
            "floor",
            "ceil",
            "ceiling",
            "trunc",
            "mod",
            "power",
            "sqrt",
            "exp",
            "ln",
            "log",
            "extract",
            "date_part",
            "date_trunc",
            "date_bin",
            "age",
            "now",
            "make_date",
            "make_interval",
            "to_char",
            "to_date",
            "to_number",
            "to_timestamp",
            "count",
            "sum",
            "min",
            "max",
            "avg",
            "bool_and",
            "bool_or",
            "every",
            "array_agg",
            "string_agg",
            "array_length",
            "cardinality",
            "unnest",
            "array_position",
            "row_number",
            "rank",
            "dense_rank",
            "to_tsvector",
            "to_tsquery",
            "plainto_tsquery",
            "phraseto_tsquery",
            "websearch_to_tsquery",
            "ts_rank",
            "ts_rank_cd",
            "similarity",
            "jsonb_path_exists",
            "jsonb_exists",
            "jsonb_extract_path",
            "jsonb_extract_path_text",
            "jsonb_array_length",
            "jsonb_typeof",
            "st_dwithin",
            "st_contains",
            "st_intersects",
            "st_within",
            "st_distance",
            "st_makepoint",
            "st_setsrid",
            "current_setting",
            "num_nulls",
            "num_nonnulls",
            "regexp_replace",
            "regexp_like",
            "isfinite");

    private Repeatability() {}

    static boolean isRepeatable(String sql) {
        Matcher call = CALL.matcher(sql);
        while (call.find()) {
            String name = call.group(1).toLowerCase(Locale.ROOT);
            if (!WORDS.contains(name) && !FUNCTIONS.contains(name)) {
                return false;
            }
        }
        return true;
    }
}
