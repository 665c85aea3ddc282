package io.pgorm.client.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * A step of a nested write as SQL that does not depend on how many rows it has: the values come as arrays, side by side,
 * the keys of rows that earlier statements wrote from settings, by their position.
 */
final class NestedSql {

    private static final IdentityCache<Field<?>, String> NAMES = new IdentityCache<>();
    private static final IdentityCache<Table<?>, String> TABLES = new IdentityCache<>();
    private static final Binder LONG = Binder.of(SQLDataType.BIGINT);

    private final NestedStep step;
    /** Of an update of a row that may not be there: all other steps do nothing then. */
    private final @Nullable NestedStep root;

    private final List<String> arrays = new ArrayList<>();
    private final List<Rendered.Bound> bound = new ArrayList<>();
    /** Of expressions that a row is changed to, which stand before all else. */
    private final List<Rendered.Bound> ofExpressions = new ArrayList<>();

    private final Map<String, String> settings = new LinkedHashMap<>();

    NestedSql(NestedStep step, @Nullable NestedStep root) {
        this.step = step;
        this.root = root;
    }

    Rendered render() {
        List<String> values = new ArrayList<>();
        List<NestedStep.Column> columns = step.all();
        for (int i = 0; i < columns.size(); i++) {
            values.add(value(i, columns.get(i)));
        }
        String write = switch (step.kind) {
            case INSERT -> insert(values, "");
            case INSERT_MISSING -> insert(values, " on conflict do nothing");
            case UPDATE -> update(values);
            case FIND ->
                "select " + returned(step) + " from " + table() + " join " + from() + " on true" + where(values, "")
                        + " for no key update of " + table();
            case DELETE -> "delete from " + table() + " using " + from() + where(values, "");
            case DELETE_OTHERS -> "delete from " + table() + others(values);
            case CLEAR_OTHERS -> "update " + table() + " set " + cleared() + others(values);
        };
        return finished(write);
    }

    private String insert(List<String> values, String conflict) {
        String into = "insert into " + table() + " ("
                + step.columns.stream().map(column -> name(column.field())).collect(Collectors.joining(", "))
                + ") select "
                + String.join(", ", values) + " from " + from() + guard(" where ") + " order by _u.n";
        return into + conflict;
    }

    private String update(List<String> values) {
        Set<String> set = new LinkedHashSet<>();
        for (int i = 0; i < step.columns.size(); i++) {
            set.add(name(step.columns.get(i).field()) + " = " + values.get(i));
        }
        set.addAll(kept());
        bound.addAll(0, ofExpressions);
        return "update " + table() + " set " + String.join(", ", set) + " from " + from()
                + where(values.subList(step.columns.size(), values.size()), "");
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

    private String where(List<String> values, String more) {
        List<String> equal = new ArrayList<>();
        List<NestedStep.Column> columns = step.kind == NestedStep.Kind.UPDATE ? step.found : step.all();
        for (int i = 0; i < columns.size(); i++) {
            equal.add(table() + "." + name(columns.get(i).field()) + " = " + values.get(i));
        }
        return " where " + String.join(" and ", equal) + more + guard(" and ");
    }

    /** Rows of the parents in {@code columns} that are not among the rows found; a row without those says a parent. */
    private String others(List<String> values) {
        int split = step.columns.size();
        List<String> parent = new ArrayList<>();
        for (int i = 0; i < split; i++) {
            parent.add(table() + "." + name(step.columns.get(i).field()) + " = " + values.get(i));
        }
        List<String> kept = new ArrayList<>(parent);
        for (int i = split; i < values.size(); i++) {
            kept.add(table() + "." + name(step.found.get(i - split).field()) + " = " + values.get(i));
        }
        String ofParent = " where exists (select from " + from() + " where " + String.join(" and ", parent) + ")";
        if (step.found.isEmpty()) {
            return ofParent + guard(" and ");
        }
        bound.addAll(List.copyOf(bound));
        return ofParent + " and not exists (select from " + from() + " where " + String.join(" and ", kept) + ")"
                + guard(" and ");
    }

    private String value(int index, NestedStep.Column column) {
        Origin first = step.rows.get(0).get(index);
        return switch (first) {
            case Origin.Value(Computed.Expression expression) -> {
                Rendered rendered = Rendering.render(expression.field());
                ofExpressions.addAll(rendered.bound());
                yield rendered.sql();
            }
            case Origin.Value(Computed.Operated operated) ->
                table() + "." + name(column.field()) + " " + operated.operator().sql + " "
                        + given(index, column, source -> operated.operand());
            case Origin.Value value -> given(index, column, source -> ((Origin.Value) source).value());
            case Origin.Written written -> {
                int passed = written.step().pass(written.column());
                String positions = array(
                        Integer.class,
                        step.rows.stream()
                                .map(row -> ((Origin.Written) row.get(index)).row())
                                .toArray(Integer[]::new));
                yield keys(written.step(), passed) + ".v[" + positions + "]";
            }
            case Origin.Found found -> found(index, found, column);
        };
    }

    private String given(int index, NestedStep.Column column, Function<Origin, @Nullable Object> value) {
        ColumnFormat format = column.format();
        return array(format.type(), rows(index, value, format)) + "::" + column.sqlType();
    }

    private String found(int index, Origin.Found found, NestedStep.Column column) {
        var model = found.key().model();
        List<String> equal = new ArrayList<>();
        for (int k = 0; k < found.key().fields().size(); k++) {
            TableField<?, ?> field = found.key().fields().get(k);
            ColumnFormat format = ColumnFormat.of(model, field);
            int part = k;
            String name = array(
                    format.type(),
                    rows(index, source -> ((Origin.Found) source).values().get(part), format));
            equal.add("_f." + name(field) + " = " + name + "::" + format.sqlType());
        }
        // Made of the position, so that the planner does not compute it before there is a row.
        return "coalesce((select _f." + name(found.column()) + " from " + TABLES.get(model.table(), Rendering::sql)
                + " as _f where "
                + String.join(" and ", equal) + "), ('" + MissingRow.mark(model.name()) + "' || _u.n)::int::text::"
                + column.sqlType() + ")";
    }

    private @Nullable Object[] rows(int index, Function<Origin, @Nullable Object> value, ColumnFormat format) {
        boolean typed = ArrayParameter.isTyped(format.type());
        @Nullable
        Object[] array = (@Nullable Object[])
                java.lang.reflect.Array.newInstance(typed ? format.type() : String.class, step.rows.size());
        for (int i = 0; i < array.length; i++) {
            Object one = value.apply(step.rows.get(i).get(index));
            array[i] = !typed
                    ? format.asText(one)
                    : one == null ? null : format.base().apply(one);
        }
        return array;
    }

    /** Binds an array beside the others. */
    private String array(Class<?> type, @Nullable Object[] values) {
        bound.add(new Rendered.Bound(ArrayParameter.binder(type), values));
        arrays.add("?::" + ArrayParameter.elementOf(type) + "[]");
        return "_u.c" + (arrays.size() - 1);
    }

    /** The keys that a step has passed, read once. */
    private String keys(NestedStep written, int passed) {
        String name = "_k" + written.number + "_" + passed;
        settings.put(name, written.array(passed));
        return name;
    }

    private String from() {
        String names =
                IntStream.range(0, arrays.size()).mapToObj(i -> "c" + i + ", ").collect(Collectors.joining());
        StringBuilder from =
                new StringBuilder("unnest(" + String.join(", ", arrays) + ") with ordinality as _u(" + names + "n)");
        // OFFSET keeps the planner from reading the setting for each row.
        settings.forEach((name, array) -> from.append(" cross join (select ")
                .append(array)
                .append(" as v offset 0) as ")
                .append(name));
        return from.toString();
    }

    /** That the row is there from which all others hang. */
    private String guard(String word) {
        return root == null || root == step ? "" : word + "cardinality(" + root.array(0) + ") > 0";
    }

    private String table() {
        return TABLES.get(step.table, Rendering::sql);
    }

    private static String name(Field<?> field) {
        return NAMES.get(field, column -> Rendering.sql(DSL.name(column.getName())));
    }

    private Rendered finished(String write) {
        List<Rendered.Bound> all = new ArrayList<>(bound);
        if (step.passed.isEmpty() && step.kind != NestedStep.Kind.UPDATE && step.kind != NestedStep.Kind.DELETE) {
            return new Rendered(write, all);
        }
        String factor = root == null || root == step ? "" : " * cardinality(" + root.array(0) + ")";
        // Where rows are left out, by a trigger or because they are not there, positions would mean others.
        String check = root == step ? "count(*)" : ExpectedRows.check(step.number, factor);
        if (root != step) {
            all.add(new Rendered.Bound(LONG, (long) step.rows.size()));
        }
        String passed = IntStream.range(0, step.passed.size())
                .mapToObj(i ->
                        ", set_config('" + step.setting(i) + "', coalesce(array_agg(_w.k" + i + ")::text, '{}'), true)")
                .collect(Collectors.joining());
        String returning = step.kind == NestedStep.Kind.FIND ? "" : " returning " + returned(step);
        return new Rendered("with _w as (" + write + returning + ") select " + check + passed + " from _w", all);
    }

    /** What later steps want of the rows. */
    private String returned(NestedStep of) {
        return of.passed.isEmpty()
                ? "1"
                : IntStream.range(0, of.passed.size())
                        .mapToObj(i -> table() + "." + name(of.passed.get(i)) + " as k" + i)
                        .collect(Collectors.joining(", "));
    }
}
