package io.pgorm.client.internal;

import io.pgorm.client.Key;
import io.pgorm.client.ModelType;
import io.pgorm.client.Shape;
import io.pgorm.client.internal.Channel.Scope;
import io.pgorm.client.internal.Layout.Edge;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reads shapes. A graph comes in one round trip: a result set for the rows asked for, and one for each relation to
 * many, whose query repeats the condition of the parents. Where that condition cannot be repeated, because a function
 * in it may answer differently each time, nothing makes the order total, or the rows are locked, the parents come first,
 * and everything below them in a second trip by their keys; outside a transaction both see one snapshot.
 */
public final class Reading {

    private Reading() {}

    /** All rows in the shape, in order. */
    public static <R> List<R> read(Channel channel, Identity identity, Shape<R> shape, Rows rows) {
        if (rows.lock() != null) {
            Lock.requireTransaction(channel);
        }
        Layout layout = layout(shape, rows);
        RowSource.Root root = root(layout, rows);
        if (isOneTrip(root)) {
            return oneTrip(root).<R>list(layout).send(channel, identity);
        }
        LocalSettings settings = LocalSettings.of(layout, rows);
        return channel.sendThen(identity, settings.before(root.rendered()), (parents, second) -> {
            ResultSet found = parents.requireRows();
            List<Rendered> below = settings.after(ParentKeys.statementsBelow(layout, found));
            return second.send(below, outcomes -> {
                List<Outcome> all = new ArrayList<>(List.of(new Outcome(found, 0)));
                all.addAll(outcomes);
                return GraphReader.read(layout, all);
            });
        });
    }

    /**
     * The same, not sent yet.
     *
     * @throws IllegalStateException if it takes a second round trip
     */
    public static <R> Call<List<R>> call(Shape<R> shape, Rows rows) {
        Layout layout = layout(shape, rows);
        RowSource.Root root = root(layout, rows);
        if (!isOneTrip(root)) {
            throw new IllegalStateException("a query of a shape with relations to many takes a second round trip when"
                    + " its rows are locked, or its condition calls a function that may answer differently the second"
                    + " time; so it cannot be prepared or be part of a batch");
        }
        return oneTrip(root).list(layout);
    }

    /** The row with the key, in the shape. Rendered once for each shape, key and lock. */
    public static <R> Call<Optional<R>> byKey(Shape<R> shape, Key<?> key, @Nullable Lock lock) {
        return shape.definition().byKey(key, lock, () -> {
            Layout layout = shape.definition().layout();
            layout.requireTable(key.model().table());
            Rows rows = Rows.of(key.model(), Slots.conditions(key.fields())).lock(lock);
            // Repeated as it is: what is locked has the same key still when the rows below are looked for.
            RowSource.Root root = new RowSource.Root(layout, rows, List.of());
            return oneTrip(root, new RowSource.Keyed(root, slots(key)))
                    .<R>list(layout)
                    .then(found -> found.stream().findFirst());
        });
    }

    /** How many rows there are, within the limit. */
    public static Call<Long> count(Rows rows) {
        Rendered statement =
                Rendering.render(DSL.selectCount().from(anyColumn(rows).asTable("_c")));
        return Call.one(statement, outcomes -> {
            ResultSet row = outcomes.get(0).requireRows();
            row.next();
            return row.getLong(1);
        });
    }

    /** Whether there is a row, within the limit. */
    public static Call<Boolean> exists(Rows rows) {
        Rendered statement = Rendering.render(DSL.select(DSL.field(DSL.exists(anyColumn(rows)))));
        return Call.one(statement, outcomes -> {
            ResultSet row = outcomes.get(0).requireRows();
            row.next();
            return row.getBoolean(1);
        });
    }

    private static Select<?> anyColumn(Rows rows) {
        if (rows.lock() != null) {
            throw new IllegalStateException("rows are locked when they are fetched; count() and exists() lock nothing");
        }
        Layout one = new Layout(0);
        one.columns.add(DSL.one());
        Rows ordered = rows.distinctOn().isEmpty() ? rows.orderBy(List.of()) : rows;
        return new RowSource.Root(one, ordered, List.of()).rows();
    }

    static Layout layout(Shape<?> shape, Rows rows) {
        Layout layout = shape.definition().layout();
        layout.requireTable(rows.model().table());
        return layout;
    }

    static RowSource.Root root(Layout layout, Rows rows) {
        if (!rows.isChosenByOrder() || !layout.hasEdges()) {
            return new RowSource.Root(layout, rows, List.of());
        }
        // The children find the same rows again only if the order leaves no choice.
        List<org.jooq.OrderField<?>> total = new ArrayList<>(rows.order());
        total.addAll(rows.model().primaryKey());
        return new RowSource.Root(layout, rows.orderBy(total), List.of());
    }

    /** Looks at condition and order only: what the columns compute is not repeated. */
    static boolean isOneTrip(RowSource.Root root) {
        if (!root.layout().hasEdges()) {
            return true;
        }
        Rows rows = root.wanted();
        boolean total = !rows.isChosenByOrder() || !rows.model().primaryKey().isEmpty();
        return total && rows.lock() == null && Repeatability.isRepeatable(Rendering.sql(root.choice()));
    }

    static Statements oneTrip(RowSource.Root root) {
        return oneTrip(root, root);
    }

    /** @param repeated the rows whose relations are read, where these are not all */
    static Statements oneTrip(RowSource.Root root, RowSource repeated) {
        List<Rendered> statements = new ArrayList<>(List.of(root.rendered()));
        renderEdges(root.layout(), repeated, statements);
        Scope reading = root.layout().hasEdges() ? Scope.SNAPSHOT : Scope.STATEMENT;
        return new Statements(
                root.wanted().lock() == null ? reading : Scope.LOCKING,
                statements,
                LocalSettings.of(root.layout(), root.wanted()));
    }

    private static Map<Field<?>, Field<?>> slots(Key<?> key) {
        Map<Field<?>, Field<?>> slots = new HashMap<>();
        for (int i = 0; i < key.fields().size(); i++) {
            slots.put(key.fields().get(i), Slots.parameter(key.fields().get(i).getDataType(), i));
        }
        return slots;
    }

    /** The statements that read the one row whose columns have the values. */
    static List<Rendered> one(Layout layout, ModelType<?> model, Map<Field<?>, Field<?>> key) {
        Condition condition = Sql.equal(List.copyOf(key.keySet()), List.copyOf(key.values()));
        RowSource.Root root = new RowSource.Root(layout, Rows.of(model, condition), List.of());
        return oneTrip(root, new RowSource.Keyed(root, key)).statements();
    }

    /** The statements that read the rows of a condition which every one of them may repeat. */
    static List<Rendered> where(Layout layout, ModelType<?> model, Condition condition) {
        return where(layout, model, condition, List.of());
    }

    /** The same in an order. */
    static List<Rendered> where(
            Layout layout, ModelType<?> model, Condition condition, List<? extends org.jooq.OrderField<?>> order) {
        return oneTrip(new RowSource.Root(layout, Rows.of(model, condition).orderBy(order), List.of()))
                .statements();
    }

    /** The statements of a round trip, and how they hang together. */
    record Statements(Scope scope, List<Rendered> statements, LocalSettings settings) {

        <R> Call<List<R>> list(Layout layout) {
            return call(new GraphReader.ListOf<>(layout));
        }

        <R> Call<R> call(Channel.ResultReader<R> reader) {
            return settings.around(new Call<>(scope, statements, reader));
        }
    }

    /** The statements of all result sets below, in the order of their numbers. */
    static void renderEdges(Layout layout, RowSource source, List<Rendered> statements) {
        for (Edge edge : layout.edges) {
            edge.requireRepeatable();
            RowSource.Related related = new RowSource.Related(edge.child(), edge.query(), source.parents(edge));
            statements.add(Rendering.render(related.rows()));
            renderEdges(edge.child(), related, statements);
        }
    }
}
