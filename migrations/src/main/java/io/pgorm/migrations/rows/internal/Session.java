package io.pgorm.migrations.rows.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A transaction in which a statement may fail without ending it. Used by one thread. */
final class Session {

    private final Connection connection;

    Session(Connection connection) {
        this.connection = connection;
    }

    /**
     * Runs statements, of which a failure leaves no trace.
     *
     * @return what the server said against it; empty where it ran
     */
    Optional<String> attempt(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // in one message
            statement.execute("SAVEPOINT pgorm_try;\n" + sql + ";\nRELEASE SAVEPOINT pgorm_try");
            return Optional.empty();
        } catch (SQLException e) {
            goOnAfter(e);
            return Optional.of(firstLine(e));
        }
    }

    /** The rows of a query that must not fail. */
    List<List<@Nullable String>> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int width = result.getMetaData().getColumnCount();
            List<List<@Nullable String>> rows = new ArrayList<>();
            while (result.next()) {
                List<@Nullable String> row = new ArrayList<>(width);
                for (int i = 1; i <= width; i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** The rows of a query, or nothing where it fails. */
    Optional<List<List<@Nullable String>>> attemptRows(String sql) throws SQLException {
        try {
            savepoint();
            List<List<@Nullable String>> rows = rows(sql);
            run("RELEASE SAVEPOINT pgorm_try");
            return Optional.of(rows);
        } catch (SQLException e) {
            goOnAfter(e);
            return Optional.empty();
        }
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    int update(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private void savepoint() throws SQLException {
        run("SAVEPOINT pgorm_try");
    }

    private void goOnAfter(SQLException e) throws SQLException {
        if (connection.isClosed() || e.getSQLState() == null || e.getSQLState().startsWith("08")) {
            throw e;
        }
        run("ROLLBACK TO SAVEPOINT pgorm_try; RELEASE SAVEPOINT pgorm_try");
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst("^ERROR: ", "");
    }
}
