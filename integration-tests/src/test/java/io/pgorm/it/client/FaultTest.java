package io.pgorm.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.TransactionOptions;
import io.pgorm.client.error.ConnectionLost;
import io.pgorm.client.error.OutcomeUnknown;
import io.pgorm.database.testkit.Fault;
import io.pgorm.it.movies.Db;
import io.pgorm.it.movies.NoteCreate;
import io.pgorm.it.movies.Session;
import io.pgorm.it.movies.UserCreate;
import io.pgorm.it.movies.UserUpdate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One fault at a time, at the step that it is about. */
@Timeout(60)
class FaultTest {

    private static FaultServer server;
    private static Db db;
    private static Db sound;

    @BeforeAll
    static void start() throws Exception {
        server = new FaultServer();
        db = Db.open(server.options());
        sound = server.sound();
    }

    @AfterAll
    static void close() {
        db.close();
        sound.close();
        server.close();
    }

    @BeforeEach
    void clear() throws Exception {
        server.server().execute("TRUNCATE users RESTART IDENTITY CASCADE; INSERT INTO users (email) VALUES ('a@x')");
    }

    @AfterEach
    void heal() throws Exception {
        server.proxy().setFaults(trip -> Fault.NONE);
        settle(db);
    }

    /** The next trip that has this word in it, and no other. */
    private static void next(String word, Fault fault) {
        AtomicBoolean done = new AtomicBoolean();
        server.proxy()
                .setFaults(
                        trip -> trip.toString().contains(word) && done.compareAndSet(false, true) ? fault : Fault.NONE);
    }

    @Test
    void aLostCommitIsOfUnknownOutcomeAndNotRunAgain() {
        for (Fault fault : List.of(Fault.LOSE_ANSWER, Fault.LOSE_REQUEST)) {
            List<String> events = new ArrayList<>();
            next("COMMIT", fault);
            assertThatThrownBy(() -> db.transaction(tx -> {
                        events.add("run");
                        tx.afterCommit(() -> events.add("committed"));
                        tx.afterRollback(() -> events.add("rolled back"));
                        tx.users().create(UserCreate.email(fault + "@x"));
                    }))
                    .isInstanceOf(OutcomeUnknown.class)
                    .hasMessageContaining("COMMIT");
            assertThat(events).containsExactly("run");
        }
        assertThat(sound.users().fetch()).extracting(user -> user.email()).containsExactly("a@x", "LOSE_ANSWER@x");
        assertThat(db.users().count()).isEqualTo(2);
    }

    @Test
    void aLostWriteIsOfUnknownOutcomeAndALostReadIsNot() {
        for (Fault fault : List.of(Fault.LOSE_ANSWER, Fault.LOSE_REQUEST)) {
            next("insert into", fault);
            assertThatThrownBy(() -> db.users().create(UserCreate.email(fault + "@x")))
                    .isInstanceOf(OutcomeUnknown.class);
            next("insert into", fault);
            assertThatThrownBy(() -> db.as(Session.uid(1))
                            .notes()
                            .create(NoteCreate.text(fault + "").ownerId(1)))
                    .isInstanceOf(OutcomeUnknown.class);
            next("insert into", fault);
            assertThatThrownBy(() -> db.sql().execute("insert into users (email) values ('sql" + fault + "@x')"))
                    .isInstanceOf(OutcomeUnknown.class);
            next("COMMIT", fault);
            assertThatThrownBy(() -> db.as(Session.uid(1))
                            .sql()
                            .execute("insert into users (email) values ('as" + fault + "@x')"))
                    .isInstanceOf(OutcomeUnknown.class);
            next("select", fault);
            assertThatThrownBy(() -> db.users().fetch()).isInstanceOf(ConnectionLost.class);
            next("select", fault);
            assertThatThrownBy(() -> db.as(Session.uid(1)).notes().fetch()).isInstanceOf(ConnectionLost.class);
            next("select", fault);
            assertThatThrownBy(() -> db.sql().fetch("select 1")).isInstanceOf(ConnectionLost.class);
        }
        assertThat(sound.users().fetch())
                .extracting(user -> user.email())
                .containsExactly("a@x", "LOSE_ANSWER@x", "sqlLOSE_ANSWER@x", "asLOSE_ANSWER@x");
        assertThat(sound.as(Session.uid(1)).notes().fetch())
                .extracting(note -> note.text())
                .containsExactly("LOSE_ANSWER");
    }

    @Test
    void aStatementThatIsLostInATransactionTakesTheTransactionWithIt() {
        for (Fault fault : List.of(Fault.LOSE_ANSWER, Fault.LOSE_REQUEST)) {
            next("update", fault);
            assertThatThrownBy(() -> db.transaction(tx -> {
                        tx.users().create(UserCreate.email("b@x"));
                        tx.users().byId(1).update(UserUpdate.name("x"));
                    }))
                    .isInstanceOf(ConnectionLost.class);
        }
        assertThat(sound.users().count()).isEqualTo(1);
    }

    @Test
    void aNetworkThatFallsSilentIsNotWaitedForLongerThanTheTimeout() {
        long start = System.nanoTime();
        Db quick = db.withTimeout(Duration.ofMillis(300));
        next("select", Fault.STALL);
        assertThatThrownBy(() -> quick.users().fetch()).isInstanceOf(ConnectionLost.class);
        next("insert into", Fault.STALL);
        assertThatThrownBy(() -> quick.users().create(UserCreate.email("b@x"))).isInstanceOf(OutcomeUnknown.class);
        next("COMMIT", Fault.STALL);
        assertThatThrownBy(() -> db.transaction(
                        TransactionOptions.defaults().withDeadline(Duration.ofMillis(500)),
                        tx -> tx.users().create(UserCreate.email("c@x"))))
                .isInstanceOf(OutcomeUnknown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(sound.users().count()).isEqualTo(3);
    }

    @Test
    void aCommitWithoutAnAnswerIsGivenUpAfterTheTimeoutHoweverItWasBegun() {
        Db quick = db.withTimeout(Duration.ofMillis(300));
        List<ThrowingCallable> commits = List.of(
                () -> quick.transaction(tx -> tx.users().create(UserCreate.email("b@x"))),
                () -> quick.as(Session.uid(1))
                        .transaction(
                                tx -> tx.notes().create(NoteCreate.text("n").ownerId(1))),
                () -> quick.sql().execute("insert into users (email) values ('c@x')"),
                () -> quick.as(Session.uid(1)).sql().execute("insert into users (email) values ('d@x')"),
                () -> quick.sql().transaction(jooq -> jooq.dsl().execute("insert into users (email) values ('e@x')")));
        for (ThrowingCallable commit : commits) {
            long start = System.nanoTime();
            next("COMMIT", Fault.STALL);
            assertThatThrownBy(commit).isInstanceOf(OutcomeUnknown.class).hasMessageContaining("COMMIT");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(1_200), Duration.ofSeconds(3));
        }
        assertThat(db.health(Duration.ofSeconds(5)).active()).isZero();
        // the server heard each of them
        assertThat(sound.users().count()).isEqualTo(5);
    }

    @Test
    void jooqsStatementsAndRollbacksAreNotWaitedForEither() {
        Db quick = db.withTimeout(Duration.ofMillis(300));
        next("select 4711", Fault.STALL);
        long start = System.nanoTime();
        assertThatThrownBy(() -> quick.sql().fetch("select 4711")).isInstanceOf(ConnectionLost.class);
        next("select 4712", Fault.STALL);
        assertThatThrownBy(() -> quick.transaction(tx -> tx.sql().fetch("select 4712")))
                .isInstanceOf(ConnectionLost.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        next("ROLLBACK", Fault.STALL);
        start = System.nanoTime();
        assertThatThrownBy(() -> db.transaction(tx -> {
                    tx.users().create(UserCreate.email("b@x"));
                    throw new IllegalStateException("of the work");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
        assertThat(sound.users().count()).isEqualTo(1);
    }

    @Test
    void aCommitThatTakesTheServerTooLongIsNotWaitedForAndMayComeTrueLater() throws Exception {
        server.server()
                .execute("CREATE OR REPLACE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN PERFORM pg_sleep(2); RETURN NULL; END $$;"
                        + "CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON users DEFERRABLE INITIALLY DEFERRED"
                        + " FOR EACH ROW EXECUTE FUNCTION slow()");
        assertThatThrownBy(() -> db.withTimeout(Duration.ofMillis(300))
                        .transaction(tx -> tx.users().create(UserCreate.email("b@x"))))
                .isInstanceOf(OutcomeUnknown.class);
        assertThat(sound.users().count()).isEqualTo(1);
        assertThat(db.health(Duration.ofSeconds(5)).active()).isZero();
        // waits for the lock of the transaction that still commits
        server.server().execute("DROP TRIGGER slow ON users");
        assertThat(sound.users().count()).isEqualTo(2);
    }

    @Test
    void aTerminatedBackendIsAConnectionLostAndThePoolHeals() throws Exception {
        String terminate = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app'";
        assertThatThrownBy(() -> db.transaction(tx -> {
                    tx.users().create(UserCreate.email("b@x"));
                    server.server().execute(terminate);
                    Thread.sleep(100);
                    tx.users().create(UserCreate.email("c@x"));
                }))
                .isInstanceOf(ConnectionLost.class);
        settle(sound);
        assertThat(sound.users().count()).isEqualTo(1);
    }

    @Test
    void aLostCommitOfJooqsTransactionIsOfUnknownOutcomeToo() {
        next("COMMIT", Fault.LOSE_ANSWER);
        assertThatThrownBy(() ->
                        db.sql().transaction(jooq -> jooq.dsl().execute("insert into users (email) values ('b@x')")))
                .isInstanceOf(OutcomeUnknown.class);
        assertThat(sound.users().count()).isEqualTo(2);
    }

    /** A pool notices a dead connection only when it was idle for some time. */
    private static void settle(Db database) throws InterruptedException {
        for (int sound = 0, i = 0; sound < 8 && i < 100; i++) {
            try {
                database.users().count();
                sound++;
            } catch (ConnectionLost e) {
                sound = 0;
                Thread.sleep(20);
            }
        }
    }
}
