package io.pgorm.it.features;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of a schema, with the role that the application logs in as: it owns nothing and bypasses nothing. */
final class FeatureServer implements AutoCloseable {

    static final String LOGIN = "pgorm_feature_app";

    private final ScratchServer server = ScratchServer.start(ScratchOptions.fast());
    private final ScratchDatabase database = server.create();

    /** @param schema the name of the client of the build, in small letters */
    FeatureServer(String schema) throws SQLException, IOException {
        try (InputStream in = Objects.requireNonNull(FeatureServer.class.getResourceAsStream("/" + schema + ".sql"))) {
            execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        execute("""
                DO $$ BEGIN
                  CREATE ROLE pgorm_feature_app LOGIN PASSWORD 'app';
                EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
                END $$;
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO pgorm_feature_app;
                """);
    }

    ConnectionOptions application() {
        return ConnectionOptions.of(database.jdbcUrl(), LOGIN, "app").withPoolSize(4);
    }

    ConnectionOptions owner() {
        return owner(database.jdbcUrl());
    }

    /** By another way to the same database. */
    ConnectionOptions owner(String url) {
        return ConnectionOptions.of(url, database.user(), database.password()).withPoolSize(4);
    }

    String name() {
        return database.name();
    }

    String jdbcUrl() {
        return database.jdbcUrl();
    }

    DataSource superusers() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of what a query of the owner gives, line by line. */
    String lines(String sql) throws SQLException {
        StringBuilder lines = new StringBuilder();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                lines.append(rows.getString(1)).append('\n');
            }
        }
        return lines.toString();
    }

    @Override
    public void close() {
        database.close();
        server.close();
    }
}
