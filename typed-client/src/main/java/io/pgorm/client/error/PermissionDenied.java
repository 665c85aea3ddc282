package io.pgorm.client.error;

/** The role may not do this (SQLSTATE 42501): a privilege is missing. */
public final class PermissionDenied extends PgOrmException {

    private static final long serialVersionUID = 1L;

    PermissionDenied(String message, Failure failure) {
        super(message, failure);
    }
}
