package io.pgorm.client.internal;

import io.pgorm.client.Key;
import io.pgorm.client.ModelType;
import io.pgorm.client.Shape;
import io.pgorm.client.internal.Channel.Scope;
import io.pgorm.client.internal.Layout.Edge;
import java.lang.reflect.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reads shapes. A graph comes in one round trip: a result set for the rows asked for, and one for each relation to
 * many, whose query repeats the condition of the parents. Where that condition cannot be repeated, because a function
 * in it may answer differently each time or nothing makes the order total, the parents come first, and everything below
 * them in a second trip by their keys; both see one snapshot.
 */
public final class Reading {

    private Reading() {}

    /** Which rows: a condition, an order, a stretch of it. */
    public record Rows(
            ModelType<?> model,
            Condition condition,
            List<? extends OrderField<?>> order,
            @Nullable Integer limit,
            @Nullable Integer offset) {

        boolean isLimited() {
            return limit != null || offset != null;
        }
    }

    /** All rows in the shape, in order. */
    public static <R> List<R> read(Channel channel, Identity identity, Shape<R> shape, Rows rows) {
        Layout layout = shape.definition().layout();
        layout.requireTable(rows.model().table());
        RowSource.Root root = root(layout, rows);
        Rendered first = Rendering.render(root.rows());
        if (!layout.hasEdges()) {
            return channel.send(identity, Scope.STATEMENT, List.of(first), NOTHING, outcomes -> read(layout, outcomes));
        }
        if (canRepeat(root, rows)) {
            List<Rendered> statements = new ArrayList<>(List.of(first));
            renderEdges(layout, root, statements);
            return channel.send(identity, Scope.SNAPSHOT, statements, NOTHING, outcomes -> read(layout, outcomes));
        }
        return channel.sendThen(identity, first, (parents, second) -> readBelow(layout, parents.requireRows(), second));
    }

    /** The row with the key, in the shape. Rendered once for each shape and key. */
    public static <R> List<R> byKey(Channel channel, Identity identity, Shape<R> shape, Key<?> key, Object[] values) {
        Layout layout = shape.definition().layout();
        layout.requireTable(key.model().table());
        List<Rendered> statements = shape.definition().byKey(key, () -> renderByKey(layout, key));
        Scope scope = layout.hasEdges() ? Scope.SNAPSHOT : Scope.STATEMENT;
        return channel.send(identity, scope, statements, values, outcomes -> read(layout, outcomes));
    }

    /** How many rows there are, within the limit. */
    public static long count(Channel channel, Identity identity, Rows rows) {
        Rendered statement =
                Rendering.render(DSL.selectCount().from(anyColumn(rows).asTable("_c")));
        return channel.send(identity, Scope.STATEMENT, List.of(statement), NOTHING, outcomes -> {
            ResultSet row = outcomes.get(0).requireRows();
            row.next();
            return row.getLong(1);
        });
    }

    /** Whether there is a row, within the limit. */
    public static boolean exists(Channel channel, Identity identity, Rows rows) {
        Rendered statement = Rendering.render(DSL.select(DSL.field(DSL.exists(anyColumn(rows)))));
        return channel.send(identity, Scope.STATEMENT, List.of(statement), NOTHING, outcomes -> {
            ResultSet row = outcomes.get(0).requireRows();
            row.next();
            return row.getBoolean(1);
        });
    }

    private static Select<?> anyColumn(Rows rows) {
        Layout one = new Layout(0);
        one.columns.add(DSL.one());
        return new RowSource.Root(one, rows.model().table(), rows::condition, List.of(), rows.limit(), rows.offset())
                .rows();
    }

    private static final Object[] NOTHING = {};

    private static RowSource.Root root(Layout layout, Rows rows) {
        List<OrderField<?>> order = new ArrayList<>(rows.order());
        if (rows.isLimited() && layout.hasEdges()) {
            // The children find the same rows again only if the order leaves no choice.
            order.addAll(rows.model().primaryKey());
        }
        return new RowSource.Root(layout, rows.model().table(), rows::condition, order, rows.limit(), rows.offset());
    }

    /** Looks at condition and order only: what the columns compute is not repeated. */
    private static boolean canRepeat(RowSource.Root root, Rows rows) {
        boolean total = !rows.isLimited() || !rows.model().primaryKey().isEmpty();
        return total && Repeatability.isRepeatable(Rendering.sql(root.choice()));
    }

    private static List<Rendered> renderByKey(Layout layout, Key<?> key) {
        RowSource.Root root =
                new RowSource.Root(layout, key.model().table(), Slots.conditions(key.fields()), List.of(), null, null);
        List<Rendered> statements = new ArrayList<>(List.of(Rendering.render(root.rows())));
        renderEdges(layout, root, statements);
        return List.copyOf(statements);
    }

    /** The statements of all result sets below, in the order of their numbers. */
    private static void renderEdges(Layout layout, RowSource source, List<Rendered> statements) {
        for (Edge edge : layout.edges) {
            edge.requireRepeatable();
            RowSource.Related related = new RowSource.Related(edge.child(), edge.query(), source.keys(edge));
            statements.add(Rendering.render(related.rows()));
            renderEdges(edge.child(), related, statements);
        }
    }

    private static <R> List<R> readBelow(Layout layout, ResultSet parents, Channel.SecondTrip second)
            throws SQLException {
        List<Set<List<Object>>> keys = readKeys(layout, parents);
        List<Rendered> statements = new ArrayList<>();
        for (int i = 0; i < layout.edges.size(); i++) {
            Edge edge = layout.edges.get(i);
            edge.requireRepeatable();
            RowSource.Known known = new RowSource.Known(
                    arrays(keys.get(i), edge.query().link().local()),
                    List.copyOf(edge.query().link().local()));
            RowSource.Related related = new RowSource.Related(edge.child(), edge.query(), known.keys(edge));
            statements.add(Rendering.render(related.rows()));
            renderEdges(edge.child(), related, statements);
        }
        parents.beforeFirst();
        return second.send(statements, outcomes -> {
            List<Outcome> all = new ArrayList<>(List.of(new Outcome(parents, 0)));
            all.addAll(outcomes);
            return read(layout, all);
        });
    }

    private static List<Set<List<Object>>> readKeys(Layout layout, ResultSet parents) throws SQLException {
        List<Set<List<Object>>> keys = new ArrayList<>();
        List<List<ColumnReader>> readers = new ArrayList<>();
        for (Edge edge : layout.edges) {
            keys.add(new LinkedHashSet<>());
            readers.add(
                    edge.query().link().local().stream().map(ColumnReader::of).toList());
        }
        while (parents.next()) {
            for (int i = 0; i < layout.edges.size(); i++) {
                List<Object> key = new ArrayList<>();
                List<Integer> positions = layout.edges.get(i).parentKey();
                for (int k = 0; k < positions.size(); k++) {
                    Object value = readers.get(i).get(k).read(parents, positions.get(k));
                    if (value != null) {
                        key.add(value);
                    }
                }
                if (key.size() == positions.size()) {
                    keys.get(i).add(key);
                }
            }
        }
        return keys;
    }

    /** The keys column by column, as unnest takes them. */
    private static List<Object[]> arrays(Set<List<Object>> keys, List<? extends Field<?>> fields) {
        List<Object[]> arrays = new ArrayList<>();
        for (int column = 0; column < fields.size(); column++) {
            Object[] array = (Object[]) Array.newInstance(fields.get(column).getType(), keys.size());
            int row = 0;
            for (List<Object> key : keys) {
                array[row++] = key.get(column);
            }
            arrays.add(array);
        }
        return arrays;
    }

    /** Reads the result sets from the last to the first, so that the rows below are there when a row is made. */
    @SuppressWarnings("unchecked") // the layout was compiled from the shape of R
    private static <R> List<R> read(Layout layout, List<Outcome> outcomes) throws SQLException {
        RelatedRows related = new RelatedRows();
        readEdges(layout, outcomes, related);
        List<R> result = new ArrayList<>();
        ResultSet rows = outcomes.get(0).requireRows();
        while (rows.next()) {
            result.add((R) layout.node.read(rows, related));
        }
        return Collections.unmodifiableList(result);
    }

    private static void readEdges(Layout layout, List<Outcome> outcomes, RelatedRows related) throws SQLException {
        for (Edge edge : layout.edges) {
            readEdges(edge.child(), outcomes, related);
            ResultSet rows = outcomes.get(edge.resultSet()).requireRows();
            related.put(edge.resultSet(), group(edge, rows, related));
        }
    }

    private static Map<Object, List<@Nullable Object>> group(Edge edge, ResultSet rows, RelatedRows related)
            throws SQLException {
        List<Integer> positions =
                IntStream.rangeClosed(1, edge.child().keyCount).boxed().toList();
        KeyReader key = KeyReader.of(positions, edge.query().link().local());
        Map<Object, List<@Nullable Object>> byKey = new HashMap<>();
        while (rows.next()) {
            Object parent = key.read(rows);
            if (parent != null) {
                byKey.computeIfAbsent(parent, unused -> new ArrayList<>())
                        .add(edge.child().node.read(rows, related));
            }
        }
        byKey.replaceAll((parent, values) -> Collections.unmodifiableList(values));
        return byKey;
    }
}
