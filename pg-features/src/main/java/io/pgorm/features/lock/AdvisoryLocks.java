package io.pgorm.features.lock;

import io.pgorm.client.AbstractDb;
import io.pgorm.client.FeatureAccess;
import io.pgorm.client.error.ErrorMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;

/**
 * Takes advisory locks. Those of a transaction end with it, and are right wherever that is long enough. Those of a session
 * outlast transactions, cost a connection of the pool while they are held, and do not work through PgBouncer in transaction
 * mode, where they are refused.
 *
 * <p>Stateless; safe for use by several threads. Works with PostgreSQL 15.
 */
public final class AdvisoryLocks {

    private static final String KEY = "pg_catalog.hashtextextended(?, 0)";

    private AdvisoryLocks() {}

    /**
     * Waits for the lock, and has it until the transaction ends; one round trip. How long to wait is said by {@code
     * AdvisoryLocks.lock(tx.withTimeout(...), key)}.
     *
     * @param tx the handle that {@code transaction(tx -> ...)} gives
     * @throws IllegalStateException if it is no transaction, for the lock would be gone at once
     * @throws io.pgorm.client.error.DeadlockDetected if two wait for each other
     * @throws io.pgorm.client.error.PgOrmException if PostgreSQL refuses or cannot be reached
     */
    public static void lock(AbstractDb<?> tx, LockKey key) {
        requireTransaction(tx);
        tx.sql()
                .fetch(
                        "SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended({0}, 0))",
                        DSL.val(key.text()));
    }

    /**
     * Takes the lock if nobody has it, and then has it until the transaction ends; one round trip.
     *
     * @throws IllegalStateException if it is no transaction, for the lock would be gone at once
     */
    public static boolean tryLock(AbstractDb<?> tx, LockKey key) {
        requireTransaction(tx);
        return tx.sql()
                .fetchSingle(
                        "SELECT pg_catalog.pg_try_advisory_xact_lock(pg_catalog.hashtextextended({0}, 0))",
                        DSL.val(key.text()))
                .get(0, boolean.class);
    }

    /**
     * Waits for the lock, and has it until it is closed. Whoever holds it already, in this process or another, has to close
     * it first: a thread that asks twice waits for itself.
     *
     * @throws IllegalStateException if sessions are shared by a pooler
     * @throws io.pgorm.client.error.LockTimeout if somebody else has it for longer than the patience
     * @throws io.pgorm.client.error.PgOrmException if PostgreSQL refuses or cannot be reached
     */
    public static AdvisoryLock hold(AbstractDb<?> db, LockKey key, Duration patience) {
        return borrow(db, connection -> {
                    connection.setAutoCommit(false);
                    try (PreparedStatement limit =
                            connection.prepareStatement("SELECT pg_catalog.set_config('lock_timeout', ?, true)")) {
                        limit.setString(1, Math.max(1, patience.toMillis()) + "ms");
                        limit.execute();
                    }
                    ask(connection, "SELECT pg_catalog.pg_advisory_lock(" + KEY + ") IS NULL", key);
                    // a lock of a session stays when the transaction ends, and the time limit does not
                    connection.commit();
                    connection.setAutoCommit(true);
                    return Optional.of(new AdvisoryLock(key, connection));
                })
                .orElseThrow();
    }

    /** As {@link #hold(AbstractDb, LockKey, Duration)}, for as long as it takes. */
    public static AdvisoryLock hold(AbstractDb<?> db, LockKey key) {
        return borrow(db, connection -> {
                    ask(connection, "SELECT pg_catalog.pg_advisory_lock(" + KEY + ") IS NULL", key);
                    return Optional.of(new AdvisoryLock(key, connection));
                })
                .orElseThrow();
    }

    /**
     * Takes the lock if nobody has it.
     *
     * @throws IllegalStateException if sessions are shared by a pooler
     * @throws io.pgorm.client.error.PgOrmException if PostgreSQL refuses or cannot be reached
     */
    public static Optional<AdvisoryLock> tryHold(AbstractDb<?> db, LockKey key) {
        return borrow(
                db,
                connection -> ask(connection, "SELECT pg_catalog.pg_try_advisory_lock(" + KEY + ")", key)
                        ? Optional.of(new AdvisoryLock(key, connection))
                        : Optional.empty());
    }

    private interface Taking {
        Optional<AdvisoryLock> take(Connection connection) throws SQLException;
    }

    /** The connection goes back at once where there is no lock. */
    private static Optional<AdvisoryLock> borrow(AbstractDb<?> db, Taking taking) {
        if (FeatureAccess.isInTransaction(db)) {
            throw new IllegalStateException("a lock of a session is taken outside of transactions; inside, take"
                    + " AdvisoryLocks.lock(tx, key), which ends with the transaction");
        }
        requireOwnSession(FeatureAccess.sharesSessions(db));
        ErrorMapper errors = new ErrorMapper(List.of());
        try {
            Connection connection = FeatureAccess.pool(db).getConnection();
            Optional<AdvisoryLock> taken = Optional.empty();
            try {
                requireOwnSession(isThroughPooler(connection));
                taken = taking.take(connection);
                return taken;
            } finally {
                if (taken.isEmpty()) {
                    giveBack(connection);
                }
            }
        } catch (SQLException e) {
            throw errors.map(e, "");
        }
    }

    private static void giveBack(Connection connection) throws SQLException {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static boolean ask(Connection connection, String sql, LockKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key.text());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** A pooler tells of a process that it invented. */
    private static boolean isThroughPooler(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_backend_pid()")) {
            row.next();
            return row.getInt(1) != connection.unwrap(PGConnection.class).getBackendPID();
        }
    }

    private static void requireOwnSession(boolean shared) {
        if (shared) {
            throw new IllegalStateException(
                    "a pooler (PgBouncer in transaction mode, for one) stands before the server, and"
                            + " hands sessions round with their locks: take AdvisoryLocks.lock(tx, key) in a transaction, or connect to"
                            + " PostgreSQL itself");
        }
    }

    private static void requireTransaction(AbstractDb<?> tx) {
        if (!FeatureAccess.isInTransaction(tx)) {
            throw new IllegalStateException(
                    "outside a transaction the lock would be gone at once: call this with the handle that"
                            + " transaction(tx -> ...) gives, or take AdvisoryLocks.hold(db, key)");
        }
    }
}
