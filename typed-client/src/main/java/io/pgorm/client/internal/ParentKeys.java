package io.pgorm.client.internal;

import io.pgorm.client.internal.Layout.Edge;
import java.lang.reflect.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Field;

/** The keys of rows that have been read, by which the rows below them are asked for. */
final class ParentKeys {

    private ParentKeys() {}

    /** The statements for everything below rows whose result set stands before its first row, and stands there again. */
    static List<Rendered> statementsBelow(Layout layout, ResultSet parents) throws SQLException {
        List<Set<List<Object>>> keys = read(layout, parents);
        parents.beforeFirst();
        List<Rendered> statements = new ArrayList<>();
        for (int i = 0; i < layout.edges.size(); i++) {
            below(layout.edges.get(i), keys.get(i), statements);
        }
        return statements;
    }

    private static void below(Edge edge, Set<List<Object>> keys, List<Rendered> statements) {
        edge.requireRepeatable();
        List<? extends Field<?>> local = edge.query().link().local();
        RowSource.Known known = new RowSource.Known(arrays(keys, local), List.copyOf(local));
        RowSource.Related related = new RowSource.Related(edge.child(), edge.query(), known.parents(edge));
        statements.add(Rendering.render(related.rows()));
        Reading.renderEdges(edge.child(), related, statements);
    }

    private static List<Set<List<Object>>> read(Layout layout, ResultSet parents) throws SQLException {
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
}
