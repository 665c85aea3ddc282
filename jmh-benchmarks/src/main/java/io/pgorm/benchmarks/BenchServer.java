package io.pgorm.benchmarks;

import io.pgorm.benchmarks.data.Dataset;
import io.pgorm.benchmarks.data.Size;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.testkit.RoundTripProxy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;

/** A server with the schema and the rows, reached as it is or through a proxy that makes its network slow. */
public final class BenchServer implements AutoCloseable {

    private final ScratchServer server;
    private final ScratchDatabase database;
    private final RoundTripProxy proxy;

    private BenchServer(ScratchServer server, ScratchDatabase database) {
        this.server = server;
        this.database = database;
        this.proxy = RoundTripProxy.start(database.jdbcUrl());
    }

    public static BenchServer start(Size size) throws SQLException, IOException {
        ScratchServer server = ScratchServer.start(ScratchOptions.fast());
        ScratchDatabase database = server.create();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(schema());
            Dataset.load(connection, size);
        }
        return new BenchServer(server, database);
    }

    private static String schema() throws IOException {
        try (InputStream in = Objects.requireNonNull(BenchServer.class.getResourceAsStream("/imdb.sql"), "imdb.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Takes away what queries have inserted, so that the next ones find what the first ones found: people would get more
     * and more roles.
     */
    void forgetWritten(Size size) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM movies WHERE id > " + size.movies());
            statement.execute("DELETE FROM persons WHERE id > " + size.people());
            statement.execute("DELETE FROM users WHERE id > " + size.people());
            statement.execute("VACUUM (ANALYZE) movies, directors, actors, persons, users");
        }
    }

    /** Straight to the server. */
    public String url() {
        return database.jdbcUrl();
    }

    /** By way of a proxy, so that each round trip takes that much longer. The last call counts for all. */
    public String url(Duration delay) {
        proxy.setDelay(delay);
        return proxy.jdbcUrl(database.name());
    }

    public String user() {
        return database.user();
    }

    public String password() {
        return database.password();
    }

    public String describe() {
        return server.describe();
    }

    @Override
    public void close() {
        proxy.close();
        database.close();
        server.close();
    }
}
