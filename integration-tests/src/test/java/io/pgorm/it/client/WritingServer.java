package io.pgorm.it.client;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.testkit.RoundTripProxy;
import io.pgorm.it.writing.Db;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** A database with the schema for writing, and counted clients of a role that owns nothing and bypasses nothing. */
final class WritingServer implements AutoCloseable {

    static {
        CountedPools.neverTryConnections();
    }

    private final ScratchServer server = ScratchServer.start();
    private final ScratchDatabase database = server.create();
    private final RoundTripProxy proxy = RoundTripProxy.start(database.jdbcUrl());

    WritingServer() throws SQLException, IOException {
        try (InputStream in = Objects.requireNonNull(WritingServer.class.getResourceAsStream("/writing.sql"))) {
            execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        execute("""
                DO $$ BEGIN
                  CREATE ROLE pgorm_it_app LOGIN PASSWORD 'app';
                EXCEPTION WHEN duplicate_object THEN NULL;
                END $$;
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO pgorm_it_app;
                """);
    }

    Db connect() {
        Db db = Db.open(ConnectionOptions.of(proxy.jdbcUrl(database.name()), "pgorm_it_app", "app")
                .withPoolSize(2));
        db.authors().count(); // opens a connection
        return db;
    }

    RoundTripProxy proxy() {
        return proxy;
    }

    /** Runs SQL as the owner. */
    void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The text of the first column of the first row, asked as the owner. */
    String ask(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    @Override
    public void close() {
        proxy.close();
        database.close();
        server.close();
    }
}
