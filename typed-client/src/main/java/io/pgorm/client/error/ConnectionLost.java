package io.pgorm.client.error;

/**
 * There is no connection: none could be had, or it went away (SQLSTATE class 08, 57P01 to 57P05, 53300). Nothing was
 * written: a transaction that was open is rolled back. Where a write may have been, it is {@link OutcomeUnknown}.
 */
public final class ConnectionLost extends PgOrmException {

    private static final long serialVersionUID = 1L;

    ConnectionLost(String message, Failure failure) {
        super(message, failure);
    }
}
