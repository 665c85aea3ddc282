package io.pgorm.database;

import io.pgorm.database.internal.RefusedStatement;
import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.DiagnosticPrinter;
import io.pgorm.ir.diagnostic.SchemaException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a schema in a database, in one transaction: all of it or nothing. What the server refuses is told as a
 * diagnostic at the declaration that caused it, with code {@code PGO0901}. Stateless.
 */
public final class SchemaLoader {

    private static final int BETWEEN_SAVEPOINTS = 64;

    private SchemaLoader() {}

    /**
     * Runs the statements and commits.
     *
     * @param connection to a database without these objects; a transaction that it is in becomes a part of this one
     * @param statements in an order in which each finds what it needs
     * @param sources the text of the schema's files by name, for the message of the exception; may be empty
     * @throws SchemaException where the server refuses any of them; the database is as it was
     * @throws SQLException where the connection fails
     */
    public static void load(Connection connection, List<DdlStatement> statements, Map<String, String> sources)
            throws SQLException {
        List<Diagnostic> refused = tryLoad(connection, statements);
        if (!refused.isEmpty()) {
            throw new SchemaException(new DiagnosticPrinter(sources).print(refused), refused);
        }
    }

    /** As {@link #load(Connection, List, Map)}, without the sources at hand. */
    public static void load(Connection connection, List<DdlStatement> statements) throws SQLException {
        load(connection, statements, Map.of());
    }

    /**
     * Runs the statements and commits, or tells what the server refuses and leaves the database as it was.
     *
     * @return empty where they are committed; else an error for each statement that was refused for a reason of its
     *     own, and not because it needs another one
     * @throws SQLException where the connection fails
     */
    public static List<Diagnostic> tryLoad(Connection connection, List<DdlStatement> statements) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            List<Diagnostic> refused = List.of();
            if (runAll(connection, statements)) {
                connection.commit();
            } else {
                connection.rollback();
                refused = refusals(connection, statements);
                connection.rollback();
            }
            connection.setAutoCommit(autoCommit);
            return refused;
        } catch (SQLException e) {
            rollBackAfter(e, connection, autoCommit);
            throw e;
        }
    }

    private static void rollBackAfter(SQLException failure, Connection connection, boolean autoCommit) {
        try {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Whether none was refused; stops at the first. Needs no savepoints, which most runs can do without. */
    private static boolean runAll(Connection connection, List<DdlStatement> statements) throws SQLException {
        for (DdlStatement statement : statements) {
            if (run(connection, statement).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** Goes on after each refusal. What was taken since the last savepoint is run again, which costs less than many of them. */
    private static List<Diagnostic> refusals(Connection connection, List<DdlStatement> statements) throws SQLException {
        List<RefusedStatement> refused = new ArrayList<>();
        List<DdlStatement> failed = new ArrayList<>();
        for (int start = 0; start < statements.size(); ) {
            Savepoint before = connection.setSavepoint();
            int end = Math.min(start + BETWEEN_SAVEPOINTS, statements.size());
            int next = start;
            Optional<RefusedStatement> refusal = Optional.empty();
            while (next < end && refusal.isEmpty()) {
                refusal = run(connection, statements.get(next++));
            }
            if (refusal.isPresent()) {
                connection.rollback(before);
                for (DdlStatement taken : statements.subList(start, next - 1)) {
                    run(connection, taken);
                }
                if (!refusal.get().isConsequenceOf(failed)) {
                    refused.add(refusal.get());
                }
                failed.add(statements.get(next - 1));
            }
            connection.releaseSavepoint(before);
            start = next;
        }
        return refused.stream()
                .map(RefusedStatement::diagnostic)
                .distinct()
                .sorted(Diagnostic.READING_ORDER)
                .toList();
    }

    private static Optional<RefusedStatement> run(Connection connection, DdlStatement statement) throws SQLException {
        try (Statement jdbc = connection.createStatement()) {
            // What looks like a JDBC escape is SQL of the author's, and the server counts positions in what it gets.
            jdbc.setEscapeProcessing(false);
            jdbc.execute(statement.sql());
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(RefusedStatement.of(statement, e));
        }
    }
}
