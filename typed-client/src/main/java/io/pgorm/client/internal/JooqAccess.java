package io.pgorm.client.internal;

import io.pgorm.client.OuterTransactions.OuterTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.TransactionContext;
import org.jooq.TransactionProvider;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultTransactionProvider;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** jOOQ contexts over our connections: same identity, same errors. */
final class JooqAccess {

    private JooqAccess() {}

    /** A connection for each statement; with an identity, in a transaction of its own. */
    static DSLContext overPool(PooledChannel pool, Identity identity, Wire wire) {
        ConnectionProvider connections = new PoolProvider(pool, identity, wire);
        return context(
                connections, wire, new PoolTransactions(pool, wire, new DefaultTransactionProvider(connections)));
    }

    /** The connection of a transaction. */
    static DSLContext overTransaction(TransactionChannel transaction, Identity identity, Wire wire) {
        return context(
                new ConnectionProvider() {
                    @Override
                    public Connection acquire() {
                        return transaction.handOut(identity);
                    }

                    @Override
                    public void release(Connection connection) {
                        transaction.handBack(identity);
                    }
                },
                wire,
                new Savepoints(transaction));
    }

    private static DSLContext context(ConnectionProvider connections, Wire wire, TransactionProvider transactions) {
        return DSL.using(new DefaultConfiguration()
                .set(SQLDialect.POSTGRES)
                .set(Rendering.settings())
                .set(connections)
                .set(transactions)
                .set(new Errors(wire)));
    }

    /** jOOQ's transactions inside one of ours are savepoints; jOOQ by itself would commit or roll back ours. */
    private static final class Savepoints implements TransactionProvider {
        private final TransactionChannel transaction;
        private final Deque<Savepoint> open = new ArrayDeque<>();

        Savepoints(TransactionChannel transaction) {
            this.transaction = transaction;
        }

        @Override
        public void begin(TransactionContext context) {
            open.push(transaction.savepoint());
        }

        @Override
        public void commit(TransactionContext context) {
            transaction.release(open.pop());
        }

        @Override
        public void rollback(TransactionContext context) {
            transaction.rollBackTo(open.pop());
        }
    }

    /** Transactions over a pool are jOOQ's own, and savepoints where the thread is in somebody else's transaction. */
    private record PoolTransactions(PooledChannel pool, Wire wire, TransactionProvider own)
            implements TransactionProvider {

        @Override
        public void begin(TransactionContext context) {
            Optional<OuterTransaction> outer = pool.outer();
            if (outer.isEmpty()) {
                own.begin(context);
                return;
            }
            TransactionChannel joined = TransactionChannel.join(outer.get(), wire, pool.timeout());
            context.transaction(new Joined(joined, joined.savepoint(), outer.get()));
        }

        @Override
        public void commit(TransactionContext context) {
            if (context.transaction() instanceof Joined joined) {
                joined.transaction.release(joined.savepoint);
                joined.outer.release();
            } else {
                own.commit(context);
            }
        }

        @Override
        public void rollback(TransactionContext context) {
            if (context.transaction() instanceof Joined joined) {
                joined.transaction.rollBackTo(joined.savepoint);
                joined.outer.release();
            } else {
                own.rollback(context);
            }
        }

        private record Joined(TransactionChannel transaction, Savepoint savepoint, OuterTransaction outer)
                implements org.jooq.Transaction {}
    }

    private record PoolProvider(PooledChannel pool, Identity identity, Wire wire) implements ConnectionProvider {

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
                connection.setAutoCommit(false);
                return wire.send(connection, Rendered.together(first), new Object[0], 0, 0, outcomes -> connection);
            } catch (SQLException e) {
                pool.giveBack(connection);
                throw wire.map(e, "BEGIN");
            } catch (RuntimeException e) {
                pool.giveBack(connection);
                throw e;
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
            if (first().isEmpty()) {
                pool.giveBack(connection);
                return;
            }
            try {
                boolean failed =
                        connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED;
                if (failed) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                throw wire.map(e, "COMMIT");
            } finally {
                pool.giveBack(connection);
            }
        }
    }

    /** Tells of each statement, and throws our exceptions in place of jOOQ's. */
    private record Errors(Wire wire) implements ExecuteListener {

        private static final long serialVersionUID = 1L;

        @Override
        public void executeStart(ExecuteContext context) {
            String sql = context.sql();
            if (sql != null) {
                wire.listener().accept(sql);
            }
        }

        @Override
        public void exception(ExecuteContext context) {
            // jOOQ wraps what its own conversions throw in an SQLException without a state; that stays as it is.
            SQLException exception = context.sqlException();
            if (exception != null && exception.getSQLState() != null) {
                String sql = context.sql();
                context.exception(wire.map(exception, sql == null ? "" : sql));
            }
        }
    }
}
