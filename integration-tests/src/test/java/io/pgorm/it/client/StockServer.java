package io.pgorm.it.client;

import io.pgorm.client.ClientOptions;
import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.Permission;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.testkit.RoundTripProxy;
import io.pgorm.it.stock.Db;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** A database with the schema of a stock, and counted clients of a role that owns nothing and bypasses nothing. */
final class StockServer implements AutoCloseable {

    static {
        CountedPools.neverTryConnections();
    }

    private final ScratchServer server = ScratchServer.start();
    private final ScratchDatabase database = server.create();
    private final RoundTripProxy proxy = RoundTripProxy.start(database.jdbcUrl());

    StockServer() throws SQLException, IOException {
        try (InputStream in = Objects.requireNonNull(StockServer.class.getResourceAsStream("/stock.sql"))) {
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
        return connect(Permission.all());
    }

    Db connect(Permission permission) {
        Db db = Db.open(ConnectionOptions.of(proxy.jdbcUrl(database.name()), "pgorm_it_app", "app")
                .withPoolSize(2)
                .withClient(ClientOptions.defaults().withPermission(permission)));
        db.shelves().count(); // opens a connection
        return db;
    }

    RoundTripProxy proxy() {
        return proxy;
    }

    /** 17 for 17.2. */
    int version() throws SQLException {
        return Integer.parseInt(ask("SELECT current_setting('server_version_num')")) / 10_000;
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
