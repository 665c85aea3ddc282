package io.pgorm.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.pgorm.client.ClientOptions;
import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.cache.CaffeineCache;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchServer;
import io.pgorm.it.kinds.Db;
import io.pgorm.it.kinds.NotedCreate;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results that are kept until others say that they have written. */
class CacheChannelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final AtomicInteger SENT = new AtomicInteger();
    private static ScratchServer server;
    private static ScratchDatabase database;

    private Db db;
    private Db cached;

    @BeforeAll
    static void start() throws Exception {
        server = ScratchServer.start();
        database = server.create();
        try (InputStream ddl = Objects.requireNonNull(CacheChannelTest.class.getResourceAsStream("/kinds.sql"))) {
            other(new String(ddl.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @AfterAll
    static void stop() {
        database.close();
        server.close();
    }

    @BeforeEach
    void open() throws SQLException {
        other("TRUNCATE noteds; INSERT INTO noteds (text) VALUES ('one')");
        db = Db.open(ConnectionOptions.of(database.jdbcUrl(), database.user(), database.password())
                .withPoolSize(2)
                .withClient(listening()));
        cached = db.cached(Duration.ofMinutes(5));
        await(this::isKept);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static ClientOptions listening() {
        return ClientOptions.defaults()
                .withCache(CaffeineCache.ofSize(1000))
                .withStatementListener(sql -> SENT.incrementAndGet())
                .withCacheChannel("noted");
    }

    /** As somebody who knows nothing of this client. */
    private static void other(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time is over").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static boolean sendsNothing(Supplier<?> read) {
        int before = SENT.get();
        read.get();
        return SENT.get() == before;
    }

    private boolean isKept() {
        return sendsNothing(() -> cached.noteds().count());
    }

    @Test
    void whatOthersWriteIsSeen() throws SQLException {
        assertThat(cached.noteds().count()).isEqualTo(1);
        other("INSERT INTO noteds (text) VALUES ('two')");
        await(() -> cached.noteds().count() == 2);
        assertThat(isKept()).isTrue();
        other("UPDATE noteds SET text = 'three' WHERE text = 'two'");
        await(() -> cached.noteds().fetch().stream().anyMatch(row -> row.text().equals("three")));
        other("DELETE FROM noteds");
        await(() -> cached.noteds().count() == 0);
        db.noteds().create(NotedCreate.text("own"));
        assertThat(cached.noteds().count()).isEqualTo(1);
    }

    @Test
    void aTableIsNamedAndOthersStay() throws SQLException {
        cached.kinds().count();
        cached.noteds().count();
        other("ALTER TABLE noteds DISABLE TRIGGER ALL; INSERT INTO noteds (text) VALUES ('silent')");
        assertThat(isKept()).isTrue();
        other("NOTIFY noted, 'noteds'");
        await(() -> cached.noteds().count() == 2);
        assertThat(sendsNothing(() -> cached.kinds().count())).isTrue();
        other("NOTIFY noted, 'whatever this is'; ALTER TABLE noteds ENABLE TRIGGER ALL");
        await(() -> !sendsNothing(() -> cached.kinds().count()));
    }

    @Test
    void nothingIsKeptWhileNobodyHears() throws SQLException {
        assertThat(isKept()).isTrue();
        try (Connection connection = database.connect();
                Statement writer = connection.createStatement()) {
            server(false);
            await(() -> !isKept());
            writer.execute("INSERT INTO noteds (text) VALUES ('in the gap')");
            assertThat(cached.noteds().count()).isEqualTo(2);
            assertThat(isKept()).isFalse();
        } finally {
            server(true);
        }
        await(this::isKept);
        assertThat(cached.noteds().count()).isEqualTo(2);
        other("INSERT INTO noteds (text) VALUES ('heard again')");
        await(() -> cached.noteds().count() == 3);
    }

    /** Ends the connection that listens, and lets no new one in; those of the pool stay. */
    private static void server(boolean open) throws SQLException {
        String elsewhere = database.jdbcUrl().replace("/" + database.name(), "/postgres");
        try (Connection connection = DriverManager.getConnection(elsewhere, database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE \"" + database.name() + "\" ALLOW_CONNECTIONS " + open);
            if (!open) {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE application_name = 'pgorm cache' AND datname = '" + database.name() + "'");
            }
        }
    }

    @Test
    void aPoolOfTheApplicationsOwnGivesOneConnection() throws SQLException {
        HikariConfig configuration = new HikariConfig();
        configuration.setJdbcUrl(database.jdbcUrl());
        configuration.setUsername(database.user());
        configuration.setPassword(database.password());
        configuration.setMaximumPoolSize(2);
        try (HikariDataSource pool = new HikariDataSource(configuration)) {
            try (Db over = Db.over(pool, listening())) {
                Db kept = over.cached(Duration.ofMinutes(5));
                await(() -> sendsNothing(() -> kept.noteds().count()));
                other("INSERT INTO noteds (text) VALUES ('two')");
                await(() -> kept.noteds().count() == 2);
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isEqualTo(1);
            }
            await(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
        }
    }

    @Test
    void aChannelWithoutACacheSaysWhatToDo() {
        assertThatThrownBy(() -> Db.open(ConnectionOptions.of(database.jdbcUrl(), database.user(), database.password())
                        .withClient(ClientOptions.defaults().withCacheChannel("noted"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CaffeineCache.ofSize");
    }
}
