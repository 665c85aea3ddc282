package io.pgorm.client.error;

/** A cursor that this application did not make, or that belongs to another query. */
public final class InvalidCursor extends PgOrmException {

    private static final long serialVersionUID = 1L;

    public InvalidCursor(String message) {
        super(message, null);
    }
}
