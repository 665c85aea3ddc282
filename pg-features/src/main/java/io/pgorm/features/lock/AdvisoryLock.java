package io.pgorm.features.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A lock of a session, held until it is closed, or its connection is lost. It keeps a connection of the pool. Safe for use by
 * several threads.
 */
public final class AdvisoryLock implements AutoCloseable {

    private final LockKey key;
    private final Connection connection;
    private final AtomicBoolean closed = new AtomicBoolean();

    AdvisoryLock(LockKey key, Connection connection) {
        this.key = key;
        this.connection = connection;
    }

    public LockKey key() {
        return key;
    }

    /**
     * Asks the server, in one round trip: a connection that was lost took its lock along, and somebody else may have it by
     * now. Ask before a step that must not be done twice.
     */
    public boolean isHeld() {
        if (closed.get()) {
            return false;
        }
        try (PreparedStatement ask = connection.prepareStatement("""
                SELECT EXISTS (SELECT FROM pg_catalog.pg_locks
                  WHERE locktype = 'advisory' AND pid = pg_catalog.pg_backend_pid() AND objsubid = 1 AND granted
                    AND (classid::bigint << 32) | objid::bigint = pg_catalog.hashtextextended(?, 0))""")) {
            ask.setString(1, key.text());
            try (ResultSet row = ask.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            return false;
        }
    }

    /** Gives the lock and the connection back. Idempotent. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (connection;
                PreparedStatement unlock = connection.prepareStatement(
                        "SELECT pg_catalog.pg_advisory_unlock(pg_catalog.hashtextextended(?, 0))")) {
            unlock.setString(1, key.text());
            unlock.execute();
        } catch (SQLException e) {
            // a connection that cannot unlock must not come to anybody else; the server frees the lock when it ends
            breakOff();
        }
    }

    private void breakOff() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // it is broken already
            return;
        }
    }
}
