package io.pgorm.client.error;

/** The deadline of a transaction passed before it was committed. It was rolled back, and is not tried again. */
public final class DeadlineExceeded extends PgOrmException {

    private static final long serialVersionUID = 1L;

    public DeadlineExceeded(String message) {
        super(message, null);
    }

    DeadlineExceeded(Failure failure) {
        super("the transaction took longer than its deadline, and the server ended it", failure);
    }
}
