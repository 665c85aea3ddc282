package io.pgorm.migrations.random;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.catalog.Catalog;
import io.pgorm.database.catalog.CatalogOptions;
import io.pgorm.database.catalog.CatalogReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A world on a server. What the server does not take is left out: a world need not be right.
 *
 * @param connection the only one, in autocommit
 * @param accepted the statements that the server took
 * @param refused the messages for those that it did not
 */
record Made(
        World world,
        ScratchDatabase database,
        Connection connection,
        Catalog catalog,
        List<String> accepted,
        Map<String, String> refused)
        implements AutoCloseable {

    static Made of(ScratchServer server, World world) throws SQLException {
        ScratchDatabase database = server.create();
        List<String> accepted = new ArrayList<>();
        Map<String, String> refused = new TreeMap<>();
        try {
            // stays open: PostgreSQL's caches are warm where a catalog was read before
            Connection connection = database.connect();
            Statement statement = connection.createStatement();
            statement.setEscapeProcessing(false);
            statement.execute("SET search_path = public; SET check_function_bodies = off");
            for (String sql : Script.of(world)) {
                try {
                    statement.execute(sql);
                    accepted.add(sql);
                } catch (SQLException e) {
                    refused.put(
                            sql,
                            String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
                }
            }
            return new Made(world, database, connection, read(connection), accepted, refused);
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** As pgorm reads what it made itself: whoever made it is no owner to speak of, though he should own nothing. */
    static Catalog read(Connection connection) throws SQLException {
        return CatalogReader.read(
                connection,
                CatalogOptions.standard().withOwner(connection.getMetaData().getUserName()));
    }

    /** As a file. */
    String script() {
        return String.join(";\n", accepted) + (accepted.isEmpty() ? "" : ";\n");
    }

    @Override
    public void close() {
        database.close();
    }
}
