package io.pgorm.client.error;

/** Two transactions could not be put into one order (SQLSTATE 40001); run the whole transaction again. */
public final class SerializationFailure extends PgOrmException {

    private static final long serialVersionUID = 1L;

    SerializationFailure(Failure failure) {
        super("the transaction conflicts with another one; run it again", failure);
    }
}
