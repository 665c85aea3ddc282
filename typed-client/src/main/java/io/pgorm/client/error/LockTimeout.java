package io.pgorm.client.error;

/** A lock was not to be had in time (SQLSTATE 55P03). */
public final class LockTimeout extends PgOrmException {

    private static final long serialVersionUID = 1L;

    LockTimeout(Failure failure) {
        super("a lock was not to be had in time", failure);
    }
}
