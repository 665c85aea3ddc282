package io.pgorm.client;

import io.pgorm.client.internal.PooledChannel;
import io.pgorm.client.internal.TransactionChannel;
import org.jooq.DSLContext;

/**
 * The database as an application sees it; the generated {@code Db} adds an entry for each model.
 *
 * <p>Immutable and safe for use by several threads; the handle that {@link #transaction} gives is for one thread, and
 * until the transaction is over.
 *
 * @param <D> the generated class
 */
public abstract class AbstractDb<D extends AbstractDb<D>> {

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
     * Runs the work in a transaction: committed when it returns, rolled back when it throws. Inside a transaction it
     * runs behind a savepoint. Reads of one call see one state; the whole transaction sees what READ COMMITTED shows.
     *
     * @throws X what the work throws
     * @throws io.pgorm.client.error.PgOrmException if PostgreSQL refuses to commit or cannot be reached
     */
    public <X extends Exception> void transaction(TransactionalWork<D, X> work) throws X {
        transactionResult(tx -> {
            work.run(tx);
            return true;
        });
    }

    /** As {@link #transaction}, with a result. */
    public <R, X extends Exception> R transactionResult(TransactionalCall<D, R, X> work) throws X {
        PooledChannel.Work<R, X> inside = transaction -> work.run(with(context.over(transaction)));
        return switch (context.channel()) {
            case PooledChannel pool -> pool.transaction(inside);
            case TransactionChannel transaction -> transaction.nested(inside);
        };
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
