package io.pgorm.it.client;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.testkit.RoundTripProxy;
import io.pgorm.it.reading.Db;
import io.pgorm.it.reading.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/** A database with the schema of the forum, and counted clients of a role that owns nothing and bypasses nothing. */
final class ReadingServer implements AutoCloseable {

    static {
        CountedPools.neverTryConnections();
    }

    private final ScratchServer server;
    private final ScratchDatabase database;
    private final RoundTripProxy proxy;

    ReadingServer() throws SQLException, IOException {
        this(ScratchServer.start());
    }

    ReadingServer(ScratchServer server) throws SQLException, IOException {
        this.server = server;
        this.database = server.create();
        this.proxy = RoundTripProxy.start(database.jdbcUrl());
        try (InputStream in = Objects.requireNonNull(ReadingServer.class.getResourceAsStream("/reading.sql"))) {
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

    /** Four authors, forty posts of four columns' every mixture of NULL and ties, three comments on most. */
    void fill() throws SQLException {
        execute("""
                INSERT INTO authors (email, name) SELECT 'a' || n || '@x', nullif('author ' || n, 'author 2')
                  FROM generate_series(1, 4) n;
                INSERT INTO posts (title, mood, score, weight, created_at, author_id)
                  SELECT 'post ' || n, (ARRAY['GLAD', 'SAD'])[1 + n % 2]::mood, nullif(n % 5, 3), nullif(n % 3, 0) * 0.1,
                         timestamptz '2020-01-01 00:00:00.123456+00' + n / 4 * interval '1 microsecond', 1 + n % 3
                  FROM generate_series(1, 40) n;
                INSERT INTO comments (body, stars, post_id, author_id)
                  SELECT 'comment ' || k || ' on ' || p, (p + k) % 6, p, 1 + (p + k) % 4
                  FROM generate_series(1, 39) p, generate_series(1, 3) k ORDER BY p, k;
                """);
    }

    ConnectionOptions options() {
        return ConnectionOptions.of(proxy.jdbcUrl(database.name()), "pgorm_it_app", "app");
    }

    Db connect() {
        Db db = Db.open(options().withPoolSize(2));
        db.authors().count(); // opens a connection
        return db;
    }

    /** The client for nobody and for somebody. */
    static List<Db> both(Db db) {
        return List.of(db, db.as(Session.uid(1)));
    }

    RoundTripProxy proxy() {
        return proxy;
    }

    /** A connection of the owner, not counted. */
    Connection owner() throws SQLException {
        return database.connect();
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of what a query of the owner gives, line by line. */
    String lines(String sql) throws SQLException {
        StringBuilder lines = new StringBuilder();
        try (Connection connection = owner();
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
        proxy.close();
        database.close();
        server.close();
    }
}
