package io.pgorm.migrations.apply.internal;

import io.pgorm.migrations.apply.MigrationException;
import io.pgorm.migrations.apply.MigrationException.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a pooler between us and the server gives each transaction another session: then neither a session's
 * lock nor its settings hold, and two could migrate at once. A pooler is known by the process number that it makes up;
 * one that keeps the session is fine.
 */
final class PoolerCheck {

    private static final long WAIT_MILLISECONDS = 5_000;

    private PoolerCheck() {}

    /** @throws MigrationException where sessions are not kept */
    static void check(Session session, DataSource source) throws SQLException {
        Optional<Integer> announced = session.announcedPid();
        int pid = session.pid();
        if (announced.isPresent() && announced.get() == pid) {
            return;
        }
        String token = UUID.randomUUID().toString();
        session.text("SELECT pg_catalog.set_config('pgorm.session', ?, false)", token);
        Second second = new Second(source);
        try {
            Optional<Integer> other = second.pid();
            // a second that is not served has to wait for our session, which is then ours alone
            boolean shared = other.isPresent() && other.get() == pid;
            for (int i = 0; i < 3 && !shared; i++) {
                shared = session.pid() != pid || !token(session).equals(token);
            }
            if (shared) {
                throw new MigrationException(
                        Kind.REFUSED,
                        "this connection goes through a pooler that gives each transaction another session (as PgBouncer"
                                + " with pool_mode = transaction): locks and settings of a session do not hold there, so"
                                + " nothing was run. Connect to the server itself, or to a pool of the mode session.");
            }
        } finally {
            second.close();
        }
    }

    private static String token(Session session) throws SQLException {
        return session.text("SELECT pg_catalog.current_setting('pgorm.session', true)")
                .orElse("");
    }

    /** A connection that holds a transaction open, had by a thread of its own since it may have to wait. */
    private static final class Second {

        private final AtomicReference<@Nullable Connection> connection = new AtomicReference<>();
        private final AtomicReference<@Nullable Integer> pid = new AtomicReference<>();
        private final Thread thread;
        private volatile boolean closed;

        Second(DataSource source) {
            thread = Thread.ofPlatform().daemon().name("pgorm-pooler-check").start(() -> open(source));
        }

        private void open(DataSource source) {
            try {
                Connection opened = source.getConnection();
                connection.set(opened);
                opened.setAutoCommit(false);
                try (Statement statement = opened.createStatement();
                        ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_backend_pid()")) {
                    row.next();
                    pid.set(row.getInt(1));
                }
                if (closed) {
                    end();
                }
            } catch (SQLException e) {
                // none to be had: nothing is known of it
            }
        }

        Optional<Integer> pid() {
            try {
                thread.join(WAIT_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.ofNullable(pid.get());
        }

        void close() {
            closed = true;
            if (!thread.isAlive()) {
                end();
            }
        }

        private void end() {
            Connection opened = connection.getAndSet(null);
            if (opened != null) {
                try (opened) {
                    opened.rollback();
                    opened.setAutoCommit(true);
                } catch (SQLException e) {
                    // only its end mattered
                }
            }
        }
    }
}
