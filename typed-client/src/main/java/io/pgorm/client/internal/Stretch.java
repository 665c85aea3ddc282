package io.pgorm.client.internal;

import io.pgorm.client.internal.Channel.ResultReader;
import java.util.List;

/** Several round trips on one connection that see one state of the database, or one transaction. For one thread at a time. */
interface Stretch extends AutoCloseable {

    /** Tells its cursors from others that are open in the same transaction. */
    long number();

    /** Whether the transaction is the stretch's own, and ends with it. */
    boolean isOwnTransaction();

    /** Whether its transaction goes on after it, so that cursors have to be closed. */
    boolean outlivesItsCursors();

    /**
     * Sends statements in one round trip. The reader may send another.
     *
     * @throws io.pgorm.client.error.PgOrmException if the server or the connection fails
     */
    <R> R send(List<Rendered> statements, ResultReader<R> reader);

    /** Gives back what was borrowed. A second time it does nothing. */
    @Override
    void close();
}
