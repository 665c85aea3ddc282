package io.pgorm.client.error;

/** Two transactions waited for each other (SQLSTATE 40P01); run the whole transaction again. */
public final class DeadlockDetected extends PgOrmException {

    private static final long serialVersionUID = 1L;

    DeadlockDetected(Failure failure) {
        super("the transaction was in a deadlock; run it again", failure);
    }
}
