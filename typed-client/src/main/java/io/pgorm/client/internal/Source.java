package io.pgorm.client.internal;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.pgorm.client.error.ClientClosed;
import io.pgorm.client.error.ErrorMapper;
import io.pgorm.client.error.PgOrmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** Where calls get their connections from. Safe for use by several threads, except {@link One}. */
sealed interface Source {

    /**
     * A connection in autocommit mode.
     *
     * @throws PgOrmException if there is none to be had
     */
    Connection borrow();

    /**
     * Never inside a transaction: it is rolled back first.
     *
     * @param suspect whether something of the session may be left, and has to be cleared
     */
    void giveBack(Connection connection, boolean suspect);

    /** A pool, of ours or of the application. */
    record Pool(DataSource dataSource, AtomicBoolean closed, ErrorMapper errors) implements Source {

        /**
         * @throws ClientClosed if the client was closed
         * @throws IllegalStateException if the connection is not in autocommit mode: what was written would be rolled
         *     back when it is given back, and setting the mode might commit what somebody else has begun
         */
        @Override
        public Connection borrow() {
            if (closed.get()) {
                throw new ClientClosed();
            }
            long start = System.nanoTime();
            try {
                Connection connection = dataSource.getConnection();
                if (!connection.getAutoCommit()) {
                    connection.close();
                    throw new IllegalStateException("the connections of the DataSource must be in autocommit mode:"
                            + " PG-ORM begins and ends transactions itself, or joins those that"
                            + " ClientOptions.withOuterTransactions tells of");
                }
                return connection;
            } catch (SQLException e) {
                throw closed.get() ? new ClientClosed() : Pools.whyNone(dataSource, e, start, errors);
            }
        }

        @Override
        public void giveBack(Connection connection, boolean suspect) {
            try (connection) {
                if (!connection.isClosed() && Connections.isInTransaction(connection)) {
                    Connections.leaveTransaction(connection);
                }
                if (suspect && !connection.isClosed()) {
                    Connections.discardSession(connection);
                }
            } catch (SQLException e) {
                Connections.abort(connection);
            }
            letThoseRunWhoWait();
        }

        /**
         * The pool hands a connection to the call that waits longest, but that call has to run to take it. Without this,
         * a thread that goes on at once, as virtual threads do, takes it back with its next call, again and again.
         */
        private void letThoseRunWhoWait() {
            if (dataSource instanceof HikariDataSource pool
                    && pool.getHikariPoolMXBean() instanceof HikariPoolMXBean state
                    && state.getThreadsAwaitingConnection() > 0) {
                Thread.yield();
            }
        }
    }

    /** A connection that somebody else owns, with its session, and that is in no transaction. For one thread at a time. */
    record One(Connection connection) implements Source {

        @Override
        public Connection borrow() {
            return connection;
        }

        @Override
        public void giveBack(Connection same, boolean suspect) {
            try {
                if (!connection.isClosed() && Connections.isInTransaction(connection)) {
                    Connections.leaveTransaction(connection);
                }
            } catch (SQLException e) {
                Connections.abort(connection);
            }
        }
    }
}
