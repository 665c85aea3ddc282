package io.pgorm.sdl.internal.pass;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Routine;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what makes an expression give another result at another time: functions of PostgreSQL and of the schema that
 * are not immutable, and casts that look at the time zone. For one schema.
 */
final class Volatility {

    /** Not immutable with whatever arguments. */
    private static final Set<String> FUNCTIONS = Set.of(
            "now",
            "clock_timestamp",
            "statement_timestamp",
            "transaction_timestamp",
            "timeofday",
            "random",
            "random_normal",
            "gen_random_uuid",
            "gen_random_bytes",
            "gen_salt",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4",
            "uuidv4",
            "uuidv7",
            "nextval",
            "currval",
            "lastval",
            "setval",
            "current_setting",
            "set_config",
            "pg_backend_pid",
            "txid_current",
            "pg_current_xact_id",
            "version",
            "current_database",
            "concat",
            "concat_ws",
            "format",
            "to_char",
            "to_date",
            "to_number",
            "array_to_string",
            "to_json",
            "to_jsonb",
            "json_build_object",
            "jsonb_build_object",
            "json_build_array",
            "jsonb_build_array",
            "row_to_json",
            "array_to_json",
            "unaccent",
            "make_timestamptz",
            "pgp_sym_encrypt",
            "pgp_pub_encrypt");

    /** Those that take their configuration from the session unless it is given as a first argument. */
    private static final Set<String> TEXT_SEARCH =
            Set.of("to_tsvector", "to_tsquery", "plainto_tsquery", "phraseto_tsquery", "websearch_to_tsquery");

    private static final List<String> WORDS = List.of(
            "current_timestamp",
            "current_date",
            "current_time",
            "localtimestamp",
            "localtime",
            "current_user",
            "session_user",
            "current_role",
            "current_schema",
            "current_catalog");

    private static final Set<String> ZONE_DEPENDENT_CASTS = Set.of("date", "time", "timestamp", "text", "varchar");

    private final Schema schema;

    Volatility(Schema schema) {
        this.schema = schema;
    }

    /** What of the expression is not immutable, as it is to be named, and what helps; absent where nothing is found. */
    Optional<Finding> find(Table table, SqlText sql) {
        SqlFacts facts = SqlFacts.of(sql);
        for (SqlFacts.Call call : facts.calls()) {
            Optional<Finding> finding = find(table, call);
            if (finding.isPresent()) {
                return finding;
            }
        }
        for (String word : WORDS) {
            if (facts.hasWord(word) && table.column(word).isEmpty()) {
                return Optional.of(new Finding(word, "it changes from one transaction to the next"));
            }
        }
        for (SqlFacts.Cast cast : facts.casts()) {
            if (ZONE_DEPENDENT_CASTS.contains(cast.type()) && isZoned(table, cast.column())) {
                return Optional.of(new Finding(
                        cast.column() + "::" + cast.type(),
                        "it depends on the time zone of the session; write `(" + cast.column()
                                + " AT TIME ZONE 'UTC')::" + cast.type() + "`"));
            }
        }
        return Optional.empty();
    }

    /** @param help why, or what to write instead */
    record Finding(String what, String help) {}

    private Optional<Finding> find(Table table, SqlFacts.Call call) {
        String name = call.name();
        int count = call.arguments().size();
        List<Routine> declared = declared(call);
        if (!declared.isEmpty()) {
            return ofSchema(call, declared);
        }
        boolean builtin = call.schema().isEmpty() || call.schema().get().equals("pg_catalog");
        if (builtin && FUNCTIONS.contains(name)) {
            return Optional.of(new Finding(name + "()", help(name)));
        }
        if (builtin && TEXT_SEARCH.contains(name) && count == 1) {
            return Optional.of(new Finding(
                    name + "() without a configuration", "name the configuration: `" + name + "('english', ...)`"));
        }
        if (builtin && name.equals("to_timestamp") && count == 2) {
            return Optional.of(new Finding("to_timestamp()", "it depends on settings of the session"));
        }
        if (builtin && name.equals("age") && count == 1) {
            return Optional.of(new Finding("age()", "with one argument it counts from today"));
        }
        boolean zoned = builtin
                && name.equals("date_trunc")
                && count == 2
                && isZoned(table, call.arguments().get(1));
        if (zoned) {
            return Optional.of(new Finding(
                    "date_trunc()",
                    "it depends on the time zone of the session; name one: `"
                            + call.arguments().get(1) + " AT TIME ZONE 'UTC'`"));
        }
        return Optional.empty();
    }

    private List<Routine> declared(SqlFacts.Call call) {
        return schema.routines().stream()
                .filter(routine -> routine.name().name().equals(call.name())
                        && call.schema().map(routine.name().schema()::equals).orElse(true))
                .toList();
    }

    private static Optional<Finding> ofSchema(SqlFacts.Call call, List<Routine> routines) {
        return routines.stream().noneMatch(routine -> routine.volatility() == Routine.Volatility.IMMUTABLE)
                ? Optional.of(new Finding(
                        call.name() + "()", "declare the function immutable, if it gives the same result for ever"))
                : Optional.empty();
    }

    private static String help(String name) {
        return switch (name) {
            case "concat", "concat_ws", "format", "array_to_string" ->
                "it calls output functions that depend on settings; write `coalesce({a}, '') || ' ' || coalesce({b},"
                        + " '')`";
            case "to_char", "to_date", "to_number" -> "it depends on settings of the session";
            case "to_json",
                    "to_jsonb",
                    "json_build_object",
                    "jsonb_build_object",
                    "json_build_array",
                    "jsonb_build_array",
                    "row_to_json",
                    "array_to_json" -> "how it writes times depends on settings of the session";
            case "unaccent" ->
                "its dictionary may change; use a text search configuration with it, or a function of your own that is"
                        + " immutable";
            default -> "it gives another result at each call";
        };
    }

    private static boolean isZoned(Table table, String column) {
        return table.column(column)
                .or(() -> table.column(column.toLowerCase(java.util.Locale.ROOT)))
                .map(Column::type)
                .filter(type -> type instanceof ColumnType.Scalar scalar
                        && !scalar.array()
                        && (scalar.type().sql().equals("timestamp with time zone")
                                || scalar.type().sql().equals("time with time zone")))
                .isPresent();
    }
}
