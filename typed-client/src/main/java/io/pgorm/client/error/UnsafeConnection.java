package io.pgorm.client.error;

import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * There is no connection as safe as was asked: TLS or the way to log in could not be agreed on, or one side does not trust
 * the other's certificate. Trying again does not help.
 */
public final class UnsafeConnection extends PgOrmException {

    private static final long serialVersionUID = 1L;

    private static final String REJECTED = "08004";
    private static final String FAILED = "08006";

    private UnsafeConnection(String message, Failure failure) {
        super(message, failure);
    }

    /** Empty where it is for another reason that there is no connection. */
    static Optional<UnsafeConnection> of(Failure failure) {
        return why(failure.exception(), failure.sqlState())
                .map(why -> new UnsafeConnection(
                        "the connection to PostgreSQL is not as safe as was asked (SQLSTATE " + failure.sqlState()
                                + "): " + why,
                        failure));
    }

    private static Optional<String> why(SQLException exception, String state) {
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof FileNotFoundException || cause instanceof NoSuchFileException) {
                return Optional.of(
                        "a file of certificates or keys cannot be read: look at sslrootcert, sslcert and sslkey");
            }
            if (cause instanceof SSLException || cause instanceof GeneralSecurityException) {
                return Optional.of(
                        "one side does not trust the other's certificate: sslrootcert has to name the authority"
                                + " that signed the server's, and the server's ssl_ca_file that of sslcert");
            }
        }
        // The driver's messages are in the language of the machine; names and numbers in them are not.
        String message = state.equals(FAILED) ? String.valueOf(exception.getMessage()) : "";
        if (message.contains("(0600)")) {
            return Optional.of("others may read the file that sslkey names: give it the permissions 0600");
        }
        if (message.contains("HostnameVerifier")) {
            return Optional.of("the server's certificate does not have the name of the host in the URL, which"
                    + " sslmode=verify-full asks for");
        }
        return state.equals(REJECTED)
                ? Optional.of(
                        "the server has no TLS (ssl = on in postgresql.conf) though sslmode asks for it, or a method"
                                + " of authentication that the driver does not have, or none that channelBinding=require allows")
                : Optional.empty();
    }
}
