package io.pgorm.client.error;

/**
 * A value that PostgreSQL cannot take or compute with (SQLSTATE class 22): a text with a NUL, a number out of range, a
 * division by zero.
 */
public final class InvalidValue extends PgOrmException {

    private static final long serialVersionUID = 1L;

    InvalidValue(String sqlState, Failure failure) {
        super("PostgreSQL cannot take or compute with a value (SQLSTATE " + sqlState + ")", failure);
    }
}
