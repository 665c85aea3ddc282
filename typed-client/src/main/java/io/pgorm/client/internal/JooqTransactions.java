package io.pgorm.client.internal;

import io.pgorm.client.OuterTransactions.OuterTransaction;
import io.pgorm.client.TransactionOptions;
import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.jooq.TransactionContext;
import org.jooq.TransactionProvider;

/** What {@code db.sql().transaction(...)} does: ours, without its repetitions; and savepoints inside another one. */
final class JooqTransactions {

    private JooqTransactions() {}

    /** Inside a transaction. jOOQ by itself would commit or roll it back. */
    static final class Savepoints implements TransactionProvider {
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

    /** Over a pool. What jOOQ runs inside goes to the connection of the transaction. */
    record OverPool(PooledChannel pool, Identity identity, Wire wire) implements TransactionProvider {

        @Override
        public void begin(TransactionContext context) {
            Optional<OuterTransaction> outer = pool.outer();
            Begun begun = outer.isPresent() ? joined(outer.get()) : own();
            context.transaction(begun);
            Suspicion suspicion = new Suspicion(wire.guard());
            context.configuration()
                    .set(new JooqConnections.OverTransaction(begun.channel(), identity, suspicion))
                    .set(new Savepoints(begun.channel()))
                    .set(new JooqListener(wire, identity, suspicion, null, begun.channel()::wrote));
        }

        private Begun own() {
            Connection connection = pool.borrow();
            Transaction transaction = Transaction.begin(
                    connection, wire, TransactionOptions.defaults(), Optional.empty(), pool.timeout());
            Level level = Level.ofTransaction(wire.watch().results());
            return new Own(
                    pool, connection, transaction, level, new TransactionChannel(transaction, level, pool.timeout()));
        }

        private Begun joined(OuterTransaction outer) {
            TransactionChannel channel = TransactionChannel.join(outer, wire, pool.timeout());
            return new Joined(channel, channel.savepoint(), outer);
        }

        private static Begun begun(TransactionContext context) {
            return (Begun) java.util.Objects.requireNonNull(context.transaction());
        }

        @Override
        public void commit(TransactionContext context) {
            begun(context).commit();
        }

        @Override
        public void rollback(TransactionContext context) {
            begun(context).rollBack();
        }
    }

    private static Begun begun(TransactionContext context) {
        return (Begun) Objects.requireNonNull(context.transaction(), "begin comes first");
    }

    /** A transaction of jOOQ's. When {@code commit} throws, jOOQ rolls back. */
    private sealed interface Begun extends org.jooq.Transaction {

        TransactionChannel channel();

        void commit();

        void rollBack();
    }

    private record Own(
            PooledChannel pool, Connection connection, Transaction transaction, Level level, TransactionChannel channel)
            implements Begun {

        @Override
        public void commit() {
            try {
                transaction.commit();
            } finally {
                level.forgetStale();
            }
            rollBack();
        }

        @Override
        public void rollBack() {
            transaction.end();
            pool.giveBack(connection, transaction.isSuspect());
        }
    }

    private record Joined(TransactionChannel channel, Savepoint savepoint, OuterTransaction outer) implements Begun {

        @Override
        public void commit() {
            channel.release(savepoint);
            outer.release();
        }

        @Override
        public void rollBack() {
            try {
                channel.rollBackTo(savepoint);
            } finally {
                outer.release();
            }
        }
    }
}
