package io.pgorm.client.internal;

import io.pgorm.client.internal.NestedStep.Column;
import io.pgorm.client.internal.NestedStep.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * The text of a step. Values come as arrays, side by side, so that it is the same for any number of rows; those of a
 * single row to insert come one by one, which the server does faster. Keys of rows that earlier statements wrote come
 * from settings, by their position. The order of the parameters is that of {@link NestedValues}. For one use.
 */
final class NestedText {

    private static final IdentityCache<Field<?>, String> NAMES = new IdentityCache<>();
    private static final IdentityCache<Table<?>, String> TABLES = new IdentityCache<>();

    private final NestedStep step;
    private final List<String> arrays = new ArrayList<>();

    NestedText(NestedStep step) {
        this.step = step;
    }

    String sql() {
        List<String> values = new ArrayList<>();
        List<Column> columns = step.all();
        for (int i = 0; i < columns.size(); i++) {
            values.add(value(step.rows.get(0).get(i), columns.get(i)));
        }
        return finished(
                switch (step.kind) {
                    case INSERT -> insert(values, "");
                    case INSERT_MISSING -> insert(values, " on conflict do nothing");
                    case INSERT_UNLESS_THERE ->
                        insert(
                                values,
                                " on conflict "
                                        + Objects.requireNonNull(step.target).sql() + " do nothing");
                    case UPDATE -> update(values);
                    case FIND ->
                        "select " + returned() + " from " + table() + " join " + from() + " on true" + where(values)
                                + " for no key update of " + table();
                    case DELETE -> "delete from " + table() + " using " + from() + where(values);
                    case DELETE_OTHERS -> "delete from " + table() + others(values);
                    case CLEAR_OTHERS -> "update " + table() + " set " + cleared() + others(values);
                });
    }

    private String insert(List<String> values, String conflict) {
        String names = step.columns.stream().map(column -> name(column.field())).collect(Collectors.joining(", "));
        // Rows of one function come in its order, and get their defaults in it.
        return "insert into " + table() + " (" + names + ") select " + String.join(", ", values)
                + (step.isOneByOne() ? "" : " from " + from()) + guard(" where ") + conflict;
    }

    private String update(List<String> values) {
        Set<String> set = new LinkedHashSet<>();
        for (int i = 0; i < step.columns.size(); i++) {
            set.add(name(step.columns.get(i).field()) + " = " + values.get(i));
        }
        set.addAll(kept());
        int found = step.columns.size();
        int excluded = found + step.found.size();
        return "update " + table() + " set " + String.join(", ", set) + " from " + from()
                + excluded(values.subList(excluded, values.size())) + where(values.subList(found, excluded));
    }

    /** What was to be inserted, by the name that ON CONFLICT has for it. */
    private String excluded(List<String> values) {
        if (values.isEmpty()) {
            return "";
        }
        return IntStream.range(0, values.size())
                .mapToObj(
                        i -> values.get(i) + " as " + name(step.excluded.get(i).field()))
                .collect(Collectors.joining(", ", " cross join lateral (select ", ") as excluded"));
    }

    /** The time and the version that every change of a row keeps. */
    private List<String> kept() {
        List<String> kept = new ArrayList<>();
        if (step.model != null) {
            step.model.updatedAt().forEach(column -> kept.add(name(column) + " = now()"));
            step.model
                    .version()
                    .ifPresent(column -> kept.add(name(column) + " = " + table() + "." + name(column) + " + 1"));
        }
        return kept;
    }

    private String cleared() {
        List<String> set = new ArrayList<>();
        step.columns.forEach(column -> set.add(name(column.field()) + " = null"));
        set.addAll(kept());
        return String.join(", ", set);
    }

    private String where(List<String> values) {
        String partial = step.target == null
                ? ""
                : step.target
                        .condition()
                        .map(condition -> " and (" + condition + ")")
                        .orElse("");
        return " where " + equal(step.kind == Kind.UPDATE ? step.found : step.all(), values) + partial + guard(" and ");
    }

    private String equal(List<Column> columns, List<String> values) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> ownName(columns.get(i).field()) + " = " + values.get(i))
                .collect(Collectors.joining(" and "));
    }

    /** Rows of the parents in {@code columns} that are not among the rows found; a row without those says a parent. */
    private String others(List<String> values) {
        int split = step.columns.size();
        String parent = equal(step.columns, values.subList(0, split));
        String ofParent = " where exists (select from " + from() + " where " + parent + ")";
        if (step.found.isEmpty()) {
            return ofParent + guard(" and ");
        }
        String kept = equal(step.found, values.subList(split, values.size()));
        return ofParent + " and not exists (select from " + from() + " where " + parent + " and " + kept + ")"
                + guard(" and ");
    }

    private String value(Origin source, Column column) {
        return switch (source) {
            case Origin.Value(Computed.Expression expression) -> Rendering.sql(expression.field());
            case Origin.Value(Computed.Operated operated) ->
                table() + "." + name(column.field()) + " " + operated.operator().sql + " " + given(column);
            case Origin.Value value -> given(column);
            case Origin.Written written -> {
                // Made once, not for each row.
                String keys = "(select " + written.step().array(written.step().pass(written.column())) + ")";
                yield keys + (written.step().isSingle() ? "[1]" : "[" + parameter(Integer.class) + "]");
            }
            case Origin.Found found -> found(found, column);
        };
    }

    private String given(Column column) {
        return parameter(column.format().type()) + "::" + column.sqlType();
    }

    private String found(Origin.Found found, Column column) {
        var model = found.key().model();
        String equal = found.key().fields().stream()
                .map(field -> {
                    ColumnFormat format = ColumnFormat.of(model, field);
                    return "_f." + name(field) + " = " + parameter(format.type()) + "::" + format.sqlType();
                })
                .collect(Collectors.joining(" and "));
        // Made of the position, so that the planner does not compute it before there is a row.
        return "coalesce((select _f." + name(found.column()) + " from " + TABLES.get(model.table(), Rendering::sql)
                + " as _f where " + equal + "), ('" + MissingRow.mark(model.name()) + "' || _u.n)::int::text::"
                + column.sqlType() + ")";
    }

    private String parameter(Class<?> type) {
        if (step.isOneByOne()) {
            return "?::" + ArrayParameter.elementOf(type);
        }
        arrays.add("?::" + ArrayParameter.elementOf(type) + "[]");
        return "_u.c" + (arrays.size() - 1);
    }

    private String from() {
        if (arrays.isEmpty()) {
            return "generate_series(1, ?) as _u(n)";
        }
        String names =
                IntStream.range(0, arrays.size()).mapToObj(i -> "c" + i + ", ").collect(Collectors.joining());
        return "unnest(" + String.join(", ", arrays) + ") with ordinality as _u(" + names + "n)";
    }

    private String guard(String word) {
        return step.guard == null ? "" : word + step.guard.condition();
    }

    private String table() {
        return TABLES.get(step.table, Rendering::sql);
    }

    private static String name(Field<?> field) {
        return NAMES.get(field, column -> Rendering.sql(DSL.name(column.getName())));
    }

    private String finished(String write) {
        if (!step.isWrapped()) {
            return write + answered();
        }
        String factor = step.guard == null ? "" : " * " + step.guard.factor();
        // Where rows are left out, by a trigger or because they are not there, positions would mean others.
        String check = step.optional ? "count(*)" : ExpectedRows.check(step.number, factor);
        String passed = IntStream.range(0, step.passed.size())
                .mapToObj(i ->
                        ", set_config('" + step.setting(i) + "', coalesce(array_agg(_w.k" + i + ")::text, '{}'), true)")
                .collect(Collectors.joining());
        String returning = step.kind == Kind.FIND ? "" : " returning " + returned();
        return "with _w as (" + write + returning + ") select " + check + passed + " from _w";
    }

    /** What the one row of a step gives to the call and to later steps. */
    private String answered() {
        List<String> answered = new ArrayList<>();
        step.answer.forEach(column -> answered.add(ownName(column)));
        for (int i = 0; i < step.passed.size(); i++) {
            answered.add(
                    "set_config('" + step.setting(i) + "', array[" + ownName(step.passed.get(i)) + "]::text, true)");
        }
        return answered.isEmpty() ? "" : " returning " + String.join(", ", answered);
    }

    private String ownName(Field<?> column) {
        return table() + "." + name(column);
    }

    /** What later steps want of the rows. */
    private String returned() {
        List<TableField<?, ?>> passed = step.passed;
        return passed.isEmpty()
                ? "1"
                : IntStream.range(0, passed.size())
                        .mapToObj(i -> ownName(passed.get(i)) + " as k" + i)
                        .collect(Collectors.joining(", "));
    }
}
