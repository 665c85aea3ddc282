package io.pgorm.client.internal;

import io.pgorm.client.TransactionOptions;
import io.pgorm.client.error.OutcomeUnknown;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;

/** Runs work in a transaction of its own, and again where PostgreSQL asks for it. Immutable. */
record TransactionRunner(Source source, Wire wire, Optional<Duration> timeout) {

    <R, X extends Exception> R run(TransactionOptions options, PooledChannel.Work<R, X> work) throws X {
        Optional<Deadline> deadline = Deadline.in(options.deadline());
        Retry retry = new Retry(options, deadline);
        while (true) {
            try {
                return attempt(options, deadline, work);
            } catch (Exception e) {
                if (!retry.again(e)) {
                    throw e;
                }
            }
        }
    }

    private <R, X extends Exception> R attempt(
            TransactionOptions options, Optional<Deadline> deadline, PooledChannel.Work<R, X> work) throws X {
        Level level = Level.ofTransaction(wire.watch().results());
        // What comes after may use the pool, so that the connection has to be back by then.
        Ending ending = Ending.ROLLED_BACK;
        try {
            R result = onConnection(options, deadline, level, work);
            ending = Ending.COMMITTED;
            return result;
        } catch (OutcomeUnknown e) {
            ending = Ending.UNKNOWN;
            throw e;
        } finally {
            switch (ending) {
                case COMMITTED -> {
                    level.forgetStale();
                    level.committed();
                }
                case ROLLED_BACK -> level.rolledBack();
                case UNKNOWN -> level.forgetStale();
            }
        }
    }

    private <R, X extends Exception> R onConnection(
            TransactionOptions options, Optional<Deadline> deadline, Level level, PooledChannel.Work<R, X> work)
            throws X {
        Connection connection = source.borrow();
        Transaction transaction = Transaction.begin(connection, wire, options, deadline, timeout);
        try {
            try {
                R result = work.run(new TransactionChannel(transaction, level, timeout));
                level.end();
                transaction.commit();
                return result;
            } finally {
                level.end();
                transaction.end();
            }
        } finally {
            source.giveBack(connection, transaction.isSuspect());
        }
    }

    private enum Ending {
        COMMITTED,
        ROLLED_BACK,
        UNKNOWN
    }
}
