package io.pgorm.client.error;

/** A statement ran too long or was cancelled (SQLSTATE 57014). */
public final class StatementTimeout extends PgOrmException {

    private static final long serialVersionUID = 1L;

    StatementTimeout(Failure failure) {
        super("the statement was cancelled or ran into its timeout", failure);
    }
}
