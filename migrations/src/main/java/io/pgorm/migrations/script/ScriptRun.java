package io.pgorm.migrations.script;

import io.pgorm.ir.sql.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * Runs a script as psql does: statement by statement, each committed by itself unless the script says otherwise. What
 * is specific to another server is passed over with a note, and a role that is not here is made, so that an owner or a
 * policy can name it. Used by one thread, once.
 */
public final class ScriptRun {

    private static final String DUPLICATE_OBJECT = "42710";

    private final Connection connection;
    private final List<String> notes = new ArrayList<>();
    private final Set<String> createdRoles = new LinkedHashSet<>();

    /**
     * @param connection in autocommit, and in the simple query mode, in which the driver leaves the statement alone; the
     *     script's settings stay on it
     */
    public ScriptRun(Connection connection) {
        this.connection = connection;
    }

    /**
     * Runs all of it.
     *
     * @throws ScriptException at the first statement that the server refuses; those before it stay done
     * @throws SQLException where the connection fails
     */
    public void run(SqlScript script) throws SQLException {
        notes.addAll(script.notes());
        for (ScriptStatement statement : script.statements()) {
            Optional<String> skipped = SkippedStatements.reason(statement);
            if (skipped.isPresent()) {
                notes.add(statement.place() + ": " + skipped.get() + " passed over");
            } else {
                run(statement);
            }
        }
    }

    private void run(ScriptStatement statement) throws SQLException {
        while (true) {
            boolean guarded = isOpen() && !endsTransaction(statement);
            if (guarded) {
                execute("SAVEPOINT pgorm_statement");
            }
            try {
                execute(statement.sql());
                if (guarded) {
                    execute("RELEASE SAVEPOINT pgorm_statement");
                }
                return;
            } catch (SQLException e) {
                if (guarded) {
                    execute("ROLLBACK TO SAVEPOINT pgorm_statement");
                }
                if (connection.isClosed()) {
                    throw e;
                }
                if (!mend(statement, e)) {
                    throw refused(statement, e);
                }
                if (isRoleThere(statement, e)) {
                    return;
                }
            }
        }
    }

    /** Whether the statement may be tried again, or is to be passed over. */
    private boolean mend(ScriptStatement statement, SQLException e) throws SQLException {
        if (isRoleThere(statement, e)) {
            notes.add(statement.place() + ": the role is on this server already and is left as it is");
            return true;
        }
        Optional<String> role = MissingRole.of(e);
        if (role.isPresent() && createdRoles.add(role.get())) {
            execute("CREATE ROLE " + Identifiers.quote(role.get()) + " NOLOGIN");
            notes.add(statement.place() + ": the role " + role.get() + " is not on this server and was made for it");
            return true;
        }
        return false;
    }

    private static boolean isRoleThere(ScriptStatement statement, SQLException e) {
        return DUPLICATE_OBJECT.equals(e.getSQLState())
                && (statement.startsWith("create", "role")
                        || statement.startsWith("create", "user")
                                && !statement.words().contains("mapping")
                        || statement.startsWith("create", "group"));
    }

    private static boolean endsTransaction(ScriptStatement statement) {
        return switch (statement.words().isEmpty() ? "" : statement.words().getFirst()) {
            case "begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release", "prepare" -> true;
            default -> false;
        };
    }

    private boolean isOpen() throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.OPEN;
    }

    private void execute(String sql) throws SQLException {
        try (Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            jdbc.execute(sql);
        }
    }

    private static ScriptException refused(ScriptStatement statement, SQLException e) {
        String first = statement.sql().lines().findFirst().orElse("");
        return new ScriptException(statement.place() + ": " + e.getMessage() + "\n    " + first, e);
    }

    /** What was passed over or made up, and where. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** The roles that were made because the script only names them. */
    public Set<String> createdRoles() {
        return Set.copyOf(createdRoles);
    }
}
