package io.pgorm.client.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * Borrows a connection for each call. Safe for use by several threads.
 *
 * <p>What needs a transaction (an identity, a snapshot) brings its own BEGIN and COMMIT in the same round trip, while
 * the driver believes in autocommit. So when a statement in the middle fails, COMMIT is skipped with the rest, and the
 * connection stays in a failed transaction: it is rolled back here before anybody else may have it.
 */
public final class PooledChannel implements Channel {

    private static final Rendered BEGIN = Rendered.of("BEGIN");
    private static final Rendered BEGIN_SNAPSHOT = Rendered.of("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    private static final Rendered COMMIT = Rendered.of("COMMIT");

    private final DataSource dataSource;
    private final Wire wire;

    PooledChannel(DataSource dataSource, Wire wire) {
        this.dataSource = dataSource;
        this.wire = wire;
    }

    @Override
    public <R> R send(
            Identity identity, Scope scope, List<Rendered> statements, Object[] arguments, ResultReader<R> reader) {
        boolean snapshot = scope == Scope.SNAPSHOT;
        if (!snapshot && identity.isNone()) {
            return withConnection(
                    connection -> wire.send(connection, Rendered.together(statements), arguments, 0, 0, reader));
        }
        List<Rendered> all = new ArrayList<>();
        all.add(snapshot ? BEGIN_SNAPSHOT : BEGIN);
        if (!identity.isNone()) {
            all.add(identity.statement(Identity.NONE));
        }
        int before = all.size();
        all.addAll(statements);
        all.add(COMMIT);
        return withConnection(
                connection -> wire.send(connection, Rendered.together(all), arguments, before, 1, reader));
    }

    @Override
    public <R> R sendThen(Identity identity, Rendered first, Continuation<R> then) {
        List<Rendered> all = new ArrayList<>(List.of(BEGIN_SNAPSHOT));
        if (!identity.isNone()) {
            all.add(identity.statement(Identity.NONE));
        }
        int before = all.size();
        all.add(first);
        return withConnection(connection -> {
            SecondTrip second = new SecondTrip() {
                @Override
                public <T> T send(List<Rendered> statements, ResultReader<T> reader) {
                    List<Rendered> last = new ArrayList<>(statements);
                    last.add(COMMIT);
                    return wire.send(connection, Rendered.together(last), new Object[0], 0, 1, reader);
                }
            };
            return wire.send(
                    connection,
                    Rendered.together(all),
                    new Object[0],
                    before,
                    0,
                    outcomes -> then.follow(outcomes.get(0), second));
        });
    }

    @Override
    public DSLContext dsl(Identity identity) {
        return JooqAccess.overPool(this, identity, wire);
    }

    /** Runs the work in a transaction: committed when it returns, rolled back when it throws. */
    public <R, X extends Exception> R transaction(Work<R, X> work) throws X {
        Connection connection = borrow();
        TransactionChannel transaction = new TransactionChannel(connection, wire);
        try {
            transaction.begin();
            R result = work.run(transaction);
            transaction.commit();
            return result;
        } finally {
            transaction.end();
            giveBack(connection);
        }
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    public interface Work<R, X extends Exception> {
        R run(TransactionChannel transaction) throws X;
    }

    private <R> R withConnection(Function<Connection, R> use) {
        Connection connection = borrow();
        try {
            return use.apply(connection);
        } finally {
            giveBack(connection);
        }
    }

    /**
     * @throws IllegalStateException if the connection is not in autocommit mode: what was written would be rolled back
     *     when it is given back, and setting the mode might commit what somebody else has begun
     */
    Connection borrow() {
        try {
            Connection connection = dataSource.getConnection();
            if (!connection.getAutoCommit()) {
                connection.close();
                throw new IllegalStateException("the connections of the DataSource must be in autocommit mode:"
                        + " PG-ORM begins and ends transactions itself");
            }
            return connection;
        } catch (SQLException e) {
            throw wire.map(e, "");
        }
    }

    /** To the pool, but never inside a transaction: rolled back first, and closed for good where that fails. */
    void giveBack(Connection connection) {
        try (connection) {
            if (!connection.isClosed() && isInTransaction(connection)) {
                leaveTransaction(connection);
            }
        } catch (SQLException e) {
            abort(connection);
        }
    }

    private static boolean isInTransaction(Connection connection) throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
    }

    private static void leaveTransaction(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            abort(connection);
        }
    }

    private static void abort(Connection connection) {
        try {
            connection.unwrap(Connection.class).abort(Runnable::run);
        } catch (SQLException alreadyGone) {
            // the pool finds a closed connection and drops it
        }
    }
}
