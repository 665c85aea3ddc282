package io.pgorm.it.client;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.database.testkit.RestartableServer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** A server that writes down all that it can: each statement with its parameters and its plan, and statistics of it. */
final class EncryptedServer implements AutoCloseable {

    private final RestartableServer server;

    EncryptedServer() throws Exception {
        server = RestartableServer.start();
        for (String setting : new String[] {
            "logging_collector = on",
            "log_directory = 'log'",
            "log_filename = 'all.log'",
            "log_statement = 'all'",
            "log_min_duration_statement = 0",
            "log_parameter_max_length = -1",
            "log_parameter_max_length_on_error = -1",
            "log_error_verbosity = verbose",
            "shared_preload_libraries = pg_stat_statements, auto_explain",
        }) {
            server.execute("ALTER SYSTEM SET " + setting);
        }
        server.restart();
        for (String setting : new String[] {
            "auto_explain.log_min_duration = 0",
            "auto_explain.log_verbose = on",
            "auto_explain.log_parameter_max_length = -1"
        }) {
            server.execute("ALTER SYSTEM SET " + setting);
        }
        server.execute("SELECT pg_reload_conf()");
        server.execute("CREATE EXTENSION pg_stat_statements");
        try (InputStream in = Objects.requireNonNull(EncryptedServer.class.getResourceAsStream("/clinic.sql"))) {
            server.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        server.execute("CREATE ROLE pgorm_it_app LOGIN PASSWORD 'app';"
                + "CREATE ROLE clinic_owner LOGIN SUPERUSER PASSWORD 'app';"
                + "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO pgorm_it_app;"
                + "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO pgorm_it_app");
    }

    ConnectionOptions as(String role) {
        return as(role, jdbcUrl());
    }

    ConnectionOptions as(String role, String url) {
        return ConnectionOptions.of(url, role, "app").withPoolSize(2);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
    }

    void execute(String sql) throws SQLException {
        server.execute(sql);
    }

    /** The first column, line by line. */
    String lines(String sql) throws SQLException {
        StringBuilder lines = new StringBuilder();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                lines.append(rows.getString(1)).append('\n');
            }
        }
        return lines.toString();
    }

    /** All that it has written down, and all that it holds. */
    String everything() throws SQLException {
        return lines("SELECT pg_read_file('log/all.log')")
                + lines("SELECT query FROM pg_stat_statements")
                + lines("SELECT query FROM pg_stat_activity")
                + lines("SELECT p::text FROM patients p");
    }

    @Override
    public void close() {
        server.close();
    }
}
