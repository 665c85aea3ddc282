package io.pgorm.database.testkit;

import io.pgorm.database.internal.EmbeddedServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * An embedded server of its own that a test may stop and crash. What was acknowledged outlives both, as on a server in
 * production.
 */
public final class RestartableServer implements AutoCloseable {

    private final EmbeddedServer server;

    private RestartableServer(EmbeddedServer server) {
        this.server = server;
    }

    /**
     * Starts one.
     *
     * @throws Exception where it cannot be started
     */
    public static RestartableServer start() throws Exception {
        EmbeddedServer server = EmbeddedServer.start(RestartableServer.class.getClassLoader());
        var restartable = new RestartableServer(server);
        restartable.execute("ALTER SYSTEM SET synchronous_commit = on");
        restartable.execute("SELECT pg_reload_conf()");
        return restartable;
    }

    public int port() {
        return server.port();
    }

    /** Runs SQL as the superuser, in the database {@code postgres}. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A connection of the superuser to the database {@code postgres}. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres", EmbeddedServer.USER, server.password());
    }

    /** Ends all sessions, stops, and starts again on the same port. */
    public void restart() throws Exception {
        server.restart("fast");
    }

    /** Kills it and starts it again on the same port. */
    public void crash() throws Exception {
        server.restart("immediate");
    }

    @Override
    public void close() {
        server.stop();
    }
}
