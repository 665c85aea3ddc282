package io.pgorm.client.error;

import java.sql.SQLException;

/** A {@link io.pgorm.client.Cancellation} ended the call. Of what was in its transaction nothing took effect. */
public final class CallCancelled extends PgOrmException {

    private static final long serialVersionUID = 1L;

    /** Before it was sent. */
    public CallCancelled() {
        super("cancelled before anything was sent", null);
    }

    /** While it ran. */
    public CallCancelled(String sql, SQLException exception) {
        super("cancelled while it ran; PostgreSQL has undone what the statement did", new Failure(sql, exception));
    }
}
