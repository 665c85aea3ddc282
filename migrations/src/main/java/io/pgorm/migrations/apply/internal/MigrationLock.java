package io.pgorm.migrations.apply.internal;

import io.pgorm.migrations.apply.ApplyOptions;
import io.pgorm.migrations.apply.Durations;
import io.pgorm.migrations.apply.MigrationEvent;
import io.pgorm.migrations.apply.MigrationException;
import io.pgorm.migrations.apply.MigrationException.Kind;
import io.pgorm.migrations.apply.MigrationListener;
import io.pgorm.migrations.apply.OtherSession;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * One at a time: a lock of the session, which is tried and never waited for, so that nobody hangs. It ends with the
 * session, however that ends.
 */
final class MigrationLock {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private MigrationLock() {}

    /**
     * Takes it.
     *
     * @throws MigrationException where another process holds it all the time; it is named
     */
    static void take(Session session, Bookkeeping names, ApplyOptions options, MigrationListener listener)
            throws SQLException {
        long end = System.nanoTime() + options.waitForOther().toNanos();
        List<OtherSession> told = List.of();
        while (!tryLock(session, names.lock())) {
            List<OtherSession> holders = OtherSessions.holdingAdvisoryLock(session.connection(), names.lock());
            if (!holders.isEmpty() && !pids(holders).equals(pids(told))) {
                listener.on(new MigrationEvent.WaitingForOther(holders));
                told = holders;
            }
            if (System.nanoTime() > end) {
                throw new MigrationException(
                        Kind.BUSY,
                        "migrations are being applied to this database by "
                                + (holders.isEmpty() ? "a session that is not visible" : OtherSessions.join(holders))
                                + ", and were not done within " + Durations.print(options.waitForOther())
                                + "; nothing was run");
            }
            Pause.sleep(BETWEEN_TRIES);
        }
    }

    private static List<Integer> pids(List<OtherSession> sessions) {
        return sessions.stream().map(OtherSession::pid).toList();
    }

    private static boolean tryLock(Session session, long number) throws SQLException {
        return session.text("SELECT pg_catalog.pg_try_advisory_lock(?)", number)
                .orElse("f")
                .equals("t");
    }
}
