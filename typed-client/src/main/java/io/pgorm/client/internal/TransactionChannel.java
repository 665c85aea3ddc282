package io.pgorm.client.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/**
 * The connection of one transaction, for one thread. The driver sends BEGIN with the first statement, in its round trip.
 */
public final class TransactionChannel implements Channel {

    private final Connection connection;
    private final Wire wire;
    /**
     * Every setting that this transaction has touched. What is in force now is not known here: a savepoint that is
     * rolled back, by us or by somebody else, brings an earlier identity back. So once there was an identity, each call
     * says its own, or that it has none; that costs no round trip.
     */
    private Identity touched = Identity.NONE;

    private boolean over;

    TransactionChannel(Connection connection, Wire wire) {
        this.connection = connection;
        this.wire = wire;
    }

    @Override
    public <R> R send(
            Identity identity, Scope scope, List<Rendered> statements, Object[] arguments, ResultReader<R> reader) {
        requireOpen();
        List<Rendered> all = new ArrayList<>();
        if (!identity.isNone() || !touched.isNone()) {
            all.add(identity.statement(touched));
            touched = touched.and(identity);
        }
        int before = all.size();
        all.addAll(statements);
        return wire.send(connection, Rendered.together(all), arguments, before, 0, reader);
    }

    @Override
    public <R> R sendThen(Identity identity, Rendered first, Continuation<R> then) {
        SecondTrip second = new SecondTrip() {
            @Override
            public <T> T send(List<Rendered> statements, ResultReader<T> reader) {
                return TransactionChannel.this.send(identity, Scope.SNAPSHOT, statements, new Object[0], reader);
            }
        };
        return send(
                identity,
                Scope.STATEMENT,
                List.of(first),
                new Object[0],
                outcomes -> then.follow(outcomes.get(0), second));
    }

    @Override
    public DSLContext dsl(Identity identity) {
        return JooqAccess.overTransaction(this, identity, wire);
    }

    /** Runs the work behind a savepoint, to which it goes back when the work throws. */
    public <R, X extends Exception> R nested(PooledChannel.Work<R, X> work) throws X {
        requireOpen();
        Savepoint savepoint = savepoint();
        boolean done = false;
        try {
            R result = work.run(this);
            release(savepoint);
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBackTo(savepoint);
            }
        }
    }

    /** The connection, with the identity in force. */
    Connection connection(Identity identity) {
        requireOpen();
        if (!identity.isNone() || !touched.isNone()) {
            send(identity, Scope.STATEMENT, List.of(), new Object[0], outcomes -> identity);
        }
        return connection;
    }

    void begin() {
        run(() -> connection.setAutoCommit(false), "BEGIN");
    }

    void commit() {
        run(connection::commit, "COMMIT");
    }

    /** Rolls back what is not committed. The handle is of no use any more. */
    void end() {
        over = true;
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // A connection that cannot roll back is lost, and its transaction with it; the pool drops it.
        }
    }

    private void requireOpen() {
        if (over) {
            throw new IllegalStateException(
                    "the transaction is over; its handle cannot be used after transaction(...)");
        }
    }

    private void run(SqlAction action, String what) {
        try {
            action.run();
        } catch (SQLException e) {
            throw wire.map(e, what);
        }
    }

    Savepoint savepoint() {
        try {
            return connection.setSavepoint();
        } catch (SQLException e) {
            throw wire.map(e, "SAVEPOINT");
        }
    }

    void release(Savepoint savepoint) {
        run(() -> connection.releaseSavepoint(savepoint), "RELEASE SAVEPOINT");
    }

    void rollBackTo(Savepoint savepoint) {
        run(() -> connection.rollback(savepoint), "ROLLBACK TO SAVEPOINT");
    }

    private interface SqlAction {
        void run() throws SQLException;
    }
}
