package io.pgorm.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.testkit.Counted;
import io.pgorm.database.testkit.RoundTripProxy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.Callable;

/** A database with the schema of a feature, and counted clients of a role that owns nothing and bypasses nothing. */
final class FeatureServer implements AutoCloseable {

    static {
        CountedPools.neverTryConnections();
    }

    private final ScratchServer server;
    private final ScratchDatabase database;
    private final RoundTripProxy proxy;

    /** @param ddl a resource */
    FeatureServer(ScratchServer server, String ddl) throws SQLException, IOException {
        this.server = server;
        this.database = server.create();
        this.proxy = RoundTripProxy.start(database.jdbcUrl());
        try (InputStream in = Objects.requireNonNull(FeatureServer.class.getResourceAsStream(ddl))) {
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

    ConnectionOptions options() {
        return ConnectionOptions.of(proxy.jdbcUrl(database.name()), "pgorm_it_app", "app")
                .withPoolSize(2);
    }

    /** Of who owns the tables, and is above policies. */
    ConnectionOptions owner() {
        return ConnectionOptions.of(database.jdbcUrl(), database.user(), database.password())
                .withPoolSize(2);
    }

    /** What the work gives, if it takes one round trip. */
    <T> T inOneTrip(Callable<T> work) throws Exception {
        Counted<T> counted = proxy.measure(work);
        assertThat(counted.count()).as(counted.toString()).isEqualTo(1);
        return counted.value();
    }

    /** A connection of who made the database. */
    Connection superuser() throws SQLException {
        return database.connect();
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        proxy.close();
        database.close();
        server.close();
    }
}
