package io.pgorm.migrations.rows.internal;

import io.pgorm.ir.sql.Identifiers;
import io.pgorm.ir.sql.Literals;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds values that satisfy conditions by asking the server: each value of one source with each of the others is put to
 * it, and it says which are good. Used by one thread.
 */
final class Solver {

    private static final int COMBINATIONS = 20_000;
    private static final int MOST = 48;

    private final Session session;
    private final RowTable table;
    private final long seed;

    Solver(Session session, RowTable table, long seed) {
        this.session = session;
        this.table = table;
        this.seed = seed;
    }

    /** What the conditions tie to each other: sources, and the conditions on them. */
    record Component(List<Source> sources, List<Condition> conditions) {}

    /** Sources that no condition speaks of are components of their own. */
    List<Component> components(List<Source> sources) {
        List<Component> components = new ArrayList<>();
        for (Source source : sources) {
            components.add(new Component(List.of(source), List.of()));
        }
        for (Condition condition : table.conditions()) {
            Set<String> columns = inputs(condition.columns());
            List<Source> tied = new ArrayList<>();
            List<Condition> conditions = new ArrayList<>();
            components.removeIf(component -> {
                boolean touched = component.sources().stream().anyMatch(source -> source.shares(columns));
                if (touched) {
                    tied.addAll(component.sources());
                    conditions.addAll(component.conditions());
                }
                return touched;
            });
            if (!tied.isEmpty()) {
                conditions.add(condition);
                components.add(new Component(tied, conditions));
            }
        }
        return components;
    }

    boolean isOf(Condition condition, Source source) {
        return source.columns().containsAll(settable(condition.columns()));
    }

    private Set<String> settable(Set<String> columns) {
        return inputs(columns).stream()
                .filter(name -> table.column(name)
                        .filter(column -> column.generated().isEmpty())
                        .isPresent())
                .collect(Collectors.toSet());
    }

    /** Columns, with those that the generated ones among them are made from. */
    Set<String> inputs(Set<String> columns) {
        Set<String> inputs = new LinkedHashSet<>(columns);
        for (RowColumn column : table.columns()) {
            if (columns.contains(column.name())) {
                column.generated().ifPresent(made -> inputs.addAll(RowSchema.mentioned(table.columns(), made)));
            }
        }
        return inputs;
    }

    /** The combinations that satisfy all conditions; empty where the server cannot evaluate them together. */
    Optional<Source> solve(Component component) throws SQLException {
        List<String> columns = component.sources().stream()
                .flatMap(source -> source.columns().stream())
                .toList();
        int share = (int)
                Math.max(3, Math.pow(COMBINATIONS, 1.0 / component.sources().size()));
        List<String> from = new ArrayList<>();
        for (int i = 0; i < component.sources().size(); i++) {
            from.add(values(component.sources().get(i), i, share));
        }
        String numbers = numbers(component.sources().size());
        Set<String> needed = new LinkedHashSet<>();
        component.conditions().forEach(condition -> needed.addAll(condition.columns()));
        String made = table.columns().stream()
                .filter(column -> column.generated().isPresent() && needed.contains(column.name()))
                .map(column -> ", (" + column.generated().get() + ") AS " + Identifiers.quote(column.name()))
                .collect(Collectors.joining());
        String where = component.conditions().stream()
                .map(condition -> "(" + condition.expression() + ") IS NOT FALSE")
                .collect(Collectors.joining(" AND "));
        String order = component.sources().size() == 1 ? numbers : "md5(concat_ws(',', " + seed + ", " + numbers + "))";
        Optional<List<List<@Nullable String>>> rows = session.attemptRows("SELECT " + numbers + " FROM (SELECT *" + made
                + " FROM " + String.join(", ", from) + ") pgorm_row WHERE " + where + " ORDER BY " + order + " LIMIT "
                + MOST);
        if (rows.isEmpty() && component.sources().size() == 1) {
            return oneByOne(component, columns);
        }
        return rows.map(found -> {
            List<List<@Nullable String>> tuples = new ArrayList<>();
            for (List<@Nullable String> row : found) {
                List<@Nullable String> tuple = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    tuple.addAll(component.sources().get(i).all().get((int) TypeShapes.number(row.get(i))));
                }
                tuples.add(tuple);
            }
            return Source.solved(columns, tuples);
        });
    }

    /** A condition that fails on one value says nothing of the others. */
    private Optional<Source> oneByOne(Component component, List<String> columns) throws SQLException {
        Source source = component.sources().getFirst();
        List<List<@Nullable String>> good = new ArrayList<>();
        for (List<@Nullable String> tuple : source.all()) {
            Source alone = new Source(source.columns(), List.of(tuple), List.of(), List.of());
            if (table.columns().stream().anyMatch(column -> column.generated().isPresent())) {
                return Optional.empty();
            }
            String where = component.conditions().stream()
                    .map(condition -> "(" + condition.expression() + ") IS NOT FALSE")
                    .collect(Collectors.joining(" AND "));
            session.attemptRows("SELECT 1 FROM " + values(alone, 0, 1) + " WHERE " + where)
                    .filter(rows -> !rows.isEmpty())
                    .ifPresent(rows -> good.add(tuple));
        }
        return Optional.of(Source.solved(columns, good));
    }

    private static String numbers(int sources) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < sources; i++) {
            numbers.add("pgorm_" + i);
        }
        return String.join(", ", numbers);
    }

    /** A source as something that stands behind FROM, its tuples numbered. */
    private String values(Source source, int number, int most) {
        List<List<@Nullable String>> tuples = source.all();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(most, tuples.size()); i++) {
            List<String> values = new ArrayList<>(List.of(String.valueOf(i)));
            for (int c = 0; c < source.columns().size(); c++) {
                String value = tuples.get(i).get(c);
                String text = value == null ? "NULL" : Literals.quote(value);
                String type =
                        table.column(source.columns().get(c)).orElseThrow().typeName();
                values.add(i == 0 || type.startsWith("\"char\"") ? text + "::" + type : text);
            }
            rows.add("(" + String.join(", ", values) + ")");
        }
        String columns = source.columns().stream().map(Identifiers::quote).collect(Collectors.joining(", "));
        return "(VALUES " + String.join(", ", rows) + ") AS pgorm_s" + number + "(pgorm_" + number + ", " + columns
                + ")";
    }
}
