package io.pgorm.client.error;

/** At most one row was asked for and there are more. */
public final class TooManyRows extends PgOrmException {

    private static final long serialVersionUID = 1L;

    public TooManyRows() {
        super("at most one row was asked for and there are more; narrow the condition or use fetch()", null);
    }
}
