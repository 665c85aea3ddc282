package io.pgorm.features.partition.internal;

import io.pgorm.features.internal.GeneratedNames;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Routine;
import io.pgorm.ir.Routine.Kind;
import io.pgorm.ir.Routine.Parallel;
import io.pgorm.ir.Routine.Volatility;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Identifiers;
import io.pgorm.ir.sql.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Partitions that a function makes ahead of time. All times are those of UTC, so that bounds do not depend on who calls.
 *
 * @param table the partitioned table
 * @param zone what a bound ends in: {@code +00} where the key knows a zone, else nothing
 * @param ahead how many are made beyond the present one
 */
record MadeAhead(QualifiedName table, Every every, String zone, int ahead) {

    static final QualifiedName FUNCTION = QualifiedName.of(GeneratedNames.of("make_partitions"));

    /** The comment on each partition that the function makes, by which it is known. */
    static final String MARK = "made by pgorm_make_partitions()";

    private static final String BODY = """

            DECLARE
                kept record;
                present timestamp := now() AT TIME ZONE 'UTC';
                months integer;
                lower timestamp;
                upper timestamp;
                name text;
                made integer := 0;
            BEGIN
                PERFORM pg_advisory_xact_lock(hashtextextended('pgorm_make_partitions', 0));
                FOR kept IN
                    SELECT * FROM (VALUES
                        %s
                    ) AS listed (in_schema, parent, stem, step, format, zone, ahead)
                LOOP
                    months := extract(year FROM kept.step) * 12 + extract(month FROM kept.step);
                    IF months > 0 THEN
                        lower := date_trunc('month', present) - make_interval(
                            months => (extract(year FROM present) * 12 + extract(month FROM present) - 1)::integer %% months);
                    ELSE
                        lower := date_bin(kept.step, present, timestamp '2001-01-01');
                    END IF;
                    FOR step IN 0 .. kept.ahead LOOP
                        upper := lower + kept.step;
                        name := kept.stem || to_char(lower, kept.format);
                        IF to_regclass(format('%%I.%%I', kept.in_schema, name)) IS NULL THEN
                            BEGIN
                                EXECUTE format(
                                    'CREATE TABLE %%I.%%I PARTITION OF %%I.%%I FOR VALUES FROM (%%L) TO (%%L)',
                                    kept.in_schema, name, kept.in_schema, kept.parent,
                                    to_char(lower, 'YYYY-MM-DD HH24:MI:SS') || kept.zone,
                                    to_char(upper, 'YYYY-MM-DD HH24:MI:SS') || kept.zone);
                                EXECUTE format(
                                    'COMMENT ON TABLE %%I.%%I IS %%L',
                                    kept.in_schema, name, 'made by pgorm_make_partitions()');
                                made := made + 1;
                            EXCEPTION WHEN invalid_object_definition THEN
                                RAISE NOTICE '%%', SQLERRM;
                            END;
                        END IF;
                        lower := upper;
                    END LOOP;
                END LOOP;
                RETURN made;
            END
            """;

    private static final String LITERAL = "(E?'(?:[^']|'')*')";
    private static final Pattern ROW = Pattern.compile("\\(" + LITERAL + ", " + LITERAL + ", " + LITERAL
            + ", interval '(\\d+ [a-z]+)', '[^']*', '(\\+00|)', (\\d+)\\)");

    /** The function that makes those of all the tables, at least one. */
    static Routine function(List<MadeAhead> tables, SourceSpan span) {
        return new Routine(
                FUNCTION,
                Kind.FUNCTION,
                List.of(),
                Optional.of("integer"),
                "plpgsql",
                body(tables),
                false,
                Volatility.VOLATILE,
                false,
                false,
                // an application that only reads and writes rows may call it
                true,
                Parallel.UNSAFE,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                new TreeMap<>(Map.of("search_path", "pg_catalog, pg_temp", "lock_timeout", "'5s'")),
                Optional.empty(),
                span);
    }

    static String body(List<MadeAhead> tables) {
        return BODY.formatted(tables.stream().map(MadeAhead::row).collect(Collectors.joining(",\n            ")));
    }

    private String row() {
        return "(" + Literals.quote(table.schema()) + ", " + Literals.quote(table.name()) + ", "
                + Literals.quote(stem()) + ", interval '" + every.text() + "', '"
                + every.unit().format() + "', '" + zone + "', " + ahead + ")";
    }

    /** What the names of the partitions begin with, so short that the time still fits. */
    private String stem() {
        String longest = "_p" + Every.Unit.HOUR.format();
        String whole = Identifiers.shorten(table.name(), longest);
        return whole.substring(0, whole.length() - longest.length()) + "_p";
    }

    /** The tables of which the function of that body makes partitions; none where it is not exactly ours. */
    static List<MadeAhead> read(String body) {
        List<MadeAhead> tables = new ArrayList<>();
        Matcher row = ROW.matcher(body);
        while (row.find()) {
            Optional<Every> every = Every.parse(row.group(4));
            OptionalLong ahead = SqlLiteral.whole(row.group(6));
            if (every.isPresent() && ahead.isPresent()) {
                QualifiedName table = new QualifiedName(
                        SqlLiteral.text(row.group(1)).orElse(""),
                        SqlLiteral.text(row.group(2)).orElse(""));
                tables.add(new MadeAhead(table, every.get(), row.group(5), (int) ahead.getAsLong()));
            }
        }
        return !tables.isEmpty() && body(tables).equals(body) ? List.copyOf(tables) : List.of();
    }
}
