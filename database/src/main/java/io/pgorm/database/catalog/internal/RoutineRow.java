package io.pgorm.database.catalog.internal;

import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Routine;
import io.pgorm.ir.Routine.Mode;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A function or a procedure.
 *
 * @param definition the whole statement, for one that the IR has no words for: in C, or with transforms
 */
record RoutineRow(long oid, Routine routine, Optional<String> definition, String owner) {

    private static final String QUERY = """
            SELECT p.oid::int8 AS oid, n.nspname AS schema, p.proname AS name, p.prokind AS kind, l.lanname AS language,
                   p.prosrc AS source, p.prosqlbody IS NOT NULL AS atomic, pg_get_function_sqlbody(p.oid) AS sql_body,
                   p.provolatile AS volatility, p.proisstrict AS strict, p.proleakproof AS leakproof,
                   p.prosecdef AS security_definer, p.proparallel AS parallel, p.procost AS cost, p.prorows AS rows,
                   CASE WHEN p.prosupport <> 0 THEN p.prosupport::text END AS support, p.proconfig AS settings,
                   p.proretset AS returns_set, format_type(p.prorettype, NULL) AS returns,
                   args.types AS types, args.modes AS modes, args.names AS names, args.defaults AS defaults,
                   CASE WHEN p.probin IS NOT NULL OR p.protrftypes IS NOT NULL THEN pg_get_functiondef(p.oid) END AS definition,
                   pg_get_userbyid(p.proowner) AS owner
            FROM pg_proc p
            JOIN pg_namespace n ON n.oid = p.pronamespace
            JOIN pg_language l ON l.oid = p.prolang
            LEFT JOIN LATERAL (
                SELECT array_agg(format_type(u.type, NULL) ORDER BY u.place) AS types,
                       array_agg(coalesce(p.proargmodes[u.place], 'i') ORDER BY u.place) AS modes,
                       array_agg(nullif(p.proargnames[u.place], '') ORDER BY u.place) AS names,
                       array_agg(pg_get_function_arg_default(p.oid, u.place::int) ORDER BY u.place) AS defaults
                FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) WITH ORDINALITY u(type, place)) args ON true
            WHERE p.pronamespace = ANY (?) AND p.prokind <> 'a' AND %s
              AND NOT EXISTS (SELECT FROM pg_depend i WHERE i.classid = 'pg_catalog.pg_proc'::regclass AND i.objid = p.oid
                              AND i.deptype = 'i')
            ORDER BY n.nspname COLLATE "C", p.proname COLLATE "C", p.oid
            """.formatted(CatalogSession.ownNotExtensions("pg_proc", "p"));

    static List<RoutineRow> read(CatalogSession session) throws SQLException {
        return session.list(QUERY, RoutineRow::of);
    }

    private static RoutineRow of(Row row) throws SQLException {
        List<Routine.Parameter> parameters = parameters(row);
        boolean atomic = row.is("atomic");
        String language = row.text("language");
        double usualCost = language.equals("c") || language.equals("internal") ? 1 : 100;
        boolean set = row.is("returns_set");
        Routine routine = new Routine(
                new QualifiedName(row.text("schema"), row.text("name")),
                kind(row.letter("kind")),
                parameters,
                returns(row, parameters, set),
                language,
                atomic ? row.text("sql_body").strip() : row.text("source"),
                atomic,
                volatility(row.letter("volatility")),
                row.is("strict"),
                row.is("leakproof"),
                row.is("security_definer"),
                parallel(row.letter("parallel")),
                unless(row.real("cost"), usualCost),
                set ? unless(row.real("rows"), 1000) : OptionalDouble.empty(),
                row.optional("support"),
                settings(row.texts("settings")),
                Optional.empty(),
                SourceSpan.NONE);
        return new RoutineRow(row.number("oid"), routine, row.optional("definition"), row.text("owner"));
    }

    private static List<Routine.Parameter> parameters(Row row) throws SQLException {
        List<String> types = row.texts("types");
        List<String> modes = row.texts("modes");
        List<Optional<String>> names = row.optionals("names");
        List<Optional<String>> defaults = row.optionals("defaults");
        List<Routine.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            parameters.add(new Routine.Parameter(
                    mode(modes.get(i)), names.get(i), types.get(i), Sql.expression(defaults.get(i)), SourceSpan.NONE));
        }
        return parameters;
    }

    private static Optional<String> returns(Row row, List<Routine.Parameter> parameters, boolean set)
            throws SQLException {
        boolean table = parameters.stream().anyMatch(parameter -> parameter.mode() == Mode.TABLE);
        boolean output = parameters.stream()
                .anyMatch(parameter -> parameter.mode() == Mode.OUT || parameter.mode() == Mode.INOUT);
        if (row.letter("kind") == 'p' || table || (output && !set)) {
            return Optional.empty();
        }
        return Optional.of((set ? "SETOF " : "") + row.text("returns"));
    }

    private static Routine.Kind kind(char letter) {
        return switch (letter) {
            case 'p' -> Routine.Kind.PROCEDURE;
            case 'w' -> Routine.Kind.WINDOW_FUNCTION;
            default -> Routine.Kind.FUNCTION;
        };
    }

    private static Mode mode(String letter) {
        return switch (letter) {
            case "o" -> Mode.OUT;
            case "b" -> Mode.INOUT;
            case "v" -> Mode.VARIADIC;
            case "t" -> Mode.TABLE;
            default -> Mode.IN;
        };
    }

    private static Routine.Volatility volatility(char letter) {
        return switch (letter) {
            case 'i' -> Routine.Volatility.IMMUTABLE;
            case 's' -> Routine.Volatility.STABLE;
            default -> Routine.Volatility.VOLATILE;
        };
    }

    private static Routine.Parallel parallel(char letter) {
        return switch (letter) {
            case 's' -> Routine.Parallel.SAFE;
            case 'r' -> Routine.Parallel.RESTRICTED;
            default -> Routine.Parallel.UNSAFE;
        };
    }

    private static OptionalDouble unless(double value, double usual) {
        return value == usual ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Map<String, String> settings(List<String> stored) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : stored) {
            int equals = setting.indexOf('=');
            String name = setting.substring(0, equals);
            settings.put(name, Settings.sql(name, setting.substring(equals + 1)));
        }
        return settings;
    }

    ObjectName objectName() {
        return ObjectName.routine(routine);
    }
}
