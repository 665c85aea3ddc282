package io.pgorm.migrations.apply.internal;

import io.pgorm.ir.sql.Identifiers;
import io.pgorm.ir.sql.Literals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;

/**
 * The one connection that everything runs on: locks, statements, history. It goes back as it came, or not at all: where
 * that is not sure it is closed for good, and a pool takes another in its place. Used by one thread.
 */
final class Session implements AutoCloseable {

    private static final String OWN_SETTINGS =
            "SELECT name, setting FROM pg_catalog.pg_settings WHERE source = 'session'";

    private final Connection connection;
    private final boolean autoCommit;
    private final Map<String, String> settings;
    private final String role;
    private boolean broken;
    private volatile @Nullable Statement running;

    private Session(Connection connection) throws SQLException {
        this.connection = connection;
        this.autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        this.settings = settings();
        this.role = text("SELECT pg_catalog.current_setting('role')").orElse("none");
    }

    /** Takes a connection, and leaves it as it is. */
    static Session open(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try {
            return new Session(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Readies it for statements that may take long. */
    void ready(Duration lockTimeout) throws SQLException {
        execute("SET application_name = 'pgorm migrations'");
        // what is not a step of a file must not hang either
        execute("SET lock_timeout = " + lockTimeout.toMillis());
        // the body of a function may name what a later statement makes
        execute("SET check_function_bodies = off");
        execute("SET idle_in_transaction_session_timeout = 0");
        execute("SET idle_session_timeout = 0");
        try {
            // else a statement whose client was killed goes on, and with it the lock that keeps others out
            execute("SET client_connection_check_interval = '2s'");
        } catch (SQLException e) {
            // a server on a system that cannot tell
            if (connection.isClosed()) {
                throw e;
            }
        }
    }

    Connection connection() {
        return connection;
    }

    /** The role that statements of our own are run as, for {@code SET LOCAL ROLE}. */
    String role() {
        return role.equals("none") ? "NONE" : Identifiers.quote(role);
    }

    /** The process on the server, as the server says; behind a pooler not what the driver was told. */
    int pid() throws SQLException {
        return Integer.parseInt(text("SELECT pg_catalog.pg_backend_pid()").orElseThrow());
    }

    /** The process on the server, as the driver was told; empty where the connection is not one of its own. */
    Optional<Integer> announcedPid() throws SQLException {
        return connection.isWrapperFor(PGConnection.class)
                ? Optional.of(connection.unwrap(PGConnection.class).getBackendPID())
                : Optional.empty();
    }

    /** Runs SQL as it stands: neither question marks nor braces in it mean anything to the driver. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            running = statement;
            statement.execute(sql);
        } finally {
            running = null;
        }
    }

    /** What the statement that runs has said last; may be called by another thread. */
    Optional<String> lastNotice() {
        Statement statement = running;
        try {
            SQLWarning warning = statement == null ? null : statement.getWarnings();
            while (warning != null && warning.getNextWarning() != null) {
                warning = warning.getNextWarning();
            }
            return warning == null ? Optional.empty() : Optional.ofNullable(warning.getMessage());
        } catch (SQLException e) {
            // it is over just now
            return Optional.empty();
        }
    }

    /** Runs one statement with values. */
    int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** The first column of the first row. */
    Optional<String> text(String sql, @Nullable Object... values) throws SQLException {
        List<List<@Nullable String>> rows = rows(sql, values);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(rows.getFirst().getFirst());
    }

    /** All rows, as text. */
    List<List<@Nullable String>> rows(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet result = statement.executeQuery()) {
            return rows(result);
        }
    }

    static List<List<@Nullable String>> rows(ResultSet result) throws SQLException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
            List<@Nullable String> row = new ArrayList<>(columns);
            for (int i = 1; i <= columns; i++) {
                row.add(result.getString(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** Something that is done with a connection. */
    interface Work {
        void run() throws SQLException;
    }

    /** Runs work in a transaction, as the role that the connection came with. */
    void inTransaction(Work work) throws SQLException {
        begin();
        try {
            asOwnRole();
            work.run();
            commit();
        } catch (SQLException | RuntimeException e) {
            rollback(e);
            throw e;
        }
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Takes back what is open; where that fails too, the connection is not used again. */
    void rollback(Exception because) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            broken = true;
            because.addSuppressed(e);
        }
    }

    /** In a transaction: a file may have changed the role, and what is ours must not depend on it. */
    void asOwnRole() throws SQLException {
        execute("SET LOCAL ROLE " + role());
    }

    /** Gives back what a file may have left in the session, so that the next one begins as the first did. */
    void reset(Duration lockTimeout) throws SQLException {
        execute("SET ROLE " + role());
        for (Map.Entry<String, String> setting : settings().entrySet()) {
            String before = settings.get(setting.getKey());
            if (before == null && !isOurs(setting.getKey())) {
                execute("RESET " + Identifiers.quote(setting.getKey()));
            } else if (before != null && !before.equals(setting.getValue())) {
                text("SELECT pg_catalog.set_config(?, ?, false)", setting.getKey(), before);
            }
        }
        execute("SET check_function_bodies = off");
        execute("SET lock_timeout = " + lockTimeout.toMillis());
    }

    private static boolean isOurs(String setting) {
        return switch (setting) {
            case "application_name",
                    "check_function_bodies",
                    "idle_in_transaction_session_timeout",
                    "idle_session_timeout",
                    "client_connection_check_interval" -> true;
            default -> false;
        };
    }

    private Map<String, String> settings() throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        for (List<@Nullable String> row : rows(OWN_SETTINGS)) {
            found.put(String.valueOf(row.get(0)), String.valueOf(row.get(1)));
        }
        return found;
    }

    /** After this the connection is closed for good when the session is closed. */
    void doNotReuse() {
        broken = true;
    }

    @Override
    public void close() throws SQLException {
        try {
            if (!broken) {
                giveBack();
            }
        } catch (SQLException e) {
            broken = true;
        } finally {
            if (broken) {
                destroy();
            }
            connection.close();
        }
    }

    private void giveBack() throws SQLException {
        execute("SET ROLE " + role());
        for (String name : settings().keySet()) {
            execute("RESET " + Identifiers.quote(name));
        }
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            execute("SELECT pg_catalog.set_config(" + Literals.quote(setting.getKey()) + ", "
                    + Literals.quote(setting.getValue()) + ", false)");
        }
        execute("DISCARD TEMP");
        execute("SELECT pg_catalog.pg_advisory_unlock_all()");
        connection.setAutoCommit(autoCommit);
    }

    /** Closes the connection under the pool, and lets the pool notice. */
    private void destroy() {
        try {
            if (connection.isWrapperFor(BaseConnection.class)) {
                connection.unwrap(BaseConnection.class).close();
            }
        } catch (SQLException e) {
            // it is gone either way
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        } catch (SQLException e) {
            // what a pool takes as the sign not to lend it again
        }
    }
}
