package io.pgorm.client.error;

/**
 * A write was sent, and the connection went away before its answer came: whether it took effect is not known. It was not
 * sent again. Look at the database before you do, or write so that a second time changes nothing (an upsert, a key made
 * by the caller).
 */
public final class OutcomeUnknown extends PgOrmException {

    private static final long serialVersionUID = 1L;

    OutcomeUnknown(String what, Failure failure) {
        super(
                "the connection was lost after " + what
                        + " was sent and before its answer came, so that it is not known"
                        + " whether it took effect; look before doing it again",
                failure);
    }
}
