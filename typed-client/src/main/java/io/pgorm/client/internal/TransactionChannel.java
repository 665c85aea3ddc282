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
    /** What set_config has put in force; a savepoint that is rolled back takes it along. */
    private Identity inForce = Identity.NONE;

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
        boolean changes = !identity.equals(inForce);
        if (changes) {
            all.add(identity.statement(inForce));
        }
        int before = all.size();
        all.addAll(statements);
        return wire.send(connection, Rendered.together(all), arguments, before, 0, outcomes -> {
            inForce = identity;
            return reader.read(outcomes);
        });
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
        Identity before = inForce;
        Savepoint savepoint = savepoint();
        boolean done = false;
        try {
            R result = work.run(this);
            run(() -> connection.releaseSavepoint(savepoint), "RELEASE SAVEPOINT");
            done = true;
            return result;
        } finally {
            if (!done) {
                run(() -> connection.rollback(savepoint), "ROLLBACK TO SAVEPOINT");
                inForce = before;
            }
        }
    }

    /** The connection, with the identity in force. */
    Connection connection(Identity identity) {
        requireOpen();
        if (!identity.equals(inForce)) {
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

    private Savepoint savepoint() {
        try {
            return connection.setSavepoint();
        } catch (SQLException e) {
            throw wire.map(e, "SAVEPOINT");
        }
    }

    private interface SqlAction {
        void run() throws SQLException;
    }
}
