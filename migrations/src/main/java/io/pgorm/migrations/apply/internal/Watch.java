package io.pgorm.migrations.apply.internal;

import io.pgorm.migrations.apply.MigrationEvent;
import io.pgorm.migrations.apply.MigrationEvent.Position;
import io.pgorm.migrations.apply.MigrationListener;
import io.pgorm.migrations.apply.OtherSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Looks from a connection of its own at the statement that runs: who keeps it waiting, and how far it is. It begins only
 * where a statement is not over at once. Where it can have no connection nothing is told, and nothing else changes.
 */
final class Watch implements AutoCloseable {

    private static final Duration FIRST = Duration.ofMillis(150);
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);

    private final DataSource source;
    private final Session session;
    private final int pid;
    private final MigrationListener listener;
    private final Thread thread;
    private @Nullable Connection connection;
    private @Nullable Position position;
    private long began;
    private long reported;
    private List<OtherSession> blocking = List.of();
    private List<OtherSession> told = List.of();
    private boolean closed;

    Watch(DataSource source, Session session, MigrationListener listener) throws SQLException {
        this.source = source;
        this.session = session;
        this.pid = session.pid();
        this.listener = listener;
        this.thread =
                Thread.ofPlatform().daemon().name("pgorm-migrations-watch").start(this::run);
    }

    synchronized void begin(Position statement) {
        position = statement;
        began = System.nanoTime();
        reported = began;
        blocking = List.of();
        told = List.of();
        notifyAll();
    }

    /** After this the listener is not called by the watching thread. */
    synchronized void end() {
        position = null;
        notifyAll();
    }

    /** Who kept the last statement waiting, as seen last. */
    synchronized List<OtherSession> blocking() {
        return blocking;
    }

    private void run() {
        try {
            while (true) {
                Position now = next();
                if (now == null) {
                    break;
                }
                look(now);
            }
        } catch (InterruptedException e) {
            // closed
        } catch (SQLException | RuntimeException e) {
            // nothing more is told; what runs is not touched
        } finally {
            disconnect();
        }
    }

    private synchronized @Nullable Position next() throws InterruptedException {
        while (!closed) {
            if (position == null) {
                wait();
                continue;
            }
            Duration since = Duration.ofNanos(System.nanoTime() - began);
            if (since.compareTo(FIRST) < 0) {
                wait(FIRST.minus(since).toMillis() + 1);
                continue;
            }
            return position;
        }
        return null;
    }

    private void look(Position seen) throws SQLException, InterruptedException {
        Connection own = connect();
        List<OtherSession> holders = OtherSessions.blocking(own, pid);
        Optional<Progress.Row> progress =
                Progress.of(own, pid).or(() -> session.lastNotice().flatMap(Progress::said));
        synchronized (this) {
            if (position == seen) {
                tell(seen, holders, progress);
                wait(BETWEEN.toMillis());
            }
        }
    }

    private void tell(Position seen, List<OtherSession> holders, Optional<Progress.Row> progress) {
        if (!holders.isEmpty()) {
            blocking = holders;
            if (!pids(holders).equals(pids(told))) {
                told = holders;
                listener.on(new MigrationEvent.Blocked(seen, holders));
            }
        }
        long now = System.nanoTime();
        if (now - reported >= BETWEEN_REPORTS.toNanos()) {
            reported = now;
            Progress.Row row = progress.orElse(
                    new Progress.Row("running", Duration.ofNanos(now - began).toSeconds(), 0, "s"));
            listener.on(new MigrationEvent.Progress(seen, row.phase(), row.done(), row.total(), row.unit()));
        }
    }

    private static List<Integer> pids(List<OtherSession> sessions) {
        return sessions.stream().map(OtherSession::pid).toList();
    }

    private Connection connect() throws SQLException {
        Connection own = connection;
        if (own == null) {
            own = source.getConnection();
            own.setAutoCommit(true);
            connection = own;
        }
        return own;
    }

    private void disconnect() {
        try (Connection own = connection) {
            connection = null;
        } catch (SQLException e) {
            // it only looked
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            position = null;
            notifyAll();
        }
        try {
            // one that waits for a connection is left alone
            thread.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
