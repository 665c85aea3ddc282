package io.pgorm.client;

/**
 * What becomes of a connection that {@code db.sql()} or a transaction has used before it goes back to the pool. An open
 * transaction is rolled back in any case. What the client does of its own accord leaves nothing.
 */
public enum SessionGuard {
    /**
     * DISCARD ALL, one more round trip, after a statement whose text may leave something in the session: SET, LISTEN,
     * CREATE TEMP, an advisory lock of the session, PREPARE, DECLARE WITH HOLD, DO, CALL; and after JDBC by
     * {@code db.sql().connection(...)}. What a function does that a SELECT calls is not seen.
     */
    WHEN_SUSPECT,
    /** DISCARD ALL after each use of {@code db.sql()}. */
    ALWAYS,
    /** Nothing, as behind PgBouncer in transaction mode. */
    OFF
}
