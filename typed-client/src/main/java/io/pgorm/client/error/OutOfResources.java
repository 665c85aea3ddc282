package io.pgorm.client.error;

/** The server has no more of something: disk, memory, locks (SQLSTATE class 53, 54). */
public final class OutOfResources extends PgOrmException {

    private static final long serialVersionUID = 1L;

    OutOfResources(String sqlState, Failure failure) {
        super("the server is short of a resource, or at a limit (SQLSTATE " + sqlState + ")", failure);
    }
}
