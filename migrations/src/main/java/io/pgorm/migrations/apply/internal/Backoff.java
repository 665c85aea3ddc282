package io.pgorm.migrations.apply.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When, and after how long, a step is tried again. Stateless. */
final class Backoff {

    private static final long FIRST = 200;
    private static final long MOST = 10_000;

    private Backoff() {}

    /** Whether the step failed only because somebody else was in the way: no lock in time, or a deadlock. */
    static boolean isLock(SQLException e) {
        return "55P03".equals(e.getSQLState()) || "40P01".equals(e.getSQLState());
    }

    /**
     * Twice as long each time, and not quite the same for two that wait.
     *
     * @param attempt the one that failed, from 1
     */
    static Duration after(int attempt) {
        long most = Math.min(MOST, FIRST << Math.min(attempt - 1, 10));
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }
}
