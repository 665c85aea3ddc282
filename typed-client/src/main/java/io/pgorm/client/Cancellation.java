package io.pgorm.client;

import io.pgorm.client.error.CallCancelled;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends calls from another thread: those of {@code db.cancelledBy(cancellation)}. For one use; safe for use by several
 * threads.
 */
public final class Cancellation {

    private static final Logger LOG = LoggerFactory.getLogger("io.pgorm.client.cancellation");

    private final Set<Statement> running = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean cancelled;

    /**
     * Ends the calls that are under way, and lets no other begin: they throw {@link CallCancelled}. What has been committed
     * stays. PostgreSQL is told over a connection of its own, so that this takes a moment, and where that is not to be
     * had, the calls go on.
     */
    public synchronized void cancel() {
        cancelled = true;
        for (Statement statement : running) {
            try {
                // The lock is held until PostgreSQL has heard it: the next statement on the connection must not be met.
                statement.cancel();
            } catch (SQLException e) {
                LOG.warn("a statement could not be cancelled (SQLSTATE {})", e.getSQLState());
            }
        }
    }

    /** Whether it was cancelled. */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /**
     * Not API: a statement is about to run.
     *
     * @throws CallCancelled if it must not
     */
    public synchronized void enter(Statement statement) {
        requireNotCancelled();
        running.add(statement);
    }

    /** Not API: a statement is over. Waits for a cancellation that is on its way. */
    public synchronized void leave(Statement statement) {
        running.remove(statement);
    }

    /** Not API. */
    public synchronized void requireNotCancelled() {
        if (cancelled) {
            throw new CallCancelled();
        }
    }
}
