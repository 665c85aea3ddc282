package io.pgorm.client.error;

/**
 * A statement of the transaction failed before, and PostgreSQL takes no other and commits nothing (SQLSTATE 25P02). To go
 * on after a failure, do what may fail in {@code tx.transaction(...)}, which is a savepoint.
 */
public final class TransactionFailed extends PgOrmException {

    private static final long serialVersionUID = 1L;

    TransactionFailed(Failure failure) {
        super(
                "an earlier statement of this transaction failed, so that PostgreSQL takes no other and commits nothing;"
                        + " do what may fail in tx.transaction(...), which goes back to a savepoint",
                failure);
    }
}
