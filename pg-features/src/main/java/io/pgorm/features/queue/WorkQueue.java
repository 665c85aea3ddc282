package io.pgorm.features.queue;

import io.pgorm.client.AbstractDb;
import io.pgorm.client.FilteredQuery;
import io.pgorm.client.Query;
import io.pgorm.client.Update;
import io.pgorm.client.error.DeadlockDetected;
import io.pgorm.client.error.SerializationFailure;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;

/**
 * Jobs that are the rows of a model. A job is locked by {@code FOR UPDATE SKIP LOCKED}, done, and deleted, all in one
 * transaction: what the work writes and the end of the job happen together or not at all. Under row level security the role
 * needs a policy for UPDATE too, else PostgreSQL shows no row to lock.
 *
 * <pre>{@code
 * WorkQueue<Db, Task, Long> queue = WorkQueue.of((Db db, Condition which) -> db.tasks().where(which), TASKS.ID, Task::id)
 *         .ready(TASKS.DUE_AT.le(DSL.currentOffsetDateTime()))
 *         .orderBy(TASKS.PRIORITY.desc(), TASKS.ID);
 * }</pre>
 *
 * <p>Immutable; safe for use by several threads.
 *
 * @param <D> the generated client
 * @param <M> a job
 * @param <K> its key
 */
public final class WorkQueue<D extends AbstractDb<D>, M, K> {

    private final BiFunction<D, Condition, FilteredQuery<M>> rows;
    private final Field<K> key;
    private final Function<M, K> keyOf;
    private final Condition ready;
    private final List<OrderField<?>> order;
    private final Optional<Function<M, Update<M>>> done;
    private final Optional<BiFunction<M, Exception, Update<M>>> failed;

    private WorkQueue(
            BiFunction<D, Condition, FilteredQuery<M>> rows,
            Field<K> key,
            Function<M, K> keyOf,
            Condition ready,
            List<OrderField<?>> order,
            Optional<Function<M, Update<M>>> done,
            Optional<BiFunction<M, Exception, Update<M>>> failed) {
        this.rows = rows;
        this.key = key;
        this.keyOf = keyOf;
        this.ready = ready;
        this.order = order;
        this.done = done;
        this.failed = failed;
    }

    /**
     * Every row is a job, the one with the smallest key first.
     *
     * @param rows the jobs of a condition: {@code (db, which) -> db.tasks().where(which)}
     * @param key the primary key
     * @param keyOf what a job has there
     */
    public static <D extends AbstractDb<D>, M, K> WorkQueue<D, M, K> of(
            BiFunction<D, Condition, FilteredQuery<M>> rows, Field<K> key, Function<M, K> keyOf) {
        return new WorkQueue<>(rows, key, keyOf, DSL.noCondition(), List.of(key), Optional.empty(), Optional.empty());
    }

    /** Which jobs may be done now. Put an index on what it looks at. */
    public WorkQueue<D, M, K> ready(Condition condition) {
        return new WorkQueue<>(rows, key, keyOf, condition, order, done, failed);
    }

    /** Which comes first. Workers that go on beside each other do not keep to it exactly. */
    public WorkQueue<D, M, K> orderBy(OrderField<?>... fields) {
        return new WorkQueue<>(rows, key, keyOf, ready, List.of(fields), done, failed);
    }

    /** A job that is done is changed, so that it is not ready any more, and not deleted. */
    public WorkQueue<D, M, K> whenDone(Function<M, Update<M>> change) {
        return new WorkQueue<>(rows, key, keyOf, ready, order, Optional.of(change), failed);
    }

    /**
     * What becomes of a job whose work threw: counted, put off, or set aside. What the work wrote is undone, this is not.
     * Without it the exception goes to the caller, and the job is the first again, for ever.
     */
    public WorkQueue<D, M, K> whenFailed(BiFunction<M, Exception, Update<M>> change) {
        return new WorkQueue<>(rows, key, keyOf, ready, order, done, Optional.of(change));
    }

    /** What is done with a job, in its transaction. It may be done again where the transaction could not commit. */
    @FunctionalInterface
    public interface Work<D, M> {
        void run(D tx, M job) throws Exception;
    }

    /**
     * Does the next job that nobody else is doing.
     *
     * @return whether there was one
     * @throws WorkFailed if the work threw, and nothing is said of that
     * @throws io.pgorm.client.error.PgOrmException if PostgreSQL refuses or cannot be reached
     */
    public boolean workOne(D db, Work<D, M> work) {
        return db.transactionResult(tx -> {
            Optional<M> job = locked(tx);
            job.ifPresent(found -> run(tx, found, work));
            return job.isPresent();
        });
    }

    /**
     * Does jobs until none is ready, each in a transaction of its own.
     *
     * @return how many
     */
    public int workAll(D db, Work<D, M> work) {
        int count = 0;
        while (workOne(db, work)) {
            count++;
        }
        return count;
    }

    private Optional<M> locked(D tx) {
        Query<M> next = rows.apply(tx, ready)
                .orderBy(order.toArray(OrderField<?>[]::new))
                .limit(1);
        return next.forUpdate().skipLocked().fetch().stream().findFirst();
    }

    private void run(D tx, M job, Work<D, M> work) {
        FilteredQuery<M> row = rows.apply(tx, key.eq(keyOf.apply(job)));
        try {
            tx.transaction(inner -> work.run(inner, job));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkFailed(e);
        } catch (SerializationFailure | DeadlockDetected e) {
            // the whole transaction is tried again
            throw e;
        } catch (Exception e) {
            row.update(failed.orElseThrow(() -> new WorkFailed(e)).apply(job, e));
            return;
        }
        done.ifPresentOrElse(change -> row.update(change.apply(job)), row::delete);
    }
}
