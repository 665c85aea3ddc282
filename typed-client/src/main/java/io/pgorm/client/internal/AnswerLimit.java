package io.pgorm.client.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How long the client waits for an answer, for one trip. Where the network is silent, the limit of the server is of no
 * use: its error does not arrive either.
 */
final class AnswerLimit implements AutoCloseable {

    private static final long CLEARING_MILLIS = 5_000;

    private static final AnswerLimit NONE = new AnswerLimit(null, 0);

    private final @Nullable Connection connection;
    private final int before;

    private AnswerLimit(@Nullable Connection connection, int before) {
        this.connection = connection;
        this.before = before;
    }

    /** @param millis what the server is given; the client waits a little longer */
    static AnswerLimit put(Connection connection, OptionalLong millis, Wire wire) {
        if (millis.isEmpty()) {
            return NONE;
        }
        try {
            return put(connection, millis.getAsLong() + Timeouts.GRACE_MILLIS);
        } catch (SQLException e) {
            throw wire.map(e, "");
        }
    }

    /**
     * For what takes back or clears, which takes the server no time: a connection that does not answer is better given up,
     * and the server then rolls back by itself.
     */
    static AnswerLimit ofClearing(Connection connection) throws SQLException {
        return put(connection, CLEARING_MILLIS);
    }

    private static AnswerLimit put(Connection connection, long millis) throws SQLException {
        int before = connection.getNetworkTimeout();
        long limit = Math.min(Integer.MAX_VALUE, millis);
        if (before != 0 && before < limit) {
            return NONE;
        }
        connection.setNetworkTimeout(Runnable::run, (int) limit);
        return new AnswerLimit(connection, before);
    }

    @Override
    public void close() {
        try {
            if (connection != null && !connection.isClosed()) {
                connection.setNetworkTimeout(Runnable::run, before);
            }
        } catch (SQLException e) {
            // the connection is gone, and its limit with it
            return;
        }
    }
}
