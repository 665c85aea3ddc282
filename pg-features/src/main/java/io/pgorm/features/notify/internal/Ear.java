package io.pgorm.features.notify.internal;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.ir.sql.Identifiers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** A connection that listens. For one thread, but for {@link #breakOff}. */
final class Ear implements AutoCloseable {

    private final Connection connection;
    private final PGConnection driver;

    private Ear(Connection connection) throws SQLException {
        this.connection = connection;
        this.driver = connection.unwrap(PGConnection.class);
    }

    /** @throws IllegalStateException if there is a pooler between us and the server */
    static Ear open(ConnectionOptions options) throws SQLException {
        Connection connection = options.connect();
        try {
            Ear ear = new Ear(connection);
            ear.requireDirect();
            return ear;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** A pooler invents the process that it tells of, and hands another one on with the next transaction. */
    private void requireDirect() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_backend_pid()")) {
            row.next();
            if (row.getInt(1) != driver.getBackendPID()) {
                throw new IllegalStateException("a listener needs a connection to PostgreSQL itself: through a pooler"
                        + " (PgBouncer in transaction mode, for one) its messages go astray. Give Listener.open the address"
                        + " of the server; the rest of the application may go on through the pooler");
            }
        }
    }

    void listen(String channel) throws SQLException {
        execute("LISTEN " + Identifiers.quote(channel));
    }

    void unlisten(String channel) throws SQLException {
        execute("UNLISTEN " + Identifiers.quote(channel));
    }

    /** Asks for a sign of life. */
    void beat() throws SQLException {
        execute("SELECT 1");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Waits for messages, a moment. */
    List<PGNotification> hear(int millis) throws SQLException {
        PGNotification[] heard = driver.getNotifications(millis);
        return heard == null ? List.of() : List.of(heard);
    }

    /** Makes whatever is waited for fail. From any thread. */
    void breakOff() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // then it is broken already
            return;
        }
    }

    @Override
    public void close() {
        // a close that says goodbye may wait for a network that is silent
        breakOff();
    }
}
