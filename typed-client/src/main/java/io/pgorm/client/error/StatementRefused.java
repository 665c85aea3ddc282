package io.pgorm.client.error;

/** A statement that PostgreSQL does not run, for a reason that has no class of its own; see {@link #sqlState()}. */
public final class StatementRefused extends PgOrmException {

    private static final long serialVersionUID = 1L;

    StatementRefused(String message, Failure failure) {
        super(message, failure);
    }
}
