package io.pgorm.client.error;

import io.pgorm.client.ModelTable;
import io.pgorm.client.ModelType;
import io.pgorm.client.error.ConstraintViolation.Constraint;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.ForeignKey;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Turns what the driver throws into what a caller can act on, in the names of the schema. Immutable. */
public final class ErrorMapper {

    /** The function of the server that reports a row refused by a policy; unlike the message, it has no language. */
    private static final String POLICY_ROUTINE = "ExecWithCheckOptions";

    private final Map<String, ModelType<?>> modelByTable = new HashMap<>();

    /** @param tables all tables that have a model */
    public ErrorMapper(List<? extends ModelTable<?>> tables) {
        tables.forEach(table -> modelByTable.put(table.model().table().getName(), table.model()));
    }

    /**
     * The exception to throw.
     *
     * @param sql the text that was sent, without values
     */
    public PgOrmException map(SQLException exception, String sql) {
        Failure failure = new Failure(sql, exception);
        ServerErrorMessage server =
                exception instanceof PSQLException fromServer ? fromServer.getServerErrorMessage() : null;
        String state = failure.sqlState();
        return switch (state) {
            case "23505" -> new UniqueViolation(constraint(server), failure);
            case "23503", "23001" -> new ForeignKeyViolation(constraint(server), failure);
            case "23514" -> new CheckViolation(constraint(server), failure);
            case "23502" -> new NotNullViolation(constraint(server), failure);
            case "23P01" -> new ExclusionViolation(constraint(server), failure);
            case "40001" -> new SerializationFailure(failure);
            case "40P01" -> new DeadlockDetected(failure);
            case "55P03" -> new LockTimeout(failure);
            case "57014" -> new StatementTimeout(failure);
            case "42501" -> forbidden(server, failure);
            default -> other(state, server, failure);
        };
    }

    private static PgOrmException forbidden(@Nullable ServerErrorMessage server, Failure failure) {
        if (server != null && POLICY_ROUTINE.equals(server.getRoutine())) {
            return new RowLevelSecurityViolation(failure);
        }
        String message = server == null ? "permission denied" : server.getMessage();
        return new PermissionDenied(Objects.requireNonNullElse(message, "permission denied"), failure);
    }

    private static PgOrmException other(String state, @Nullable ServerErrorMessage server, Failure failure) {
        boolean lost = state.startsWith("08") || state.startsWith("57P0") || state.equals("53300");
        boolean noConnection = failure.exception() instanceof SQLTransientConnectionException
                || failure.exception() instanceof SQLNonTransientConnectionException;
        if (lost || noConnection) {
            return new ConnectionLost(
                    "there is no connection to PostgreSQL, or it was lost (SQLSTATE " + state + ")", failure);
        }
        if (state.startsWith("22")) {
            return new InvalidValue(state, failure);
        }
        // Messages about syntax and names quote the SQL only; others may quote values.
        boolean safe = server != null && (state.startsWith("42") || state.startsWith("0A") || state.startsWith("25"));
        String detail = safe && server != null ? ": " + server.getMessage() : "";
        return new StatementRefused("PostgreSQL refused the statement (SQLSTATE " + state + ")" + detail, failure);
    }

    private Constraint constraint(@Nullable ServerErrorMessage server) {
        if (server == null) {
            return new Constraint("", "", List.of());
        }
        String name = Objects.requireNonNullElse(server.getConstraint(), "");
        String table = Objects.requireNonNullElse(server.getTable(), "");
        ModelType<?> model = modelByTable.get(table);
        if (model == null) {
            return new Constraint(name, table, List.of());
        }
        String column = server.getColumn();
        List<String> columns = column == null ? columnsOf(model, name) : List.of(column);
        return new Constraint(
                name, model.name(), columns.stream().map(model::fieldOfColumn).toList());
    }

    private static List<String> columnsOf(ModelType<?> model, String constraint) {
        for (UniqueKey<?> key : model.table().getKeys()) {
            if (key.getName().equals(constraint)) {
                return key.getFields().stream().map(org.jooq.Field::getName).toList();
            }
        }
        for (ForeignKey<?, ?> key : model.table().getReferences()) {
            if (key.getName().equals(constraint)) {
                return key.getFields().stream().map(org.jooq.Field::getName).toList();
            }
        }
        return List.of();
    }
}
