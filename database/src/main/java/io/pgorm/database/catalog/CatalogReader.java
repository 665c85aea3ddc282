package io.pgorm.database.catalog;

import io.pgorm.database.catalog.internal.Reading;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Reads the catalog of a database of PostgreSQL 14 or later as a schema.
 *
 * <p>It asks a fixed number of questions, however many objects there are, all of one snapshot. Objects that belong to an
 * extension are left out. What PostgreSQL prints is kept as it is printed: names in the schema {@code public} stand
 * alone and all others with their schema, so that the SQL means the same wherever {@code public} is on the search path,
 * as in every statement that PG-ORM generates. Two catalogs can be compared where the same major version read both.
 * Stateless.
 */
public final class CatalogReader {

    /** What PostgreSQL prints of an object comes from the catalog of now, not from the snapshot. */
    private static final int ATTEMPTS = 5;

    /** "cache lookup failed": the object went while it was read. */
    private static final String INTERNAL_ERROR = "XX000";

    private CatalogReader() {}

    /**
     * Reads the catalog.
     *
     * @param connection in autocommit, which has it back as it was; the catalog is read in a transaction of its own that
     *     writes nothing
     * @throws SQLException where the connection fails, or is in a transaction, or objects that are dropped meanwhile get in
     *     the way again and again; where the role may not use the schema public
     */
    public static Catalog read(Connection connection, CatalogOptions options) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new SQLException("the catalog is read in a transaction of its own; the connection is in one");
        }
        connection.setAutoCommit(false);
        try {
            for (int left = ATTEMPTS - 1; ; left--) {
                try {
                    return attempt(connection, options);
                } catch (SQLException e) {
                    if (left == 0 || !INTERNAL_ERROR.equals(e.getSQLState())) {
                        throw e;
                    }
                    connection.rollback();
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static Catalog attempt(Connection connection, CatalogOptions options) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // in one message; compiling such queries would take longer than to run them
            statement.execute("""
                    SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
                    SET LOCAL search_path = pg_catalog, public, pg_temp;
                    SET LOCAL jit = off;
                    SET LOCAL quote_all_identifiers = off;
                    SET LOCAL statement_timeout = 0""");
        }
        return Reading.read(connection, options);
    }

    /** As {@link #read(Connection, CatalogOptions)} with {@link CatalogOptions#standard}. */
    public static Catalog read(Connection connection) throws SQLException {
        return read(connection, CatalogOptions.standard());
    }
}
