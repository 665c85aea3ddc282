package io.pgorm.migrations.rows.internal;

import io.pgorm.ir.sql.Identifiers;
import io.pgorm.ir.sql.Literals;
import io.pgorm.migrations.rows.RowOptions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Fills one table: all rows at once, or where the server refuses that one by one, with other values at each try. */
final class TableFiller {

    private static final int TRIES = 16;

    private final Session session;
    private final RowTable table;
    private final RowOptions options;
    private final Random random;
    private final TableSources sources;

    /** How many rows, and why not more. */
    record Filled(int rows, Optional<String> reason) {}

    /** @param done tables that have their rows already */
    TableFiller(Session session, RowSchema schema, Pools pools, RowTable table, RowOptions options, Set<Long> done) {
        this.session = session;
        this.table = table;
        this.options = options;
        this.random = new Random(options.seed() * 31 + table.name().toString().hashCode());
        this.sources = new TableSources(session, schema, pools, table, options.seed(), done);
    }

    Filled fill() throws SQLException {
        List<Source> all;
        try {
            all = sources.all();
        } catch (TableSources.NoValueException e) {
            return new Filled(0, Optional.of(String.valueOf(e.getMessage())));
        }
        List<RowColumn> given = table.columns().stream()
                .filter(column -> column.generated().isEmpty())
                .toList();
        int wanted = options.perTable();
        if (given.isEmpty()) {
            Optional<String> refused = session.attempt(
                    ("INSERT INTO " + table.qualified() + " DEFAULT VALUES;\n").repeat(wanted) + "SELECT 1");
            return new Filled(refused.isEmpty() ? wanted : 0, refused);
        }
        List<String> rows =
                IntStream.range(0, wanted).mapToObj(i -> row(given, all, i, 0)).toList();
        if (session.attempt(insert(given, String.join(",\n", rows))).isEmpty()) {
            return new Filled(wanted, Optional.empty());
        }
        return oneByOne(given, all, wanted);
    }

    private Filled oneByOne(List<RowColumn> given, List<Source> all, int wanted) throws SQLException {
        int inserted = 0;
        String reason = "";
        for (int i = 0; i < wanted; i++) {
            // a table that took none of the many is not asked for each of the rest as often
            int tries = i > 0 && inserted == 0 ? 2 : TRIES;
            for (int attempt = 0; attempt < tries; attempt++) {
                Optional<String> refused = session.attempt(insert(given, row(given, all, i, attempt)));
                if (refused.isEmpty()) {
                    inserted++;
                    break;
                }
                reason = refused.get();
            }
        }
        return new Filled(
                inserted, inserted == wanted ? Optional.empty() : Optional.of("the server refused more: " + reason));
    }

    private String insert(List<RowColumn> given, String rows) {
        String columns =
                given.stream().map(column -> Identifiers.quote(column.name())).collect(Collectors.joining(", "));
        return "INSERT INTO " + table.qualified() + " (" + columns + ") OVERRIDING SYSTEM VALUE VALUES\n" + rows;
    }

    /** The first try of four rows in turn: ordinary with defaults, with NULL, with extremes, ordinary. */
    private String row(List<RowColumn> given, List<Source> all, int number, int attempt) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (Source source : all) {
            List<@Nullable String> tuple = choose(source, number, attempt);
            for (int i = 0; i < tuple.size(); i++) {
                values.put(source.columns().get(i), tuple.get(i));
            }
        }
        for (RowKey key : sources.copied()) {
            for (int i = 0; i < key.columns().size(); i++) {
                values.put(key.columns().get(i), values.get(key.targetColumns().get(i)));
            }
        }
        List<String> texts = new ArrayList<>();
        for (RowColumn column : given) {
            boolean byDefault = !values.containsKey(column.name())
                    || (column.defaulted()
                            && !sources.bound().contains(column.name())
                            && number % 4 == 0
                            && attempt == 0);
            @Nullable String value = values.get(column.name());
            texts.add(byDefault ? "DEFAULT" : value == null ? "NULL" : Literals.quote(value));
        }
        return "(" + String.join(", ", texts) + ")";
    }

    private List<@Nullable String> choose(Source source, int number, int attempt) {
        List<List<@Nullable String>> from = source.ordinary();
        if (attempt == 0 && number % 4 == 1 && !source.nulls().isEmpty()) {
            from = source.nulls();
        } else if (attempt == 0 && number % 4 == 2 && !source.odd().isEmpty()) {
            from = source.odd();
        } else if (attempt > TRIES / 2) {
            from = source.all();
        }
        if (from.isEmpty()) {
            from = source.all();
        }
        int index = attempt < 2 ? number : random.nextInt(from.size());
        return from.get(index % from.size());
    }
}
