package io.pgorm.client.internal;

import io.pgorm.client.QuerySettings;
import io.pgorm.client.internal.Channel.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The settings that one query asks for: they travel before it, and are put back behind it, since a transaction may go on
 * after it. Immutable.
 *
 * @param values by name, in an order that is the same each time
 */
record LocalSettings(TreeMap<String, String> values) {

    static final LocalSettings NONE = new LocalSettings(new TreeMap<>());

    private static final Binder TEXT = Binder.of(SQLDataType.VARCHAR);
    private static final String BEFORE = "pgorm.before_";

    /** What the orders of the rows, and of the relations to many of the shape, ask for. */
    static LocalSettings of(Layout layout, Rows rows) {
        TreeMap<String, String> found = new TreeMap<>();
        // jOOQ compares conditions by rendering them, which a query pays for only where it has to
        if (rows.order().stream().anyMatch(field -> Sql.ordered(field) instanceof QuerySettings)) {
            boolean filtered = !rows.condition().equals(DSL.noCondition())
                    || rows.model().facts().rowSecurity();
            add(rows.order(), new QuerySettings.Use(filtered, wanted(rows.limit(), rows.offset())), found);
        }
        addRelations(layout, found);
        return found.isEmpty() ? NONE : new LocalSettings(found);
    }

    private static @Nullable Integer wanted(@Nullable Integer limit, @Nullable Integer offset) {
        return limit == null ? null : Integer.valueOf(limit + (offset == null ? 0 : offset));
    }

    private static void addRelations(Layout layout, Map<String, String> found) {
        for (Layout.Edge edge : layout.edges) {
            RelationQuery query = edge.query();
            // only those of one parent are wanted, which is a filter
            add(query.order(), new QuerySettings.Use(true, wanted(query.limit(), query.offset())), found);
            addRelations(edge.child(), found);
        }
    }

    private static void add(List<? extends OrderField<?>> order, QuerySettings.Use use, Map<String, String> found) {
        for (OrderField<?> field : order) {
            if (Sql.ordered(field) instanceof QuerySettings settings) {
                found.putAll(settings.settings(use));
            }
        }
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Puts them in force, and keeps what was before. */
    Rendered put() {
        List<String> calls = new ArrayList<>();
        List<Rendered.Bound> bound = new ArrayList<>();
        values.forEach((name, value) -> {
            calls.add("set_config(?, coalesce(current_setting(?, true), ''), true), set_config(?, ?, true)");
            for (String text : List.of(BEFORE + name, name, name, value)) {
                bound.add(new Rendered.Bound(TEXT, text));
            }
        });
        return new Rendered("SELECT " + String.join(", ", calls), bound);
    }

    /** Puts back what was before; what nobody had set is what it is by default. */
    Rendered back() {
        List<String> calls = new ArrayList<>();
        List<Rendered.Bound> bound = new ArrayList<>();
        for (String name : values.keySet()) {
            calls.add("set_config(?, nullif(current_setting(?), ''), true)");
            bound.add(new Rendered.Bound(TEXT, name));
            bound.add(new Rendered.Bound(TEXT, BEFORE + name));
        }
        return new Rendered("SELECT " + String.join(", ", calls), bound);
    }

    /** The statements between the two. */
    List<Rendered> around(List<Rendered> statements) {
        if (isEmpty()) {
            return statements;
        }
        List<Rendered> all = new ArrayList<>(List.of(put()));
        all.addAll(statements);
        all.add(back());
        return all;
    }

    /** The statement behind what puts them in force, as one text. */
    Rendered before(Rendered statement) {
        return isEmpty() ? statement : Rendered.together(List.of(put(), statement));
    }

    /** The statements before what puts them back. */
    List<Rendered> after(List<Rendered> statements) {
        if (isEmpty()) {
            return statements;
        }
        List<Rendered> all = new ArrayList<>(statements);
        all.add(back());
        return all;
    }

    /** The call with the settings in force. */
    <R> Call<R> around(Call<R> call) {
        return isEmpty()
                ? call
                : new Call<>(
                        call.scope() == Scope.STATEMENT ? Scope.SNAPSHOT : call.scope(),
                        around(call.statements()),
                        outcomes -> call.reader().read(outcomes.subList(1, outcomes.size() - 1)));
    }
}
