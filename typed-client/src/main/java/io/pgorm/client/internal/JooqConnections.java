package io.pgorm.client.internal;

import io.pgorm.client.OuterTransactions.OuterTransaction;
import io.pgorm.client.error.ConnectionLost;
import io.pgorm.client.error.PgOrmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.ConnectionProvider;

/** Where jOOQ has its connections from. */
final class JooqConnections {

    private JooqConnections() {}

    /** The connection of a transaction, with the identity in force while jOOQ has it. */
    record OverTransaction(TransactionChannel transaction, Identity identity, Suspicion suspicion)
            implements ConnectionProvider {

        @Override
        public Connection acquire() {
            return transaction.handOut(identity);
        }

        @Override
        public void release(Connection connection) {
            if (suspicion.of(connection)) {
                transaction.suspect();
            }
            transaction.handBack(identity);
        }
    }

    /** A connection of the pool for each statement; with an identity or a limit of time, in a transaction of its own. */
    record OverPool(
            PooledChannel pool, Identity identity, Wire wire, Suspicion suspicion, Map<Connection, AnswerLimit> limits)
            implements ConnectionProvider {

        OverPool(PooledChannel pool, Identity identity, Wire wire, Suspicion suspicion) {
            this(pool, identity, wire, suspicion, new ConcurrentHashMap<>());
        }

        boolean isWithoutTransaction() {
            return first().isEmpty();
        }

        @Override
        public Connection acquire() {
            Optional<OuterTransaction> outer = pool.outer();
            if (outer.isPresent()) {
                return TransactionChannel.join(outer.get(), wire, pool.timeout())
                        .handOut(identity);
            }
            Connection connection = pool.borrow();
            List<Rendered> first = first();
            if (first.isEmpty()) {
                return connection;
            }
            try {
                limit(connection);
                first.add(0, Rendered.of("BEGIN"));
                wire.send(connection, Rendered.together(first), new Object[0], 0, 0, outcomes -> connection);
                connection.setAutoCommit(false);
                return connection;
            } catch (SQLException e) {
                unlimit(connection);
                pool.giveBack(connection);
                throw wire.map(e, "BEGIN");
            } catch (RuntimeException e) {
                unlimit(connection);
                pool.giveBack(connection);
                throw e;
            }
        }

        /** Until the connection is given back: for the statement, and for COMMIT. */
        private void limit(Connection connection) {
            if (pool.timeout().isPresent()) {
                OptionalLong millis = OptionalLong.of(pool.timeout().get().toMillis());
                limits.put(connection, AnswerLimit.put(connection, millis, wire));
            }
        }

        private void unlimit(Connection connection) {
            AnswerLimit limit = limits.remove(connection);
            if (limit != null) {
                limit.close();
            }
        }

        /** What has to be said before the statement, in a transaction. */
        private List<Rendered> first() {
            List<Rendered> first = new ArrayList<>();
            if (!identity.isNone()) {
                first.add(identity.statement(Identity.NONE));
            }
            pool.timeout().ifPresent(limit -> first.add(Timeouts.put(limit.toMillis())));
            return first;
        }

        @Override
        public void release(Connection connection) {
            Optional<OuterTransaction> outer = pool.outer();
            if (outer.isPresent()) {
                TransactionChannel.join(outer.get(), wire, pool.timeout()).handBack(identity);
                // once for this look, and once for the one that acquired
                outer.get().release();
                outer.get().release();
                return;
            }
            try {
                if (!first().isEmpty() && !Connections.isClosed(connection)) {
                    // Left for rows that came bit by bit, and for failures: jOOQ swallows what is thrown here.
                    end(connection);
                }
            } finally {
                unlimit(connection);
                pool.giveBack(connection, suspicion.of(connection));
            }
        }

        /** As {@link #end}, unless somebody else ends the transaction. */
        void endOwn(Connection connection) {
            Optional<OuterTransaction> outer = pool.outer();
            if (outer.isPresent()) {
                outer.get().release();
            } else {
                end(connection);
            }
        }

        /**
         * Commits what the statement did, if it is a transaction of its own; rolls back what failed.
         *
         * @throws PgOrmException if PostgreSQL does not commit
         */
        private void end(Connection connection) {
            try {
                if (connection.getAutoCommit()) {
                    return;
                }
                if (Connections.isFailed(connection)) {
                    Connections.rollBack(connection);
                } else {
                    connection.commit();
                }
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                PgOrmException mapped = wire.map(e, "COMMIT");
                throw mapped instanceof ConnectionLost lost ? wire.errors().outcomeUnknown(lost, "COMMIT") : mapped;
            }
        }
    }
}
