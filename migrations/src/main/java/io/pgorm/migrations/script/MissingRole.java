package io.pgorm.migrations.script;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Reads from an error of the server which role it does not have. Stateless. */
public final class MissingRole {

    private static final String UNDEFINED_OBJECT = "42704";
    private static final String BEFORE = "role \"";
    private static final String AFTER = "\" does not exist";

    private MissingRole() {}

    /** The role's name, where that is what the server says; the message is read in English only. */
    public static Optional<String> of(Throwable error) {
        @Nullable Throwable cause = error;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        if (!(cause instanceof PSQLException refused) || !UNDEFINED_OBJECT.equals(refused.getSQLState())) {
            return Optional.empty();
        }
        ServerErrorMessage server = refused.getServerErrorMessage();
        String message = server == null ? null : server.getMessage();
        if (message == null || !message.startsWith(BEFORE) || !message.endsWith(AFTER)) {
            return Optional.empty();
        }
        return Optional.of(message.substring(BEFORE.length(), message.length() - AFTER.length()));
    }
}
