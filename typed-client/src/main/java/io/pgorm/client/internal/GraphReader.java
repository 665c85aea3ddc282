package io.pgorm.client.internal;

import io.pgorm.client.internal.Layout.Edge;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes values of the result sets of one shape. */
public final class GraphReader {

    private GraphReader() {}

    /** Reads all rows. Equal for the same layout, so that results can be kept by it. */
    record ListOf<R>(Layout layout) implements Channel.ResultReader<List<R>> {
        @Override
        public List<R> read(List<Outcome> outcomes) throws SQLException {
            return GraphReader.read(layout, outcomes);
        }
    }

    /** Reads the result sets from the last to the first, so that the rows below are there when a row is made. */
    public static <R> List<R> read(Layout layout, List<Outcome> outcomes) throws SQLException {
        return read(layout, outcomes, Integer.MAX_VALUE);
    }

    /** At most so many of the rows; the result set stays before the one that follows them. */
    @SuppressWarnings("unchecked") // the layout was compiled from the shape of R
    static <R> List<R> read(Layout layout, List<Outcome> outcomes, int most) throws SQLException {
        RelatedRows related = new RelatedRows();
        readEdges(layout, outcomes, related);
        List<R> result = new ArrayList<>();
        ResultSet rows = outcomes.get(0).requireRows();
        while (result.size() < most && rows.next()) {
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
        KeyReader key = edge.childKey();
        RowNode node = edge.child().node;
        Map<Object, List<@Nullable Object>> byKey = new HashMap<>();
        while (rows.next()) {
            Object parent = key.read(rows);
            if (parent != null) {
                byKey.computeIfAbsent(parent, unused -> new ArrayList<>()).add(node.read(rows, related));
            }
        }
        byKey.replaceAll((parent, values) -> Collections.unmodifiableList(values));
        return byKey;
    }
}
