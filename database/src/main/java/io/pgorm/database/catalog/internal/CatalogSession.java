package io.pgorm.database.catalog.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks one catalog, all in one snapshot. Each method that asks makes one round trip, whatever the catalog's size. Not
 * thread-safe.
 */
final class CatalogSession {

    /** Rows are fetched in portions, so that the driver never holds a large result as a whole. */
    private static final int FETCH_SIZE = 5000;

    private final Connection connection;
    private final int version;
    private List<Long> namespaces = List.of();
    private int queries;

    CatalogSession(Connection connection, int version) {
        this.connection = connection;
        this.version = version;
    }

    @FunctionalInterface
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    int version() {
        return version;
    }

    int major() {
        return version / 10_000;
    }

    int queries() {
        return queries;
    }

    /** The schemas that are read, from now on the parameter of every query that has one. */
    void restrictTo(List<Long> newNamespaces) {
        namespaces = List.copyOf(newNamespaces);
    }

    /** An expression that only servers of this major version and later have, and what stands for it on older ones. */
    String since(int major, String expression, String otherwise) {
        return major() >= major ? expression : otherwise;
    }

    /** A condition: no extension owns the row of {@code catalog} that {@code alias} stands for. */
    static String ownNotExtensions(String catalog, String alias) {
        return "NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_catalog." + catalog
                + "'::regclass AND e.objid = " + alias + ".oid AND e.deptype = 'e')";
    }

    /** Each {@code ?} of the SQL stands for the schemas that are read. */
    <T> List<T> list(String sql, Reader<T> reader) throws SQLException {
        queries++;
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH_SIZE);
            // to ask the driver for the number would be another round trip
            long parameters = sql.chars().filter(c -> c == '?').count();
            for (int i = 1; i <= parameters; i++) {
                statement.setArray(i, connection.createArrayOf("oid", namespaces.toArray()));
            }
            try (ResultSet rows = statement.executeQuery()) {
                Row row = new Row(rows);
                while (rows.next()) {
                    found.add(reader.read(row));
                }
            }
        }
        return found;
    }
}
