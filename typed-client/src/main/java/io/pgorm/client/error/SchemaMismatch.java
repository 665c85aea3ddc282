package io.pgorm.client.error;

/**
 * The database has no such table, column, type or function (SQLSTATE 42P01, 42703, 42704, 42883, 3F000): it is not at the
 * version that the client was generated from, or the SQL is wrong.
 */
public final class SchemaMismatch extends PgOrmException {

    private static final long serialVersionUID = 1L;

    SchemaMismatch(String message, Failure failure) {
        super(message, failure);
    }
}
