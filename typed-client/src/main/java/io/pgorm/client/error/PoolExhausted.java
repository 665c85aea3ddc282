package io.pgorm.client.error;

/** Every connection of the pool was in use for longer than a call waits. Nothing was sent. */
public final class PoolExhausted extends PgOrmException {

    private static final long serialVersionUID = 1L;

    /**
     * @param size how many connections the pool has
     * @param waiting how many calls waited then, this one not counted
     */
    PoolExhausted(int size, int waiting, long waitedMillis, Failure failure) {
        super(
                "all " + size + " connections of the pool were in use for " + waitedMillis + " ms, and " + waiting
                        + " other calls wait too. Is a call made on the database inside transaction(tx -> ...) where tx was"
                        + " meant, is a transaction or a stream held open too long, or is the pool too small"
                        + " (ConnectionOptions.withPoolSize)?",
                failure);
    }
}
