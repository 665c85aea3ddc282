package io.pgorm.client.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** What is to be known of a connection without asking the server. */
final class Connections {

    private Connections() {}

    /** Whether PostgreSQL said so with its last answer; the driver may believe in autocommit meanwhile. */
    static boolean isInTransaction(Connection connection) throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
    }

    static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    /** Whether it is in a transaction that takes no statement any more, or gone. */
    static boolean isFailed(Connection connection) {
        try {
            return connection.isClosed()
                    || connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED;
        } catch (SQLException e) {
            return true;
        }
    }

    /** 17 for 17.2. */
    static int majorVersion(Connection connection) {
        try {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException e) {
            return 0;
        }
    }

    /** Rolls back by the driver, which knows of the transaction. */
    static void rollBack(Connection connection) throws SQLException {
        try (AnswerLimit limit = AnswerLimit.ofClearing(connection)) {
            connection.rollback();
        }
    }

    /** Rolls back, and closes for good where that fails. */
    static void leaveTransaction(Connection connection) {
        try (AnswerLimit limit = AnswerLimit.ofClearing(connection);
                Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            abort(connection);
        }
    }

    /** Settings, role, temporary tables, locks, channels, cursors, prepared statements: all gone. */
    static void discardSession(Connection connection) {
        try (AnswerLimit limit = AnswerLimit.ofClearing(connection);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("DISCARD ALL");
        } catch (SQLException e) {
            abort(connection);
        }
    }

    static void abort(Connection connection) {
        try {
            connection.unwrap(Connection.class).abort(Runnable::run);
        } catch (SQLException alreadyGone) {
            // the pool finds a closed connection and drops it
        }
    }
}
