package io.pgorm.it.client;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.testkit.RoundTripProxy;
import io.pgorm.it.movies.Db;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/**
 * A database with the schema of the films, and a role that neither owns its tables nor bypasses row security. Clients of
 * that role go through a proxy that counts their round trips.
 */
final class MovieServer implements AutoCloseable {

    static {
        CountedPools.neverTryConnections();
    }

    /** Not a superuser, owns nothing, bypasses nothing. */
    static final String APP = "pgorm_it_app";

    private static final String APP_PASSWORD = "app";

    private final ScratchServer server = ScratchServer.start();
    private final ScratchDatabase database = server.create();
    private final RoundTripProxy proxy = RoundTripProxy.start(database.jdbcUrl());

    MovieServer() throws SQLException, IOException {
        execute(resource("/movies.sql"));
        execute("""
                DO $$ BEGIN
                  CREATE ROLE pgorm_it_app LOGIN PASSWORD 'app';
                EXCEPTION WHEN duplicate_object THEN NULL;
                END $$;
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO pgorm_it_app;
                """);
    }

    /** A client of the weak role, counted. */
    Db connect() {
        return connect(4);
    }

    Db connect(int poolSize) {
        return Db.open(options().withPoolSize(poolSize));
    }

    ConnectionOptions options() {
        return ConnectionOptions.of(proxy.jdbcUrl(database.name()), APP, APP_PASSWORD);
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

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(MovieServer.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        proxy.close();
        database.close();
        server.close();
    }
}
