package io.pgorm.database;

import io.pgorm.ir.Schema;
import io.pgorm.ir.View;
import io.pgorm.ir.diagnostic.Diagnostic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what the views of a schema declare with what their queries give, which only a server knows: {@code PGO0902}
 * for a column that a query does not give, {@code PGO0903} for one of another type. Stateless.
 */
public final class ViewColumns {

    private static final String COLUMNS = """
            SELECT a.attname, format_type(a.atttypid, NULL), a.atttypid
            FROM pg_attribute a
            WHERE a.attrelid = to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum
            """;

    /** The type without its modifier, which a query often loses; none for a word such as serial. */
    private static final String TYPE = "SELECT to_regtype(?)::oid";

    private ViewColumns() {}

    /**
     * @param connection to a database that holds the schema
     * @return an error for each declared column that is not there or is of another type
     */
    public static List<Diagnostic> check(Connection connection, Schema schema) throws SQLException {
        List<Diagnostic> found = new ArrayList<>();
        for (View view : schema.views()) {
            if (!view.columns().isEmpty()) {
                check(connection, view, found);
            }
        }
        return found;
    }

    private record Given(String type, long oid) {}

    private static void check(Connection connection, View view, List<Diagnostic> found) throws SQLException {
        Map<String, Given> given = given(connection, view);
        for (View.Column column : view.columns()) {
            Given actual = given.get(column.name());
            if (actual == null) {
                found.add(Diagnostic.error(
                                "PGO0902",
                                "the query of " + view.name() + " gives no column " + column.name(),
                                column.span())
                        .withHelp("it gives " + String.join(", ", given.keySet())
                                + "; name the column so with AS, or the field with @map"));
                continue;
            }
            Optional<Long> declared = oid(connection, column.type().sql());
            if (declared.isPresent() && declared.get() != actual.oid()) {
                found.add(Diagnostic.error(
                                "PGO0903",
                                "the query of " + view.name() + " gives " + actual.type() + " for " + column.name()
                                        + ", not " + column.type().sql(),
                                column.span())
                        .withHelp("declare the field so, or cast in the query: " + column.name() + "::"
                                + column.type().sql()));
            }
        }
    }

    private static Map<String, Given> given(Connection connection, View view) throws SQLException {
        Map<String, Given> columns = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
            query.setString(1, view.name().sql());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.put(rows.getString(1), new Given(rows.getString(2), rows.getLong(3)));
                }
            }
        }
        return columns;
    }

    private static Optional<Long> oid(Connection connection, String type) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(TYPE)) {
            query.setString(1, type);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                long oid = rows.getLong(1);
                return rows.wasNull() ? Optional.empty() : Optional.of(oid);
            }
        }
    }
}
