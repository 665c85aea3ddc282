package io.pgorm.it.client;

import static io.pgorm.it.movies.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.Isolation;
import io.pgorm.client.TransactionOptions;
import io.pgorm.client.error.DeadlineExceeded;
import io.pgorm.client.error.InvalidValue;
import io.pgorm.client.error.SerializationFailure;
import io.pgorm.client.error.StatementRefused;
import io.pgorm.client.error.StatementTimeout;
import io.pgorm.client.error.TransactionFailed;
import io.pgorm.client.error.UniqueViolation;
import io.pgorm.it.movies.Db;
import io.pgorm.it.movies.Session;
import io.pgorm.it.movies.UserCreate;
import io.pgorm.it.movies.UserUpdate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How transactions begin, end, come again and lie in each other. */
@Timeout(60)
class TransactionTest {

    private static MovieServer server;
    private static Db db;

    @BeforeAll
    static void start() throws Exception {
        server = new MovieServer();
        db = server.connect(4);
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    @BeforeEach
    void clear() throws Exception {
        server.execute("TRUNCATE users RESTART IDENTITY CASCADE; INSERT INTO users (email, name) VALUES ('a@x', '0')");
    }

    private static List<String> emails() {
        return db.users().orderBy(USERS.ID).fetch().stream()
                .map(user -> user.email())
                .toList();
    }

    @Test
    void isolationAndReadOnlyAreThoseOfTheOptions() {
        TransactionOptions options = TransactionOptions.defaults()
                .withIsolation(Isolation.SERIALIZABLE)
                .withReadOnly();
        db.transaction(options, tx -> {
            assertThat(tx.sql().fetchOne("SHOW transaction_isolation").get(0)).isEqualTo("serializable");
            assertThat(tx.sql().fetchOne("SHOW transaction_read_only").get(0)).isEqualTo("on");
        });
        assertThatThrownBy(() -> db.transaction(options, tx -> tx.users().create(UserCreate.email("b@x"))))
                .isInstanceOf(StatementRefused.class)
                .hasMessageContaining("read-only");
        db.transaction(
                tx -> assertThat(tx.sql().fetchOne("SHOW transaction_isolation").get(0))
                        .isEqualTo("read committed"));
    }

    @Test
    void isolationAndSavepointsTravelWithTheStatementsBehindThem() {
        TransactionOptions serializable = TransactionOptions.defaults().withIsolation(Isolation.SERIALIZABLE);
        db.users().count();
        server.proxy().assertRoundTrips(2, () -> db.transaction(tx -> tx.users().count()));
        server.proxy()
                .assertRoundTrips(
                        2, () -> db.transaction(serializable, tx -> tx.users().count()));
        server.proxy()
                .assertRoundTrips(
                        3,
                        () -> db.transaction(serializable, tx -> {
                            tx.users().count();
                            tx.transaction(inner -> inner.users().count());
                        }));
        server.proxy().assertRoundTrips(0, () -> db.transaction(tx -> tx.transaction(inner -> {})));
        server.proxy()
                .assertRoundTrips(
                        2,
                        () -> db.as(Session.uid(1)).transaction(tx -> tx.notes().count()));
        server.proxy()
                .assertRoundTrips(
                        2,
                        () -> db.transaction(
                                TransactionOptions.defaults().withDeadline(Duration.ofSeconds(10)),
                                tx -> tx.users().count()));
    }

    @Test
    void whatIsBehindASavepointGoesAloneAndTheRestIsCommitted() {
        db.transaction(tx -> {
            tx.users().create(UserCreate.email("b@x"));
            assertThatThrownBy(() -> tx.transaction(inner -> {
                        inner.users().create(UserCreate.email("c@x"));
                        inner.transaction(innermost -> innermost.users().create(UserCreate.email("d@x")));
                        inner.users().create(UserCreate.email("b@x"));
                    }))
                    .isInstanceOf(UniqueViolation.class);
            tx.transaction(inner -> inner.users().create(UserCreate.email("e@x")));
            tx.users().create(UserCreate.email("f@x"));
        });
        assertThat(emails()).containsExactly("a@x", "b@x", "e@x", "f@x");
    }

    @Test
    void aFailureThatWasSwallowedIsNotTakenForSuccess() {
        assertThatThrownBy(() -> db.transaction(tx -> {
                    tx.users().create(UserCreate.email("b@x"));
                    assertThatThrownBy(() -> tx.users().create(UserCreate.email("b@x")))
                            .isInstanceOf(UniqueViolation.class);
                }))
                .isInstanceOf(TransactionFailed.class)
                .hasMessageContaining("tx.transaction(...)");
        assertThat(emails()).containsExactly("a@x");
    }

    /** Two transactions read the same number and add one to it. */
    @Test
    void aSerializationFailureRunsTheWorkAgain() throws Exception {
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);
        AtomicInteger attempts = new AtomicInteger();
        TransactionOptions options = TransactionOptions.defaults().withIsolation(Isolation.REPEATABLE_READ);
        inParallel(2, () -> {
            AtomicInteger own = new AtomicInteger();
            db.transaction(options, tx -> {
                attempts.incrementAndGet();
                int before = Integer.parseInt(
                        tx.users().byId(1).fetch().orElseThrow().name());
                if (own.incrementAndGet() == 1) {
                    bothHaveRead.await(10, TimeUnit.SECONDS);
                }
                tx.users().byId(1).update(UserUpdate.name(String.valueOf(before + 1)));
            });
            return true;
        });
        assertThat(attempts).hasValue(3);
        assertThat(db.users().byId(1).fetch().orElseThrow().name()).isEqualTo("2");
    }

    @Test
    void aDeadlockRunsTheWorkOfTheVictimAgain() throws Exception {
        db.users().create(UserCreate.email("b@x").name("0"));
        CyclicBarrier bothHaveLocked = new CyclicBarrier(2);
        AtomicInteger attempts = new AtomicInteger();
        AtomicInteger thread = new AtomicInteger();
        inParallel(2, () -> {
            int first = 1 + thread.getAndIncrement();
            AtomicInteger own = new AtomicInteger();
            db.transaction(tx -> {
                attempts.incrementAndGet();
                tx.users().byId(first).update(UserUpdate.name("by " + first));
                if (own.incrementAndGet() == 1) {
                    bothHaveLocked.await(10, TimeUnit.SECONDS);
                }
                tx.users().byId(3 - first).update(UserUpdate.name("by " + first));
            });
            return true;
        });
        // more than one again where the victim is back before the server has woken the other
        assertThat(attempts.get()).isGreaterThan(2);
        assertThat(db.users().fetch().stream().map(user -> user.name()).distinct())
                .hasSize(1);
    }

    @Test
    void attemptsAreBoundedAndNoneIsMadeInsideAnotherTransaction() {
        AtomicInteger attempts = new AtomicInteger();
        TransactionOptions three =
                TransactionOptions.defaults().withAttempts(3).withPauses(Duration.ofMillis(1), Duration.ofMillis(5));
        String fail = "DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$";
        assertThatThrownBy(() -> db.transaction(three, tx -> {
                    attempts.incrementAndGet();
                    tx.sql().execute(fail);
                }))
                .isInstanceOf(SerializationFailure.class);
        assertThat(attempts).hasValue(3);

        attempts.set(0);
        AtomicInteger inner = new AtomicInteger();
        assertThatThrownBy(() -> db.transaction(three, tx -> {
                    attempts.incrementAndGet();
                    tx.transaction(three, nested -> {
                        inner.incrementAndGet();
                        nested.sql().execute(fail);
                    });
                }))
                .isInstanceOf(SerializationFailure.class);
        assertThat(attempts).hasValue(3);
        assertThat(inner).hasValue(3);

        attempts.set(0);
        assertThatThrownBy(() -> db.transaction(three, tx -> {
                    attempts.incrementAndGet();
                    tx.sql().execute("SELECT 1 / 0");
                }))
                .isInstanceOf(InvalidValue.class);
        assertThat(attempts).hasValue(1);
    }

    /** The failure lies in a cause, as application code wraps what it got. */
    @Test
    void aWrappedSerializationFailureCountsToo() {
        AtomicInteger attempts = new AtomicInteger();
        db.transaction(tx -> {
            if (attempts.incrementAndGet() == 1) {
                try {
                    tx.sql().execute("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40001'; END $$");
                } catch (SerializationFailure e) {
                    throw new IllegalStateException("the service failed", e);
                }
            }
            tx.users().create(UserCreate.email("b@x"));
        });
        assertThat(attempts).hasValue(2);
        assertThat(emails()).containsExactly("a@x", "b@x");
    }

    @Test
    void theDeadlineEndsAStatementAndAPauseAndALongThought() {
        TransactionOptions soon = TransactionOptions.defaults().withDeadline(Duration.ofMillis(300));
        long start = System.nanoTime();
        assertThatThrownBy(() -> db.transaction(soon, tx -> {
                    tx.users().create(UserCreate.email("b@x"));
                    tx.sql().execute("SELECT pg_sleep(20)");
                }))
                .isInstanceOf(StatementTimeout.class);
        assertThatThrownBy(() -> db.transaction(soon, tx -> {
                    tx.users().create(UserCreate.email("b@x"));
                    Thread.sleep(400);
                    tx.users().count();
                }))
                .isInstanceOf(DeadlineExceeded.class);
        assertThatThrownBy(() -> db.transaction(soon, tx -> {
                    tx.users().create(UserCreate.email("b@x"));
                    Thread.sleep(400);
                }))
                .isInstanceOf(DeadlineExceeded.class);
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> db.transaction(
                        soon.withAttempts(1000).withPauses(Duration.ofMillis(50), Duration.ofMillis(50)), tx -> {
                            attempts.incrementAndGet();
                            tx.sql().execute("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40001'; END $$");
                        }))
                .isInstanceOf(SerializationFailure.class);
        assertThat(attempts.get()).isBetween(2, 12);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(emails()).containsExactly("a@x");
        assertThat(db.sql().fetchOne("SHOW statement_timeout").get(0)).isEqualTo("0");
    }

    /** The client thinks for ever, and its locks go all the same. */
    @Test
    void theServerEndsATransactionWhoseClientFellSilent() throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch updated = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> silent = threads.submit(() ->
                    db.transactionResult(TransactionOptions.defaults().withDeadline(Duration.ofMillis(100)), tx -> {
                        tx.users().byId(1).update(UserUpdate.name("silent"));
                        locked.countDown();
                        return updated.await(20, TimeUnit.SECONDS);
                    }));
            locked.await(10, TimeUnit.SECONDS);
            db.users().byId(1).update(UserUpdate.name("other"));
            updated.countDown();
            assertThatThrownBy(silent::get).hasCauseInstanceOf(DeadlineExceeded.class);
        }
        assertThat(db.users().byId(1).fetch().orElseThrow().name()).isEqualTo("other");
    }

    @Test
    void aTimeoutIsOfTheCallsThatHaveItAndOfNoOther() {
        Db quick = db.withTimeout(Duration.ofMillis(200));
        assertThatThrownBy(() -> quick.users().where(sleeps(20)).fetch()).isInstanceOf(StatementTimeout.class);
        assertThatThrownBy(() -> quick.sql().execute("SELECT pg_sleep(20)")).isInstanceOf(StatementTimeout.class);
        assertThat(quick.sql().fetchOne("SHOW statement_timeout").get(0)).isEqualTo("200ms");
        assertThat(db.sql().fetchOne("SHOW statement_timeout").get(0)).isEqualTo("0");
        db.transaction(tx -> {
            Db quickInside = tx.withTimeout(Duration.ofMillis(200));
            assertThat(quickInside.users().count()).isEqualTo(1);
            assertThat(tx.sql().fetchOne("SHOW statement_timeout").get(0)).isEqualTo("0");
            assertThat(quickInside.sql().fetchOne("SHOW statement_timeout").get(0))
                    .isEqualTo("200ms");
            assertThat(tx.sql().fetchOne("SHOW statement_timeout").get(0)).isEqualTo("0");
            assertThatThrownBy(() -> tx.transaction(inner -> inner.withTimeout(Duration.ofMillis(200))
                            .users()
                            .where(sleeps(20))
                            .fetch()))
                    .isInstanceOf(StatementTimeout.class);
            assertThat(tx.sql().fetchOne("SHOW statement_timeout").get(0)).isEqualTo("0");
            assertThat(tx.users().where(sleeps(0.3)).fetch()).hasSize(1);
        });
        server.proxy().assertRoundTrips(1, () -> quick.users().count());
        assertThatThrownBy(() -> db.withTimeout(Duration.ofNanos(5))).isInstanceOf(IllegalArgumentException.class);
    }

    private static org.jooq.Condition sleeps(double seconds) {
        return org.jooq.impl.DSL.condition("(pg_sleep({0}) IS NOT NULL)", org.jooq.impl.DSL.val(seconds));
    }

    @Test
    void whatComesAfterCommitComesAfterCommitAndOnlyThen() {
        List<String> events = new ArrayList<>();
        try (Db one = server.connect(1)) {
            one.transaction(tx -> {
                tx.afterCommit(() -> events.add("committed, " + one.users().count()));
                tx.afterCommit(() -> {
                    throw new IllegalStateException("changes nothing");
                });
                tx.afterRollback(() -> events.add("never"));
                tx.transaction(inner -> inner.afterCommit(() -> events.add("inner")));
                assertThatThrownBy(() -> tx.transaction(inner -> {
                            inner.afterCommit(() -> events.add("never"));
                            inner.afterRollback(() -> events.add("inner rolled back"));
                            throw new IllegalStateException("on purpose");
                        }))
                        .hasMessage("on purpose");
                tx.users().create(UserCreate.email("b@x"));
                events.add("work done");
            });
        }
        assertThat(events).containsExactly("inner rolled back", "work done", "committed, 2", "inner");
        events.clear();
        assertThatThrownBy(() -> db.transaction(tx -> {
                    tx.afterCommit(() -> events.add("never"));
                    tx.afterRollback(() -> events.add("rolled back"));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(events).containsExactly("rolled back");
        assertThatThrownBy(() -> db.afterCommit(() -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction(tx -> ...)");
    }

    @Test
    void aHandleIsRefusedAfterItsEnd() {
        Db kept = db.transactionResult(tx -> tx);
        assertThatThrownBy(() -> kept.users().count()).hasMessageContaining("over");
        assertThatThrownBy(() -> kept.sql().execute("SELECT 1")).hasMessageContaining("over");
        assertThatThrownBy(() -> kept.transaction(inner -> {})).hasMessageContaining("over");
        assertThatThrownBy(() -> kept.afterCommit(() -> {})).hasMessageContaining("over");
        db.transaction(tx -> {
            Db inner = tx.transactionResult(nested -> nested);
            assertThatThrownBy(() -> inner.users().count()).hasMessageContaining("over");
            assertThat(tx.users().count()).isEqualTo(1);
            assertThatThrownBy(() -> tx.transaction(
                            TransactionOptions.defaults().withIsolation(Isolation.SERIALIZABLE), nested -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("savepoint");
        });
    }

    @Test
    void joinsATransactionOfPlainJdbcAndLeavesItsEndToIt() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO users (email) VALUES ('b@x')");
            Db joined = db.on(connection);
            assertThat(joined.users().count()).isEqualTo(2);
            joined.users().create(UserCreate.email("c@x"));
            assertThatThrownBy(() -> joined.transaction(tx -> {
                        tx.users().create(UserCreate.email("d@x"));
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");
            joined.transaction(tx -> tx.users().create(UserCreate.email("e@x")));
            joined.sql().execute("INSERT INTO users (email) VALUES ('f@x')");
            joined.sql().transaction(jooq -> jooq.dsl().execute("INSERT INTO users (email) VALUES ('g@x')"));
            assertThat(emails()).containsExactly("a@x");
            assertThatThrownBy(() -> joined.afterCommit(() -> {})).isInstanceOf(UnsupportedOperationException.class);
            connection.commit();
            assertThat(emails()).containsExactly("a@x", "b@x", "c@x", "e@x", "f@x", "g@x");
            joined.users().create(UserCreate.email("h@x"));
            connection.rollback();
        }
        assertThat(emails()).hasSize(6);
    }

    @Test
    void anIdentityIsOfItsOwnCallsInSomebodyElsesTransaction() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('pgorm.uid', '7', true)");
            Db joined = db.on(connection);
            assertThat(joined.as(Session.uid(1))
                            .sql()
                            .fetchOne("SHOW pgorm.uid")
                            .get(0))
                    .isEqualTo("1");
            assertThat(uid(statement)).isEqualTo("7");
            joined.as(Session.uid(1)).notes().fetch();
            assertThat(uid(statement)).isEqualTo("7");
            joined.withTimeout(Duration.ofSeconds(3)).users().count();
            assertThat(joined.sql().fetchOne("SHOW statement_timeout").get(0)).isEqualTo("0");
            connection.rollback();
        }
    }

    private static String uid(Statement statement) throws Exception {
        try (ResultSet row = statement.executeQuery("SELECT current_setting('pgorm.uid')")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void overAConnectionInNoTransactionEachCallIsItsOwn() throws Exception {
        try (Connection connection = connect()) {
            Db on = db.on(connection);
            on.users().create(UserCreate.email("b@x"));
            assertThat(emails()).containsExactly("a@x", "b@x");
            on.transaction(tx -> tx.users().create(UserCreate.email("c@x")));
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(on.as(Session.uid(1)).notes().count()).isZero();
            assertThat(emails()).containsExactly("a@x", "b@x", "c@x");
        }
    }

    private static Connection connect() throws Exception {
        return DriverManager.getConnection(server.options().url(), MovieServer.APP, "app");
    }

    private static <T> List<T> inParallel(int threads, Callable<T> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<T> part : pool.invokeAll(java.util.Collections.nCopies(threads, work))) {
                results.add(part.get());
            }
        }
        return results;
    }
}
