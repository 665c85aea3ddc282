package io.pgorm.client;

import java.sql.Connection;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Tells of transactions that somebody else begins and ends, so that calls of the same thread become part of them. Asked
 * before each call on a database that is not the handle of a transaction. Implementations must be safe for use by
 * several threads. For Spring there is {@code io.pgorm.client.spring.SpringTransactions}.
 */
public interface OuterTransactions {

    /** No framework: only {@code db.transaction(...)} begins transactions. */
    OuterTransactions NONE = dataSource -> Optional.empty();

    /** The transaction that this thread is in over the data source; empty if there is none. */
    Optional<OuterTransaction> current(DataSource dataSource);

    /** A transaction that somebody else ends. For the thread that asked. */
    interface OuterTransaction {

        /** Its connection: pgjdbc's, or one that unwraps to it. It is in a transaction, or not in autocommit mode. */
        Connection connection();

        /** Undoes one {@link #current}: the connection is not used any more by the call that asked for it. */
        default void release() {}

        /** Whether {@link #whenOver} works. */
        default boolean tellsItsEnd() {
            return false;
        }

        /**
         * Calls back when it has ended.
         *
         * @param ended is told whether it was committed
         */
        default void whenOver(Consumer<Boolean> ended) {
            throw new UnsupportedOperationException("it does not tell its end");
        }
    }
}
