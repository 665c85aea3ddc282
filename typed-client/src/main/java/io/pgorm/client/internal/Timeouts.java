package io.pgorm.client.internal;

import java.util.List;
import org.jooq.impl.SQLDataType;

/**
 * The time that a statement may take, as a setting of the server until the transaction ends. It travels with the
 * statement. A cancel request of the driver would need a timer and a second connection, and may come too late and meet
 * the next statement.
 */
final class Timeouts {

    /** How much longer the client waits for the answer than the server is given: the server should speak first. */
    static final long GRACE_MILLIS = 1_000;

    private static final Binder TEXT = Binder.of(SQLDataType.VARCHAR);

    /** What {@link #putForOneTrip} has replaced. */
    static final Rendered BACK =
            Rendered.of("SELECT set_config('statement_timeout', current_setting('pgorm.outer_timeout'), true)");

    private Timeouts() {}

    static Rendered put(long millis) {
        return bound("SELECT set_config('statement_timeout', ?, true)", millis);
    }

    /** Keeps the one from before, for {@link #BACK}. */
    static Rendered putForOneTrip(long millis) {
        return bound(
                "SELECT set_config('pgorm.outer_timeout', current_setting('statement_timeout'), true),"
                        + " set_config('statement_timeout', ?, true)",
                millis);
    }

    /**
     * The server's own end of a transaction whose client has fallen silent, so that its locks go. From PostgreSQL 17 on
     * for the whole transaction, before that for the time between statements.
     */
    static Rendered ofTransaction(long millis, int serverVersion) {
        String setting = serverVersion >= 17 ? "transaction_timeout" : "idle_in_transaction_session_timeout";
        return bound("SELECT set_config('" + setting + "', ?, true)", millis + 2 * GRACE_MILLIS);
    }

    private static Rendered bound(String sql, long millis) {
        return new Rendered(sql, List.of(new Rendered.Bound(TEXT, millis + "ms")));
    }
}
