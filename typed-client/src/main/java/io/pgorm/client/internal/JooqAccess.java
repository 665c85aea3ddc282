package io.pgorm.client.internal;

import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.ConnectionProvider;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** jOOQ contexts over our connections: same identity, same errors. */
final class JooqAccess {

    private JooqAccess() {}

    /** A connection for each statement; with an identity, in a transaction of its own. */
    static DSLContext overPool(PooledChannel pool, Identity identity, Wire wire) {
        return context(new PoolProvider(pool, identity, wire), wire);
    }

    /** The connection of a transaction. */
    static DSLContext overTransaction(TransactionChannel transaction, Identity identity, Wire wire) {
        return context(
                new ConnectionProvider() {
                    @Override
                    public Connection acquire() {
                        return transaction.connection(identity);
                    }

                    @Override
                    public void release(Connection connection) {
                        // it belongs to the transaction
                    }
                },
                wire);
    }

    private static DSLContext context(ConnectionProvider connections, Wire wire) {
        return DSL.using(new DefaultConfiguration()
                .set(SQLDialect.POSTGRES)
                .set(Rendering.settings())
                .set(connections)
                .set(new Errors(wire)));
    }

    private record PoolProvider(PooledChannel pool, Identity identity, Wire wire) implements ConnectionProvider {

        @Override
        public Connection acquire() {
            Connection connection = pool.borrow();
            if (identity.isNone()) {
                return connection;
            }
            try {
                connection.setAutoCommit(false);
                return wire.send(
                        connection, identity.statement(Identity.NONE), new Object[0], 0, 0, outcomes -> connection);
            } catch (SQLException e) {
                pool.giveBack(connection);
                throw wire.map(e, "BEGIN");
            } catch (RuntimeException e) {
                pool.giveBack(connection);
                throw e;
            }
        }

        @Override
        public void release(Connection connection) {
            if (identity.isNone()) {
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
