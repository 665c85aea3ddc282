package io.pgorm.client;

import io.pgorm.client.internal.PooledChannel;
import io.pgorm.client.internal.TransactionChannel;
import java.sql.Connection;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The database as an application sees it; the generated {@code Db} adds an entry for each model.
 *
 * <p>Immutable and safe for use by several threads; the handle that {@link #transaction} gives is for one thread, and
 * until the transaction is over.
 *
 * @param <D> the generated class
 */
public abstract class AbstractDb<D extends AbstractDb<D>> {

    private static final Object[] NOTHING = {};

    private final DbContext context;

    protected AbstractDb(DbContext context) {
        this.context = context;
    }

    /** The same database by another way or for somebody else. */
    protected abstract D with(DbContext newContext);

    /** Not API: for generated code. */
    protected final DbContext context() {
        return context;
    }

    /**
     * jOOQ, for what the client cannot say: same connection, same identity, same errors. With an identity each of its
     * statements is a transaction of its own, unless this is a transaction already.
     */
    public DSLContext sql() {
        return context.channel().dsl(context.identity());
    }

    /**
     * Sends a prepared query.
     *
     * @throws io.pgorm.client.error.PgOrmException if PostgreSQL refuses or cannot be reached
     */
    public <P1 extends @Nullable Object, R> R run(PreparedQuery<P1, R> query, P1 value) {
        return query.call(value).send(context.channel(), context.identity(), NOTHING);
    }

    /** As {@link #run(PreparedQuery, Object)}, with two values. */
    public <P1 extends @Nullable Object, P2 extends @Nullable Object, R> R run(
            PreparedQuery2<P1, P2, R> query, P1 value1, P2 value2) {
        return query.call(value1, value2).send(context.channel(), context.identity(), NOTHING);
    }

    /** As {@link #run(PreparedQuery, Object)}, with three values. */
    public <P1 extends @Nullable Object, P2 extends @Nullable Object, P3 extends @Nullable Object, R> R run(
            PreparedQuery3<P1, P2, P3, R> query, P1 value1, P2 value2, P3 value3) {
        return query.call(value1, value2, value3).send(context.channel(), context.identity(), NOTHING);
    }

    /**
     * Sends independent queries in one round trip; outside a transaction they see one state of the database.
     *
     * <pre>{@code
     * Home home = db.batch(b -> {
     *     var user = b.add(GET_USER, 7);
     *     var unread = b.count(db.messages().where(MESSAGES.READ.isFalse()));
     *     return () -> new Home(user.get(), unread.get());
     * });
     * }</pre>
     *
     * @param queries adds the queries, and returns what is made of their results
     * @throws io.pgorm.client.error.PgOrmException if PostgreSQL refuses or cannot be reached
     */
    public <R extends @Nullable Object> R batch(Function<Batch, Supplier<R>> queries) {
        Batch batch = new Batch(context);
        Supplier<R> result = queries.apply(batch);
        batch.send();
        return result.get();
    }

    /**
     * Runs the work in a transaction: committed when it returns, rolled back when it throws. Inside a transaction it
     * runs behind a savepoint. Reads of one call see one state; the whole transaction sees what READ COMMITTED shows.
     *
     * <p>The work runs again, up to five times in all, where PostgreSQL rolled it back by a serialization failure or a
     * deadlock; what it does beside the database belongs into {@link #afterCommit}. Inside a transaction nothing is
     * repeated but by the outermost.
     *
     * @throws X what the work throws
     * @throws io.pgorm.client.error.OutcomeUnknown if the connection was lost after COMMIT was sent and before its answer
     * @throws io.pgorm.client.error.PgOrmException if PostgreSQL refuses to commit or cannot be reached
     */
    public <X extends Exception> void transaction(TransactionalWork<D, X> work) throws X {
        transaction(TransactionOptions.defaults(), work);
    }

    /**
     * As {@link #transaction(TransactionalWork)}, otherwise than usual.
     *
     * @throws io.pgorm.client.error.DeadlineExceeded if the deadline of the options passed
     * @throws IllegalArgumentException if inside a transaction the options ask for what only a whole one can have
     */
    public <X extends Exception> void transaction(TransactionOptions options, TransactionalWork<D, X> work) throws X {
        transactionResult(options, tx -> {
            work.run(tx);
            return true;
        });
    }

    /** As {@link #transaction(TransactionalWork)}, with a result. */
    public <R, X extends Exception> R transactionResult(TransactionalCall<D, R, X> work) throws X {
        return transactionResult(TransactionOptions.defaults(), work);
    }

    /** As {@link #transaction(TransactionOptions, TransactionalWork)}, with a result. */
    public <R, X extends Exception> R transactionResult(TransactionOptions options, TransactionalCall<D, R, X> work)
            throws X {
        PooledChannel.Work<R, X> inside = transaction -> work.run(with(context.over(transaction)));
        return switch (context.channel()) {
            case PooledChannel pool -> pool.transaction(options, inside);
            case TransactionChannel transaction -> transaction.nested(options, inside);
        };
    }

    /**
     * Does something once the transaction that this is a handle of was committed, and its connection given back. Behind a
     * savepoint that is rolled back it is forgotten. What it throws is logged and changes nothing.
     *
     * @throws IllegalStateException if this is no handle of a transaction, or the transaction is over
     * @throws UnsupportedOperationException if somebody else began the transaction, and does not tell its end
     */
    public void afterCommit(Runnable action) {
        requireTransaction().afterCommit(action);
    }

    /**
     * Does something once the transaction, or the part of it behind the savepoint that this is a handle of, was rolled
     * back: for each attempt that fails. Not where the outcome is unknown.
     *
     * @throws IllegalStateException if this is no handle of a transaction, or the transaction is over
     * @throws UnsupportedOperationException if somebody else began the transaction, and does not tell its end
     */
    public void afterRollback(Runnable action) {
        requireTransaction().afterRollback(action);
    }

    private TransactionChannel requireTransaction() {
        return switch (context.channel()) {
            case TransactionChannel transaction -> transaction;
            case PooledChannel pool ->
                throw new IllegalStateException(
                        "there is no transaction here; call this on the handle that" + " transaction(tx -> ...) gives");
        };
    }

    /**
     * The same database over a connection that somebody else has, pgjdbc's or one that unwraps to it. Where that is in a
     * transaction, or not in autocommit mode, calls become part of the transaction, {@link #transaction} is a savepoint,
     * and nothing here commits or rolls back; an identity is in force for the calls of this handle only. The connection
     * stays open. For one thread.
     */
    public D on(Connection connection) {
        return with(context.on(connection));
    }

    /**
     * Whether the database answers, and how the pool is. Throws nothing where it does not.
     *
     * @param patience how long to wait for the answer, once there is a connection
     */
    public Health health(Duration patience) {
        return context.engine().health(patience);
    }

    /**
     * The same database, where the results of reads are kept: asked again with the same values, by the same identity and
     * for the same shape, within the time, nothing is sent. A write by this client to one of the tables makes the result
     * stale, and so does a delete or update that may reach them by a foreign key; what others write, and triggers, is not
     * seen until the time is over, or {@link #clearCache}. SQL as text, streams, {@code db.sql()} and what is inside a
     * transaction are not kept. Records that hold arrays are shared by all who get them.
     *
     * @throws IllegalStateException if the client has no cache
     */
    public D cached(Duration time) {
        return with(context.over(context.channel().keeping(time)));
    }

    /** Forgets every result that is kept; for those who learn from elsewhere that something was written. */
    public void clearCache() {
        context.engine().clearCache();
    }

    /**
     * The same database, where no statement may take longer, and no COMMIT of a transaction that begins here. Where the
     * server is silent the connection is given up: a write, or a COMMIT, is then an {@link
     * io.pgorm.client.error.OutcomeUnknown}. Waiting for a connection of the pool has a limit of its own, and so has
     * a rollback: five seconds, for the server rolls back by itself where the connection is gone.
     *
     * @param limit for each statement of a call, kept by the server; the client waits a second longer for the answer
     * @throws IllegalArgumentException if it is less than a millisecond
     */
    public D withTimeout(Duration limit) {
        return with(context.withTimeout(limit));
    }

    /**
     * The same database, where the other side of the cancellation may end every call, and every transaction, from another
     * thread: the call then throws {@link io.pgorm.client.error.CallCancelled}. COPY is not ended by it.
     *
     * @throws IllegalStateException if this is a handle of a transaction, which is cancelled as a whole
     */
    public D cancelledBy(Cancellation cancellation) {
        return with(context.over(context.channel().cancelledBy(cancellation)));
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    public interface TransactionalWork<D, X extends Exception> {
        void run(D tx) throws X;
    }

    /** What is done in a transaction and gives something. */
    @FunctionalInterface
    public interface TransactionalCall<D, R, X extends Exception> {
        R run(D tx) throws X;
    }
}
