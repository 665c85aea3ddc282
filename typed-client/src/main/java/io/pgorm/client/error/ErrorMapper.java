package io.pgorm.client.error;

import io.pgorm.client.ModelTable;
import io.pgorm.client.ModelType;
import io.pgorm.client.TableFacts;
import io.pgorm.client.error.ConstraintViolation.Constraint;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Check;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.Schema;
import org.jooq.SortField;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Turns what the driver throws into what a caller can act on, in the names of the schema. Immutable. */
public final class ErrorMapper {

    /** The function of the server that reports a row refused by a policy; unlike the message, it has no language. */
    private static final String POLICY_ROUTINE = "ExecWithCheckOptions";

    private final Map<String, List<ModelType<?>>> modelsByTable = new HashMap<>();

    /** @param tables all tables that have a model */
    public ErrorMapper(List<? extends ModelTable<?>> tables) {
        tables.forEach(table -> modelsByTable
                .computeIfAbsent(table.model().table().getName(), name -> new ArrayList<>())
                .add(table.model()));
    }

    /**
     * What to throw in place of a lost connection, where a write was sent.
     *
     * @param what what was sent, as the message names it
     */
    public OutcomeUnknown outcomeUnknown(ConnectionLost lost, String what) {
        SQLException exception = lost.driverException().orElseGet(SQLException::new);
        return new OutcomeUnknown(what, new Failure(lost.sql().orElse(""), exception));
    }

    /** No connection was free in time. */
    public PoolExhausted poolExhausted(SQLException exception, int size, int waiting, long waitedMillis) {
        return new PoolExhausted(size, waiting, waitedMillis, new Failure("", exception));
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
            case "25P02" -> new TransactionFailed(failure);
            case "25P03", "25P04" -> new DeadlineExceeded(failure);
            case "42P01", "42703", "42704", "42883", "3F000" -> new SchemaMismatch(notThere(state, server), failure);
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
            Optional<UnsafeConnection> unsafe = server == null ? UnsafeConnection.of(failure) : Optional.empty();
            if (unsafe.isPresent()) {
                return unsafe.get();
            }
            return new ConnectionLost(
                    "there is no connection to PostgreSQL, or it was lost (SQLSTATE " + state + ")", failure);
        }
        if (state.startsWith("28")) {
            return new AuthenticationFailed(state, failure);
        }
        if (state.startsWith("53") || state.startsWith("54")) {
            return new OutOfResources(state, failure);
        }
        if (state.startsWith("22")) {
            return new InvalidValue(state, failure);
        }
        // Messages about syntax and names quote the SQL only; others may quote values.
        boolean safe = server != null && (state.startsWith("42") || state.startsWith("0A") || state.startsWith("25"));
        String detail = safe && server != null ? ": " + server.getMessage() : "";
        return new StatementRefused("PostgreSQL refused the statement (SQLSTATE " + state + ")" + detail, failure);
    }

    private static String notThere(String state, @Nullable ServerErrorMessage server) {
        String what = server == null ? "" : ": " + server.getMessage();
        return "the database does not have what the SQL names (SQLSTATE " + state + ")" + what
                + "; are all migrations applied that this client was generated from?";
    }

    private Constraint constraint(@Nullable ServerErrorMessage server) {
        if (server == null) {
            return new Constraint("", "", List.of());
        }
        String name = Objects.requireNonNullElse(server.getConstraint(), "");
        String table = Objects.requireNonNullElse(server.getTable(), "");
        ModelType<?> model = model(table, server.getSchema());
        if (model == null) {
            return new Constraint(name, table, List.of());
        }
        String column = server.getColumn();
        List<String> columns = column == null ? columnsOf(model, name) : List.of(column);
        return new Constraint(
                name, model.name(), columns.stream().map(model::fieldOfColumn).toList());
    }

    /** The columns that the text of a condition names. */
    private static List<String> columnsIn(String condition, ModelType<?> model) {
        Set<String> words = new HashSet<>(List.of(condition.split("[^\\p{L}\\p{N}_$]+")));
        return model.columns().stream()
                .map(org.jooq.Field::getName)
                .filter(words::contains)
                .toList();
    }

    /** Tables of one name are told apart by their schema. */
    private @Nullable ModelType<?> model(String table, @Nullable String schema) {
        List<ModelType<?>> models = modelsByTable.getOrDefault(table, List.of());
        return models.stream()
                .filter(model -> models.size() == 1 || schema == null || schema.equals(schemaOf(model)))
                .findFirst()
                .orElse(null);
    }

    private static String schemaOf(ModelType<?> model) {
        Schema schema = model.table().getSchema();
        return schema == null || schema.getName().isEmpty() ? "public" : schema.getName();
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
        for (Check<?> check : model.table().getChecks()) {
            if (check.getName().equals(constraint)) {
                return columnsIn(check.condition().toString(), model);
            }
        }
        for (TableFacts.UniqueIndex index : model.facts().uniqueIndexes()) {
            if (index.name().equals(constraint)) {
                return index.columns().isEmpty() ? columnsIn(index.elements(), model) : index.columns();
            }
        }
        List<String> excluded = model.facts().exclusions().get(constraint);
        if (excluded != null) {
            return excluded;
        }
        for (Index index : model.table().getIndexes()) {
            if (index.getName().equals(constraint)) {
                return index.getFields().stream().map(SortField::getName).toList();
            }
        }
        return List.of();
    }
}
