package io.pgorm.client.error;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that PG-ORM throws when a call to the database does not succeed, by what the caller can do about it.
 *
 * <p>Neither the message nor the stack trace holds a value that was bound or stored: what the server said, which may
 * quote such values, is only to be had by asking for it with {@link #driverException()}.
 */
public abstract sealed class PgOrmException extends RuntimeException
        permits ConstraintViolation,
                RowLevelSecurityViolation,
                PermissionDenied,
                SerializationFailure,
                DeadlockDetected,
                LockTimeout,
                StatementTimeout,
                CallCancelled,
                ConnectionLost,
                OutcomeUnknown,
                AuthenticationFailed,
                UnsafeConnection,
                PoolExhausted,
                ClientClosed,
                DeadlineExceeded,
                TransactionFailed,
                SchemaMismatch,
                OutOfResources,
                OperationForbidden,
                RowSecurityBypassed,
                StaleVersion,
                InvalidValue,
                StatementRefused,
                TooManyRows,
                InvalidCursor,
                HintsUnavailable,
                ServerTooOld,
                WrongRowCount,
                UnknownSortField,
                RelatedRowMissing,
                ShapeMismatch {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Failure failure;

    PgOrmException(String message, @Nullable Failure failure) {
        super(message);
        this.failure = failure;
    }

    /** The five characters of SQLSTATE; empty where the server was not asked or did not answer. */
    public Optional<String> sqlState() {
        return Optional.ofNullable(failure).map(Failure::sqlState);
    }

    /** The statement, or the statements of its round trip, with {@code ?} for each value. */
    public Optional<String> sql() {
        return Optional.ofNullable(failure).map(Failure::sql);
    }

    /** What the driver threw. Its message may quote bound or stored values: mind where it goes. */
    public Optional<SQLException> driverException() {
        return Optional.ofNullable(failure).map(Failure::exception);
    }
}
