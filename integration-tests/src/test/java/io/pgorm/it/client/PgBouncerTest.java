package io.pgorm.it.client;

import static io.pgorm.it.movies.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.Isolation;
import io.pgorm.client.TransactionOptions;
import io.pgorm.client.error.StatementTimeout;
import io.pgorm.database.testkit.RequiresDocker;
import io.pgorm.features.lock.AdvisoryLocks;
import io.pgorm.features.lock.LockKey;
import io.pgorm.features.notify.Listener;
import io.pgorm.it.movies.Db;
import io.pgorm.it.movies.NoteCreate;
import io.pgorm.it.movies.Session;
import io.pgorm.it.movies.UserCreate;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** Through a real PgBouncer in transaction mode: two connections of the server for eight of the client. */
@RequiresDocker
class PgBouncerTest {

    private static final String CONFIGURATION = """
            [databases]
            postgres = host=127.0.0.1 port=5432 user=app password=app
            [pgbouncer]
            listen_addr = 0.0.0.0
            listen_port = 6432
            auth_type = plain
            auth_file = /tmp/users.txt
            pool_mode = transaction
            default_pool_size = 2
            max_prepared_statements = 200
            ignore_startup_parameters = extra_float_digits
            logfile = /tmp/pgbouncer.log
            pidfile = /tmp/pgbouncer.pid
            """;

    private static GenericContainer<?> container;
    private static ConnectionOptions pooled;
    private static Db db;

    @BeforeAll
    static void start() throws Exception {
        container = new GenericContainer<>("postgres:17")
                .withEnv("POSTGRES_PASSWORD", "postgres")
                .withExposedPorts(5432, 6432)
                .waitingFor(Wait.forLogMessage(".*ready to accept connections.*\\s", 2));
        container.start();
        assumeTrue(run("command -v pgbouncer").getExitCode() == 0, "the image has no PgBouncer");
        String direct = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/postgres";
        try (Connection connection = DriverManager.getConnection(direct, "postgres", "postgres");
                Statement statement = connection.createStatement();
                InputStream in = Objects.requireNonNull(PgBouncerTest.class.getResourceAsStream("/movies.sql"))) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            statement.execute("CREATE ROLE app LOGIN PASSWORD 'app';"
                    + "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO app;"
                    + "INSERT INTO users (email) SELECT 'u' || n || '@x' FROM generate_series(1, 8) n");
        }
        Container.ExecResult started = run("cat > /tmp/pgbouncer.ini <<'E'\n" + CONFIGURATION + "E\n"
                + "echo '\"app\" \"app\"' > /tmp/users.txt; chmod a+r /tmp/pgbouncer.ini /tmp/users.txt;"
                + "pgbouncer -d -u postgres /tmp/pgbouncer.ini");
        assertThat(started.getExitCode()).as(started.getStderr()).isZero();
        String url = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(6432)
                + "/postgres?sslmode=disable";
        pooled = ConnectionOptions.of(url, "app", "app").withPoolSize(8);
        db = Db.open(pooled.withPgBouncer());
    }

    private static Container.ExecResult run(String script) throws Exception {
        return container.execInContainer("bash", "-c", script);
    }

    @AfterAll
    static void stop() {
        if (db != null) {
            db.close();
        }
        container.stop();
    }

    /** Found out by asking the server who it is, where nobody said that there is a pooler. */
    @Test
    void whatNeedsASessionOfItsOwnIsRefused() {
        assertThatThrownBy(() -> Listener.open(pooled))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Give Listener.open the address of the server");
        LockKey key = LockKey.of("of a session");
        try (Db untold = Db.open(pooled.withPoolSize(1))) {
            assertThatThrownBy(() -> AdvisoryLocks.hold(untold, key))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("take AdvisoryLocks.lock(tx, key) in a transaction");
            untold.transaction(tx -> assertThat(AdvisoryLocks.tryLock(tx, key)).isTrue());
        }
        db.transaction(tx -> assertThat(AdvisoryLocks.tryLock(tx, key)).isTrue());
    }

    @Test
    void identitiesTransactionsAndPreparedStatementsWorkWhileBackendsChange() throws Exception {
        List<Future<Integer>> parts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int thread = 1; thread <= 8; thread++) {
                int user = thread;
                parts.add(threads.submit(() -> work(user)));
            }
            for (Future<Integer> part : parts) {
                assertThat(part.get()).isZero();
            }
        }
        assertThat(db.notes().fetch()).isEmpty();
    }

    /** How many rows of somebody else were seen. */
    private static int work(int user) {
        Db own = db.as(Session.uid(user));
        int wrong = 0;
        for (int i = 0; i < 100; i++) {
            own.notes().create(NoteCreate.text("of " + user).ownerId(user));
            wrong += (int) own.notes().fetch().stream()
                    .filter(note -> note.ownerId() != user)
                    .count();
            wrong += own.transactionResult(tx -> {
                tx.transaction(inner -> inner.notes().count());
                return (int) tx.notes().fetch().stream()
                        .filter(note -> note.ownerId() != user)
                        .count();
            });
            wrong += own.sql()
                    .fetch("SELECT FROM notes WHERE owner_id <> ?", user)
                    .size();
            wrong += db.users().byId(user).fetch().isPresent() ? 0 : 1;
        }
        return wrong;
    }

    @Test
    void isolationDeadlineAndTimeoutAreOfTheTransaction() {
        db.transaction(TransactionOptions.defaults().withIsolation(Isolation.SERIALIZABLE), tx -> {
            assertThat(tx.sql().fetchOne("SHOW transaction_isolation").get(0)).isEqualTo("serializable");
        });
        assertThatThrownBy(() -> db.withTimeout(Duration.ofMillis(200)).sql().fetch("SELECT pg_sleep(5)"))
                .isInstanceOf(StatementTimeout.class);
        assertThatThrownBy(() -> db.transaction(
                        TransactionOptions.defaults().withDeadline(Duration.ofMillis(300)),
                        tx -> tx.sql().fetch("SELECT pg_sleep(5)")))
                .isInstanceOf(StatementTimeout.class);
        for (int i = 0; i < 20; i++) {
            assertThat(db.sql().fetchOne("SHOW statement_timeout").get(0)).isEqualTo("0");
            db.users().where(USERS.ID.eq(i)).fetch();
        }
        assertThat(db.users().create(UserCreate.email("through@x")).email()).isEqualTo("through@x");
    }
}
