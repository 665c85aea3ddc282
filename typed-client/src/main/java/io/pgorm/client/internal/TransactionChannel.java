package io.pgorm.client.internal;

import io.pgorm.client.Cancellation;
import io.pgorm.client.OuterTransactions.OuterTransaction;
import io.pgorm.client.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** A handle of a transaction, or of a savepoint in it, for one thread. */
public final class TransactionChannel implements Channel {

    private static final Object[] NOTHING = {};

    private final Transaction transaction;
    private final Level level;
    private final Optional<Duration> timeout;

    TransactionChannel(Transaction transaction, Level level, Optional<Duration> timeout) {
        this.transaction = transaction;
        this.level = level;
        this.timeout = timeout;
    }

    /** A handle of somebody else's transaction. */
    static TransactionChannel join(OuterTransaction outer, Wire wire, Optional<Duration> timeout) {
        return new TransactionChannel(
                Transaction.join(outer.connection(), wire),
                Level.of(outer, wire.watch().results()),
                timeout);
    }

    @Override
    public TransactionChannel withTimeout(Duration limit) {
        return new TransactionChannel(transaction, level, Optional.of(limit));
    }

    @Override
    public TransactionChannel cancelledBy(Cancellation cancellation) {
        throw new IllegalStateException(
                "a transaction is cancelled as a whole: say db.cancelledBy(...).transaction(...)");
    }

    /** What it reads may be seen by nobody else, and what others read may not be what it sees. */
    @Override
    public TransactionChannel keeping(Duration time) {
        return this;
    }

    @Override
    public <R> R send(
            Identity identity, Scope scope, List<Rendered> statements, Object[] arguments, ResultReader<R> reader) {
        level.requireOpen();
        transaction.wire().watch().writes(statements).ifPresent(level::wrote);
        return transaction
                .wire()
                .watch()
                .around(
                        identity,
                        true,
                        statements,
                        arguments,
                        changed -> transaction.send(identity, timeout, changed, arguments, reader));
    }

    @Override
    public <R> R sendThen(Identity identity, Rendered first, Continuation<R> then) {
        SecondTrip second = new SecondTrip() {
            @Override
            public <T> T send(List<Rendered> statements, ResultReader<T> reader) {
                return TransactionChannel.this.send(identity, Scope.SNAPSHOT, statements, NOTHING, reader);
            }
        };
        return send(
                identity,
                Scope.STATEMENT,
                List.of(first),
                NOTHING,
                outcomes -> then.follow(outcomes.getLast(), second));
    }

    @Override
    public boolean isInTransaction() {
        return true;
    }

    @Override
    public Stretch stretch(Identity identity) {
        return stretch(identity, () -> {});
    }

    Stretch stretch(Identity identity, Runnable release) {
        level.requireOpen();
        return new TransactionStretch(this, identity, transaction.nextCursor(), release);
    }

    /** Whether another statement would be taken: the transaction is neither over nor failed. */
    boolean canGoOn() {
        return level.isOpen() && transaction.canGoOn();
    }

    @Override
    public DSLContext dsl(Identity identity) {
        return JooqAccess.overTransaction(this, identity, transaction.wire());
    }

    /**
     * Runs the work behind a savepoint, to which it goes back when the work throws.
     *
     * @throws IllegalArgumentException if the options ask for what only a whole transaction can have
     */
    public <R, X extends Exception> R nested(TransactionOptions options, PooledChannel.Work<R, X> work) throws X {
        level.requireOpen();
        if (options.isolation().isPresent() || options.readOnly() || options.deferrable()) {
            throw new IllegalArgumentException(
                    "a transaction inside another one is a savepoint: isolation, read-only and"
                            + " deferrable are those of the transaction around it, and are set there");
        }
        Optional<Deadline> before = transaction.deadline();
        transaction.limit(Deadline.earlier(before, Deadline.in(options.deadline())));
        Savepoint savepoint = transaction.savepoint();
        Level inner = level.inner();
        boolean done = false;
        try {
            R result = work.run(new TransactionChannel(transaction, inner, timeout));
            inner.end();
            transaction.release(savepoint);
            done = true;
            return result;
        } finally {
            inner.end();
            transaction.limit(before);
            if (done) {
                inner.mergeInto(level);
            } else {
                rollBackTo(savepoint);
                inner.rolledBack();
            }
        }
    }

    /** Registers an action for the time after the transaction was committed. */
    public void afterCommit(Runnable action) {
        level.requireOpen();
        level.afterCommit(action);
    }

    /** Registers an action for the time after the transaction, or the part of it behind the savepoint, was rolled back. */
    public void afterRollback(Runnable action) {
        level.requireOpen();
        level.afterRollback(action);
    }

    /**
     * Does something that only the driver's own interface can, right after a call for the same identity.
     *
     * @param sql what it is, for hooks and permissions
     */
    <R> R use(Identity identity, String sql, ConnectionUse<R> work) {
        level.requireOpen();
        Wire wire = transaction.wire();
        List<Rendered> statements = List.of(Rendered.of(sql));
        wire.watch().writes(statements).ifPresent(level::wrote);
        return wire.watch().around(identity, true, statements, new Object[0], changed -> {
            String text = changed.get(0).sql();
            wire.listener().accept(text);
            Connection connection = transaction.goOn(identity, timeout);
            try {
                return work.apply(connection, text);
            } catch (SQLException e) {
                throw wire.map(e, text);
            } finally {
                transaction.handBack(identity, timeout);
            }
        });
    }

    /** What is done with the driver's connection. */
    @FunctionalInterface
    interface ConnectionUse<R> {
        R apply(Connection connection, String sql) throws SQLException;
    }

    /** The connection, with the identity in force until {@link #handBack}. */
    Connection handOut(Identity identity) {
        level.requireOpen();
        return transaction.handOut(identity, timeout);
    }

    void handBack(Identity identity) {
        transaction.handBack(identity, timeout);
    }

    /** @param facts empty where nobody knows what was written */
    void wrote(Optional<Facts> facts) {
        facts.ifPresentOrElse(level::wrote, level::wroteAnything);
    }

    void suspect() {
        transaction.suspect();
    }

    Savepoint savepoint() {
        level.requireOpen();
        return transaction.savepoint();
    }

    void release(Savepoint savepoint) {
        transaction.release(savepoint);
    }

    void rollBackTo(Savepoint savepoint) {
        transaction.rollBackTo(savepoint);
    }
}
