package io.pgorm.client.error;

/** A shape whose parts do not fit its constructor, or rows that do not fit the shape. */
public final class ShapeMismatch extends PgOrmException {

    private static final long serialVersionUID = 1L;

    public ShapeMismatch(String message) {
        super(message, null);
    }
}
