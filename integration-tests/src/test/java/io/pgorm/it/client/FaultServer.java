package io.pgorm.it.client;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.database.testkit.FaultProxy;
import io.pgorm.database.testkit.RestartableServer;
import io.pgorm.it.movies.Db;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/** A server with the schema of the films that may be stopped and crashed, behind a network that may be bad. */
final class FaultServer implements AutoCloseable {

    static final String PASSWORD = "s3cret-of-the-application";

    private final RestartableServer server;
    private final FaultProxy proxy;

    FaultServer() throws Exception {
        server = RestartableServer.start();
        proxy = FaultProxy.start("127.0.0.1", server.port());
        try (InputStream in = Objects.requireNonNull(FaultServer.class.getResourceAsStream("/movies.sql"))) {
            server.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        server.execute("CREATE ROLE app LOGIN PASSWORD '" + PASSWORD + "';"
                + "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO app");
    }

    RestartableServer server() {
        return server;
    }

    FaultProxy proxy() {
        return proxy;
    }

    /** By way of the bad network. */
    ConnectionOptions options() {
        return ConnectionOptions.of(proxy.jdbcUrl("postgres"), "app", PASSWORD)
                .withPoolSize(4)
                .withConnectionTimeout(Duration.ofSeconds(5));
    }

    /** Past the bad network. */
    Db sound() {
        return Db.open(
                ConnectionOptions.of("jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres", "app", PASSWORD)
                        .withPoolSize(1));
    }

    @Override
    public void close() {
        proxy.close();
        server.close();
    }
}
