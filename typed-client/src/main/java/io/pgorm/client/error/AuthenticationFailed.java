package io.pgorm.client.error;

/** The server does not let the login role in (SQLSTATE class 28): the name, the password, the certificate, or pg_hba.conf. */
public final class AuthenticationFailed extends PgOrmException {

    private static final long serialVersionUID = 1L;

    AuthenticationFailed(String sqlState, Failure failure) {
        super(
                "PostgreSQL does not let the login role in (SQLSTATE " + sqlState
                        + "): look at user, password or certificate, and pg_hba.conf",
                failure);
    }
}
