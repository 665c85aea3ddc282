package io.pgorm.database;

import io.pgorm.database.internal.RunningServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A database of its own on a {@link ScratchServer}, dropped when it is closed, together with whoever is still
 * connected to it. Thread-safe.
 */
public final class ScratchDatabase implements AutoCloseable {

    private final RunningServer server;
    private final String name;
    private final Consumer<ScratchDatabase> onClose;

    ScratchDatabase(RunningServer server, String name, Consumer<ScratchDatabase> onClose) {
        this.server = server;
        this.name = name;
        this.onClose = onClose;
    }

    /** The database's name on its server: lower case, needs no quotes. */
    public String name() {
        return name;
    }

    /** The JDBC URL, without user and password. */
    public String jdbcUrl() {
        return server.address().jdbcUrl(name);
    }

    /** The user that owns the database; a superuser unless the server was named by a URL. */
    public String user() {
        return server.address().user();
    }

    /** The user's password; empty where the server asks for none. */
    public String password() {
        return server.address().password();
    }

    /**
     * A new connection, in autocommit, which the caller closes.
     *
     * @throws SQLException where the server refuses it
     */
    public Connection connect() throws SQLException {
        return server.connect(name);
    }

    /**
     * As {@link #connect()}, with properties of the JDBC driver: {@code preferQueryMode}, for one.
     *
     * @throws SQLException where the server refuses it
     */
    public Connection connect(Map<String, String> driverProperties) throws SQLException {
        return server.connect(name, driverProperties);
    }

    /**
     * A new database that starts as a copy of this one, to which nobody may be connected meanwhile. The caller closes it.
     *
     * @throws ScratchUnavailableException where the copy cannot be made
     */
    public ScratchDatabase copy() {
        return new ScratchDatabase(server, server.createDatabase(name), copy -> {
            try {
                server.dropDatabase(copy.name());
            } catch (SQLException e) {
                // as Javadoc of close says: a server that is gone is not an error
            }
        });
    }

    /**
     * What {@code pg_dump --schema-only} writes of it.
     *
     * @return empty where no pg_dump is at hand that fits: that of the server's container, or one of the server's major
     *     version on the path
     * @throws IOException where it is at hand and fails
     * @see SchemaDump for comparing
     */
    public Optional<String> schemaDump() throws IOException {
        return server.schemaDump(name);
    }

    /** Drops the database. Closing twice does nothing; a server that is gone is not an error. */
    @Override
    public void close() {
        onClose.accept(this);
    }

    @Override
    public String toString() {
        return "ScratchDatabase[" + jdbcUrl() + ", " + user() + "]";
    }
}
