package io.pgorm.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.ClientOptions;
import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.Health;
import io.pgorm.client.Login;
import io.pgorm.client.RowSecurityCheck;
import io.pgorm.client.SessionGuard;
import io.pgorm.client.error.AuthenticationFailed;
import io.pgorm.client.error.ClientClosed;
import io.pgorm.client.error.ConnectionLost;
import io.pgorm.client.error.PgOrmException;
import io.pgorm.client.error.PoolExhausted;
import io.pgorm.client.error.RowSecurityBypassed;
import io.pgorm.it.movies.Db;
import io.pgorm.it.movies.UserCreate;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a client comes to its connections, and what it leaves on them. */
@Timeout(120)
class ConnectionTest {

    private static FaultServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new FaultServer();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static String direct() {
        return "jdbc:postgresql://127.0.0.1:" + server.server().port() + "/postgres";
    }

    @Test
    void oneLineIsEnough() {
        String url = "postgres://app:" + FaultServer.PASSWORD + "@127.0.0.1:"
                + server.server().port() + "/postgres?sslmode=disable&connect_timeout=5&application_name=one%20line";
        try (Db db = Db.connect(url)) {
            assertThat(db.sql()
                            .fetchOne("SELECT current_user || ' ' || current_setting('application_name')")
                            .get(0))
                    .isEqualTo("app one line");
        }
    }

    @Test
    void optionsComeFromPropertiesAndFromTheEnvironment() {
        Properties properties = new Properties();
        properties.setProperty("pgorm.url", direct());
        properties.setProperty("pgorm.user", "app");
        properties.setProperty("pgorm.password", FaultServer.PASSWORD);
        properties.setProperty("pgorm.pool-size", "3");
        properties.setProperty("pgorm.connection-timeout", "700ms");
        properties.setProperty("other.thing", "x");
        ConnectionOptions options = ConnectionOptions.fromProperties(properties);
        assertThat(options.poolSize()).isEqualTo(3);
        assertThat(options.connectionTimeout()).isEqualTo(Duration.ofMillis(700));
        try (Db db = Db.open(options)) {
            assertThat(db.users().count()).isZero();
        }
        ConnectionOptions fromEnvironment = ConnectionOptions.fromEnvironment(Map.of(
                "DATABASE_URL", "postgresql://u%40x:p%2Fw+d@h:5433/db",
                "PGORM_POOL_SIZE", "7",
                "PGORM_SCRATCH", "embedded",
                "PATH", "/bin"));
        assertThat(fromEnvironment.url()).isEqualTo("jdbc:postgresql://h:5433/db");
        assertThat(fromEnvironment.user()).isEqualTo("u@x");
        assertThat(fromEnvironment.password()).isEqualTo("p/w+d");
        assertThat(fromEnvironment.poolSize()).isEqualTo(7);
    }

    @Test
    void aWrongOptionSaysWhichAreRight() {
        assertThatThrownBy(() -> ConnectionOptions.fromEnvironment(Map.of()))
                .hasMessageContaining("set PGORM_URL or DATABASE_URL");
        Properties typo = new Properties();
        typo.setProperty("pgorm.url", direct());
        typo.setProperty("pgorm.poolsize", "3");
        assertThatThrownBy(() -> ConnectionOptions.fromProperties(typo))
                .hasMessageContaining("no option pgorm.poolsize")
                .hasMessageContaining("pgorm.pool-size");
        Properties time = new Properties();
        time.setProperty("pgorm.url", direct());
        time.setProperty("pgorm.connect-retry", "soon");
        assertThatThrownBy(() -> ConnectionOptions.fromProperties(time))
                .hasMessageContaining("pgorm.connect-retry: a time is written 500ms");
        assertThatThrownBy(() -> ConnectionOptions.of("mysql://h/d")).hasMessageContaining("postgres://user:password");
        assertThatThrownBy(() -> ConnectionOptions.of(direct() + "?preferQueryMode=simple"))
                .hasMessageContaining("preferQueryMode");
        assertThatThrownBy(() -> ConnectionOptions.of(direct()).withProperty("preferQueryMode", "simple"))
                .hasMessageContaining("preferQueryMode");
    }

    @Test
    void openingGoesOnTryingForAWhileWhereTheServerIsNotThere() throws Exception {
        server.proxy().setRefusing(true);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Db> opening =
                    threads.submit(() -> Db.open(server.options().withConnectRetry(Duration.ofSeconds(20))));
            Thread.sleep(600);
            server.proxy().setRefusing(false);
            try (Db db = opening.get(10, TimeUnit.SECONDS)) {
                assertThat(db.users().count()).isZero();
            }
            server.proxy().setRefusing(true);
            long start = System.nanoTime();
            assertThatThrownBy(() -> Db.open(server.options().withConnectRetry(Duration.ofMillis(400))))
                    .isInstanceOf(ConnectionLost.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(100), Duration.ofSeconds(4));
        } finally {
            server.proxy().setRefusing(false);
        }
    }

    @Test
    void aWrongPasswordIsNotTriedAgain() {
        long start = System.nanoTime();
        assertThatThrownBy(() ->
                        Db.open(server.options().withUser("app", "wrong").withConnectRetry(Duration.ofSeconds(30))))
                .isInstanceOf(AuthenticationFailed.class)
                .hasMessageContaining("pg_hba.conf");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void newConnectionsLogInWithTheCredentialsOfTheirTime() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        server.server().execute("CREATE ROLE rotating LOGIN PASSWORD 'first' IN ROLE app");
        String[] password = {"first"};
        ConnectionOptions options = ConnectionOptions.of(direct())
                .withPoolSize(1)
                .withLogin(() -> {
                    asked.incrementAndGet();
                    return new Login("rotating", password[0]);
                });
        try (Db db = Db.open(options)) {
            assertThat(db.users().count()).isZero();
            server.server().execute("ALTER ROLE rotating PASSWORD 'second'");
            password[0] = "second";
            server.server()
                    .execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = 'rotating'");
            try {
                db.users().count();
            } catch (ConnectionLost foundOutNow) {
                // where the pool did not look whether the connection lives; it is gone from it now
            }
            assertThat(db.users().count()).isZero();
        }
        assertThat(asked.get()).isGreaterThanOrEqualTo(2);
        assertThat(new Login("rotating", "second").toString()).doesNotContain("second");
    }

    @Test
    void aClosedClientAndAnExhaustedPoolSaySo() throws Exception {
        Db closed = Db.open(server.options());
        closed.close();
        assertThatThrownBy(() -> closed.users().count())
                .isInstanceOf(ClientClosed.class)
                .hasMessageContaining("db was closed");
        assertThatThrownBy(() -> closed.sql().fetch("SELECT 1")).isInstanceOf(ClientClosed.class);
        assertThatThrownBy(() -> closed.transaction(tx -> {})).isInstanceOf(ClientClosed.class);

        try (Db small = Db.open(server.options().withPoolSize(1).withConnectionTimeout(Duration.ofMillis(300)))) {
            small.transaction(tx -> {
                tx.users().count();
                assertThatThrownBy(() -> small.users().count())
                        .isInstanceOf(PoolExhausted.class)
                        .hasMessageContaining("all 1 connections")
                        .hasMessageContaining("tx was meant");
            });
            assertThat(small.users().count()).isZero();
        }
    }

    @Test
    void healthIsAnAnswerAndNoException() throws Exception {
        try (Db db = Db.open(server.options().withPoolSize(2).withConnectionTimeout(Duration.ofMillis(300)))) {
            Health up = db.health(Duration.ofSeconds(2));
            assertThat(up.up()).isTrue();
            assertThat(up.problem()).isEmpty();
            assertThat(up.active()).isZero();
            server.proxy().setRefusing(true);
            server.proxy().resetAll();
            Health down = db.health(Duration.ofSeconds(2));
            assertThat(down.up()).isFalse();
            assertThat(down.problem()).isPresent();
        } finally {
            server.proxy().setRefusing(false);
        }
    }

    @Test
    void nothingOfASessionIsLeftForTheNextUser() throws Exception {
        String dirt = """
                SELECT current_setting('search_path') = '"$user", public'
                   AND current_user = session_user
                   AND NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid())
                   AND NOT EXISTS (SELECT FROM pg_listening_channels())
                   AND NOT EXISTS (SELECT FROM pg_class WHERE relname = 'scratch')
                   AND NOT EXISTS (SELECT FROM pg_cursors WHERE name = 'held')
                """;
        List<String> dirty = List.of(
                "SET search_path = pg_catalog",
                "SELECT set_config('search_path', 'pg_catalog', false)",
                "SELECT pg_advisory_lock(1)",
                "LISTEN something",
                "CREATE TEMP TABLE scratch (x int)",
                "DECLARE held CURSOR WITH HOLD FOR SELECT 1",
                "DO $$ BEGIN SET search_path = pg_catalog; END $$");
        server.server().execute("GRANT TEMP ON DATABASE postgres TO app");
        try (Db one = Db.open(server.options().withPoolSize(1))) {
            for (String sql : dirty) {
                one.sql().execute(sql);
                assertThat(one.sql().fetchOne(dirt).get(0)).as(sql).isEqualTo(true);
                one.transaction(tx -> tx.sql().execute(sql));
                assertThat(one.sql().fetchOne(dirt).get(0)).as(sql).isEqualTo(true);
                one.sql().transaction(jooq -> jooq.dsl().execute(sql));
                assertThat(one.sql().fetchOne(dirt).get(0)).as(sql).isEqualTo(true);
                one.sql().connection(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                });
                assertThat(one.sql().fetchOne(dirt).get(0)).as(sql).isEqualTo(true);
                assertThat(one.users().count()).isZero();
            }
        }
        try (Db off = Db.open(server.options()
                .withPoolSize(1)
                .withClient(ClientOptions.defaults().withSessionGuard(SessionGuard.OFF)))) {
            off.sql().execute("SET search_path = pg_catalog");
            assertThat(off.sql().fetchOne(dirt).get(0)).isEqualTo(false);
        }
    }

    @Test
    void harmlessSqlIsNotFollowedByAnotherRoundTrip() {
        try (MovieServer counted = new MovieServer();
                Db db = counted.connect(1)) {
            db.users().count();
            counted.proxy().assertRoundTrips(1, () -> db.sql().fetch("SELECT 1"));
            counted.proxy().assertRoundTrips(1, () -> db.sql().execute("UPDATE users SET name = 'x' WHERE false"));
            counted.proxy().assertRoundTrips(2, () -> db.sql().execute("SET work_mem = '8MB'"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aLoginRoleThatSeesPastPoliciesIsSeenAtTheStart() throws Exception {
        server.server().execute("CREATE ROLE mighty LOGIN PASSWORD 'mighty' BYPASSRLS");
        ConnectionOptions mighty =
                ConnectionOptions.of(direct(), "mighty", "mighty").withPoolSize(1);
        ClientOptions refuse = ClientOptions.defaults().withRowSecurityCheck(RowSecurityCheck.REFUSE);
        assertThatThrownBy(() -> Db.open(mighty.withClient(refuse)))
                .isInstanceOf(RowSecurityBypassed.class)
                .hasMessageContaining("role mighty has BYPASSRLS");
        assertThatThrownBy(() -> Db.open(server.options().withClient(refuse.withRoles("mighty"))))
                .isInstanceOf(RowSecurityBypassed.class)
                .hasMessageContaining("role mighty");
        try (Db db = Db.open(server.options().withClient(refuse))) {
            assertThat(db.users().count()).isZero();
        }
        String log = logged(() -> Db.open(mighty).close());
        assertThat(log).contains("role mighty has BYPASSRLS");
        server.server()
                .execute("CREATE ROLE owner LOGIN PASSWORD 'owner'; GRANT ALL ON SCHEMA public TO owner;"
                        + "ALTER TABLE notes OWNER TO owner; ALTER TABLE notes NO FORCE ROW LEVEL SECURITY");
        try {
            assertThatThrownBy(() -> Db.open(
                            ConnectionOptions.of(direct(), "owner", "owner").withClient(refuse)))
                    .isInstanceOf(RowSecurityBypassed.class)
                    .hasMessageContaining("owns notes");
        } finally {
            server.server().execute("ALTER TABLE notes OWNER TO postgres; ALTER TABLE notes FORCE ROW LEVEL SECURITY");
        }
    }

    /** Everything that is logged at the finest level, and every text of every exception. */
    @Test
    void noPasswordIsInALogOrAnException() throws Exception {
        String secret = FaultServer.PASSWORD;
        List<Throwable> thrown = new ArrayList<>();
        String log = logged(() -> {
            String url =
                    "postgres://app:" + secret + "@127.0.0.1:" + server.server().port() + "/postgres";
            try (Db db = Db.connect(url)) {
                db.users().count();
                caught(thrown, () -> db.sql().execute("nonsense"));
            }
            caught(thrown, () -> Db.connect(url.replace("/postgres", "/nowhere")));
            caught(thrown, () -> Db.connect(url.replace("app:", "nobody:")));
            caught(thrown, () -> Db.connect(url + "?sslmode=verify-full"));
            caught(
                    thrown,
                    () -> Db.connect(
                            "jdbc:postgresql://127.0.0.1:1/x?user=app&password=" + secret + "&loginTimeout=1"));
            caught(thrown, () -> ConnectionOptions.of("postgres://app:" + secret + "@@@/::"));
            caught(thrown, () -> ConnectionOptions.of("http://app:" + secret + "@h/d"));
            caught(
                    thrown,
                    () -> Db.open(server.options().withUser("app", secret + "x").withConnectRetry(Duration.ZERO)));
            System.err.println(ConnectionOptions.of(url));
            System.err.println(ConnectionOptions.of(direct() + "?user=app&password=" + secret));
        });
        assertThat(thrown).hasSize(8);
        for (Throwable failure : thrown) {
            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            assertThat(text.toString()).doesNotContain(secret);
            if (failure instanceof PgOrmException ours) {
                ours.driverException()
                        .ifPresent(driver -> assertThat(driver.toString()).doesNotContain(secret));
            }
        }
        assertThat(log).contains("Connecting").doesNotContain(secret);
    }

    private static void caught(List<Throwable> thrown, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            thrown.add(e);
        }
    }

    /** What slf4j-simple and the driver's logging write meanwhile. */
    private static String logged(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Logger driver = Logger.getLogger("org.postgresql");
        ConsoleHandler handler = null;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            handler = new ConsoleHandler();
            handler.setLevel(Level.ALL);
            driver.addHandler(handler);
            driver.setLevel(Level.ALL);
            work.run();
            handler.flush();
        } finally {
            System.setErr(before);
            if (handler != null) {
                driver.removeHandler(handler);
            }
            driver.setLevel(null);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aConnectionIsReleasedWhateverHappens() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (Db db = Db.open(server.options().withPoolSize(2))) {
            for (int i = 0; i < 20; i++) {
                List<Throwable> thrown = new ArrayList<>();
                caught(thrown, () -> db.sql().execute("SELECT 1 / 0"));
                caught(
                        thrown,
                        () -> db.transaction(tx -> {
                            tx.users().create(UserCreate.email("x@x"));
                            throw new IllegalStateException("on purpose");
                        }));
                caught(thrown, () -> db.sql().transaction(jooq -> jooq.dsl().execute("SELECT 1 / 0")));
                assertThat(thrown).hasSize(3);
            }
            assertThat(db.health(Duration.ofSeconds(2)).active()).isZero();
            done.countDown();
        }
        assertThat(done.getCount()).isZero();
    }
}
