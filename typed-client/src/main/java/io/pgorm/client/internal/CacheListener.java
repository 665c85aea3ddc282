package io.pgorm.client.internal;

import com.zaxxer.hikari.HikariDataSource;
import io.pgorm.client.Operation;
import io.pgorm.ir.sql.Identifiers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGNotification;
import org.postgresql.core.BaseConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears on a connection of its own what others have written, and makes the results stale that are kept. While it does not
 * hear, because the connection is lost or not there yet, no result is kept or used; what was kept before a gap is
 * forgotten. A thread of its own; safe for use by several others.
 */
public final class CacheListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("io.pgorm.client.cache");

    /** What {@code @@notify} of the schema language sends. */
    private static final Pattern MESSAGE = Pattern.compile(
            "\\{\\s*\"operation\"\\s*:\\s*\"(\\w+)\"\\s*,\\s*\"table\"\\s*:\\s*\"([^\"\\\\]+)\".*", Pattern.DOTALL);

    private static final int SILENCE_MILLIS = 5_000;
    private static final long SHORTEST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final DataSource source;
    private final String channel;
    private final Results results;
    private final Runnable closeSource;
    private volatile boolean closed;
    private volatile @Nullable Connection current;

    private CacheListener(DataSource source, String channel, Results results, Runnable closeSource) {
        this.source = source;
        this.channel = channel;
        this.results = results;
        this.closeSource = closeSource;
    }

    /** @param closeSource is called when this is closed */
    static CacheListener start(DataSource source, String channel, Results results, Runnable closeSource) {
        CacheListener listener = new CacheListener(source, channel, results, closeSource);
        results.suspend();
        Thread.ofPlatform().daemon().name("pgorm-cache-" + channel).start(listener::run);
        return listener;
    }

    private void run() {
        long pause = SHORTEST_PAUSE_MILLIS;
        while (!closed) {
            try (Connection connection = source.getConnection()) {
                current = connection;
                try {
                    // Past the pool's own, which would look after settings of a connection that it never gives away.
                    BaseConnection driver = connection.unwrap(BaseConnection.class);
                    listen(driver);
                    pause = SHORTEST_PAUSE_MILLIS;
                    hear(driver);
                } finally {
                    results.suspend();
                    leave(connection);
                }
            } catch (SQLException e) {
                lost(e.getSQLState() == null ? String.valueOf(e.getMessage()) : e.getSQLState());
            } catch (RuntimeException e) {
                lost(e.getClass().getSimpleName());
            }
            if (!closed) {
                LockSupport.parkNanos(pause * 1_000_000);
                pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
            }
        }
    }

    /** It listens, so that nobody else may have it. */
    private void leave(Connection connection) {
        if (source instanceof HikariDataSource pool) {
            pool.evictConnection(connection);
        } else {
            Connections.abort(connection);
        }
    }

    private void lost(String why) {
        results.suspend();
        if (!closed) {
            LOG.warn("cannot hear what others write ({}); no result is kept until that works again", why);
        }
    }

    private void listen(BaseConnection connection) throws SQLException {
        connection.setAutoCommit(true);
        connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
        requireDirect(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + Identifiers.quote(channel));
        }
        // From here on every write is heard; what was read before may be old.
        results.resume();
    }

    /** A pooler invents the process that it tells of, and messages go astray in it: what is kept would be stale unseen. */
    private static void requireDirect(BaseConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_backend_pid()")) {
            row.next();
            if (row.getInt(1) != connection.getBackendPID()) {
                throw new SQLException("through a pooler; withCacheChannel needs a DataSource of the server itself");
            }
        }
    }

    private void hear(BaseConnection connection) throws SQLException {
        while (!closed) {
            PGNotification[] heard = connection.getNotifications(SILENCE_MILLIS);
            if (heard == null || heard.length == 0) {
                requireAlive(connection);
                continue;
            }
            for (PGNotification notification : heard) {
                if (notification.getName().equals(channel)) {
                    written(notification.getParameter());
                }
            }
        }
    }

    /** A network that has gone away says nothing, as one does where nothing happens. */
    private static void requireAlive(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    private void written(String payload) {
        Matcher message = MESSAGE.matcher(payload);
        if (message.matches()) {
            Operation operation = switch (message.group(1)) {
                case "insert" -> Operation.CREATE;
                case "update" -> Operation.UPDATE;
                default -> Operation.DELETE;
            };
            results.written(new Facts(Map.of(message.group(2), Set.of(operation))));
        } else if (results.isModel(payload)) {
            results.written(new Facts(Map.of(payload, Set.of(Operation.DELETE))));
        } else {
            results.clear();
        }
    }

    @Override
    public void close() {
        closed = true;
        Connection connection = current;
        if (connection != null) {
            Connections.abort(connection);
        }
        closeSource.run();
    }
}
