package io.pgorm.client.internal;

import io.pgorm.client.Explain;
import io.pgorm.client.ManyPart;
import io.pgorm.client.OnePart;
import io.pgorm.client.QueryPlan;
import io.pgorm.client.QueryPlan.Relation;
import io.pgorm.client.QueryPlan.Strategy;
import io.pgorm.client.Shape;
import io.pgorm.client.internal.Channel.Scope;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.SelectField;

/** Tells how a query is read, and asks PostgreSQL how it goes about it. */
public final class Planning {

    private Planning() {}

    public static QueryPlan plan(Shape<?> shape, Rows rows) {
        Layout layout = Reading.layout(shape, rows);
        RowSource.Root root = Reading.root(layout, rows);
        boolean oneTrip = Reading.isOneTrip(root);
        List<Relation> relations = new ArrayList<>();
        addRelations(shape, "", oneTrip ? 1 : 2, 1, relations);
        return new QueryPlan(
                oneTrip ? 1 : 2,
                oneTrip ? "" : why(rows),
                relations,
                statements(root, oneTrip).stream().map(Rendered::sql).toList());
    }

    private static String why(Rows rows) {
        if (rows.lock() != null) {
            return "the rows are locked, and others may come to satisfy the condition meanwhile";
        }
        return rows.isChosenByOrder() && rows.model().primaryKey().isEmpty()
                ? rows.model().name() + " has no primary key, so that nothing chooses the same rows twice"
                : "the condition or the order calls a function that may answer differently the second time";
    }

    private static List<Rendered> statements(RowSource.Root root, boolean oneTrip) {
        return oneTrip ? Reading.oneTrip(root).statements() : List.of(root.rendered());
    }

    private static void addRelations(
            Shape<?> shape, String before, int manyTrip, int oneTrip, List<Relation> relations) {
        for (SelectField<?> part : shape.definition().parts()) {
            if (part instanceof OnePart<?> one) {
                String path = before + one.getName();
                relations.add(new Relation(path, Strategy.JOIN, oneTrip));
                addRelations(one.shape(), path + ".", manyTrip, oneTrip, relations);
            } else if (part instanceof ManyPart<?> many) {
                String path = before + many.getName();
                Strategy strategy = many.query().isLimited() ? Strategy.RESULT_SET_PER_PARENT : Strategy.RESULT_SET;
                relations.add(new Relation(path, strategy, manyTrip));
                addRelations(many.shape(), path + ".", manyTrip, manyTrip, relations);
            }
        }
    }

    /** The plans of all statements, in one round trip. */
    public static String explain(Channel channel, Identity identity, Shape<?> shape, Rows rows, Set<Explain> options) {
        Layout layout = Reading.layout(shape, rows);
        RowSource.Root root = Reading.root(layout, rows);
        boolean oneTrip = Reading.isOneTrip(root);
        List<Rendered> statements = statements(root, oneTrip);
        String words = options.isEmpty()
                ? "EXPLAIN "
                : options.stream().map(Enum::name).collect(Collectors.joining(", ", "EXPLAIN (", ") "));
        Scope scope = rows.lock() == null ? Scope.SNAPSHOT : Scope.LOCKING;
        Call<String> call = new Call<>(
                scope,
                statements.stream().map(statement -> statement.after(words)).toList(),
                outcomes -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 0; i < outcomes.size(); i++) {
                        text.append(statements.get(i).sql()).append('\n');
                        ResultSet lines = outcomes.get(i).requireRows();
                        while (lines.next()) {
                            text.append("  ").append(lines.getString(1)).append('\n');
                        }
                    }
                    return text.toString();
                });
        String plans = LocalSettings.of(layout, rows).around(call).send(channel, identity);
        return oneTrip
                ? plans
                : plans + "The relations to many follow in a second round trip, by the keys that this one finds.\n";
    }
}
