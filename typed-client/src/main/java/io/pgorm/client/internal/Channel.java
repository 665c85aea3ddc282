package io.pgorm.client.internal;

import io.pgorm.client.Cancellation;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;

/**
 * The way to the server. Two kinds: one borrows a connection for each call, one holds the connection of a transaction.
 * Both put the identity in force in the round trip of the call itself.
 */
public sealed interface Channel permits PooledChannel, TransactionChannel {

    /** How several statements of one call hang together. */
    enum Scope {
        /** One statement, which is atomic by itself. */
        STATEMENT,
        /** Several reads that have to see one state of the database. */
        SNAPSHOT,
        /** Reads that lock what they find, which is of use in the caller's transaction only. */
        LOCKING,
        /** Several writes, and reads of what they wrote: all of them take effect, or none. */
        TRANSACTION
    }

    /**
     * Sends statements in one round trip and reads what comes back.
     *
     * @param arguments for the slots of the statements
     * @throws io.pgorm.client.error.PgOrmException if the server or the connection fails
     */
    <R> R send(Identity identity, Scope scope, List<Rendered> statements, Object[] arguments, ResultReader<R> reader);

    /**
     * Sends one statement (where the text holds several, the last one counts), and what follows from its rows in a second round trip that sees the same state of the
     * database.
     *
     * @throws io.pgorm.client.error.PgOrmException if the server or the connection fails
     */
    <R> R sendThen(Identity identity, Rendered first, Continuation<R> then);

    /** Whether calls are part of a transaction that goes on after them. */
    boolean isInTransaction();

    /**
     * Begins a stretch of round trips that see one state of the database. Nothing is sent yet.
     *
     * @throws io.pgorm.client.error.PgOrmException if no connection is to be had
     */
    Stretch stretch(Identity identity);

    /** The same way, with each statement of a call limited to this time. */
    Channel withTimeout(Duration limit);

    /**
     * The same way, where that may end what is sent.
     *
     * @throws IllegalStateException inside a transaction, which is cancelled as a whole
     */
    Channel cancelledBy(Cancellation cancellation);

    /** The same way, with results of reads kept for this time; inside a transaction nothing is kept. */
    Channel keeping(Duration time);

    /** A jOOQ context over this channel, with the identity in force for each of its statements. */
    DSLContext dsl(Identity identity);

    /** Reads the outcome of a call while its statement is open. */
    @FunctionalInterface
    interface ResultReader<R> {
        /** @param outcomes one for each statement of the call, in order */
        R read(List<Outcome> outcomes) throws SQLException;
    }

    /** Reads the rows of the first statement and sends the others. */
    @FunctionalInterface
    interface Continuation<R> {
        R follow(Outcome first, SecondTrip second) throws SQLException;
    }

    /** The second round trip. */
    interface SecondTrip {
        <R> R send(List<Rendered> statements, ResultReader<R> reader);
    }
}
