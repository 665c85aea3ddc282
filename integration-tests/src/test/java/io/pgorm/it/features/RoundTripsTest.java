package io.pgorm.it.features;

import static io.pgorm.it.live.Tables.LETTERS;
import static io.pgorm.it.live.Tables.ORDER_TOTALS;
import static io.pgorm.it.live.Tables.TASKS;
import static io.pgorm.it.live.Tables.VISITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.testkit.RoundTripProxy;
import io.pgorm.features.lock.AdvisoryLock;
import io.pgorm.features.lock.AdvisoryLocks;
import io.pgorm.features.lock.LockKey;
import io.pgorm.features.matview.MaterializedView;
import io.pgorm.features.matview.RefreshMode;
import io.pgorm.features.notify.NotificationChannel;
import io.pgorm.features.notify.Outbox;
import io.pgorm.features.partition.PartitionRange;
import io.pgorm.features.partition.Partitions;
import io.pgorm.features.queue.WorkQueue;
import io.pgorm.it.live.Db;
import io.pgorm.it.live.Session;
import io.pgorm.it.live.Task;
import io.pgorm.it.live.TaskCreate;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.Condition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the features' own calls cost: round trips, without an identity and with one. What goes through jOOQ is a statement
 * each, and an identity costs a round trip before it inside of a transaction, and two around it outside.
 */
class RoundTripsTest {

    private static final WorkQueue<Db, Task, Long> QUEUE =
            WorkQueue.of((Db db, Condition which) -> db.tasks().where(which), TASKS.ID, Task::id);
    private static final NotificationChannel<String> WORDS = NotificationChannel.text("words");
    private static final Outbox<String> OUTBOX = Outbox.of("letters", LETTERS, LETTERS.ID, LETTERS.BODY);

    private static FeatureServer server;
    private static RoundTripProxy proxy;
    private static Db plain;

    @BeforeAll
    static void open() throws Exception {
        // else a pool tries a connection that was idle for half a second, which is a round trip
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "600000");
        server = new FeatureServer("live");
        proxy = RoundTripProxy.start(server.jdbcUrl());
        plain = Db.open(server.owner(proxy.jdbcUrl(server.name())).withPoolSize(4));
    }

    @AfterAll
    static void close() {
        plain.close();
        proxy.close();
        server.close();
    }

    private static Db db(boolean identity) {
        return identity ? plain.as(Session.uid(7)) : plain;
    }

    private static <T> T inTrips(int expected, Callable<T> work) throws Exception {
        var counted = proxy.measure(work);
        assertThat(counted.count()).as(counted.toString()).isEqualTo(expected);
        return counted.value();
    }

    private static int trips(boolean identity, int without, int with) {
        return identity ? with : without;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void locks(boolean identity) throws Exception {
        Db db = db(identity);
        db.transaction(tx -> {
            tx.orders().count();
            inTrips(trips(identity, 1, 2), () -> AdvisoryLocks.tryLock(tx, LockKey.of("key")));
        });
        AdvisoryLock lock = inTrips(2, () -> AdvisoryLocks.hold(db, LockKey.of("key")));
        inTrips(1, () -> {
            lock.close();
            return true;
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theQueue(boolean identity) throws Exception {
        Db db = db(identity);
        assertThat(inTrips(2, () -> QUEUE.workOne(db, (tx, task) -> {}))).isFalse();
        db.tasks().create(TaskCreate.kind("one"));
        assertThat(inTrips(3, () -> QUEUE.workOne(db, (tx, task) -> {}))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void messages(boolean identity) throws Exception {
        Db db = db(identity);
        int one = trips(identity, 1, 3);
        inTrips(one, () -> {
            WORDS.send(db, "word");
            return true;
        });
        long id = inTrips(one, () -> OUTBOX.send(db, "letter"));
        assertThat(inTrips(one, () -> OUTBOX.read(db, id))).contains("letter");
        assertThat(inTrips(one, () -> OUTBOX.after(db, id - 1, 5))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void partitions(boolean identity) throws Exception {
        Partitions<Db> visits = Partitions.of(db(identity), VISITS);
        PartitionRange day = PartitionRange.day(LocalDate.of(2025, 1, identity ? 2 : 1));
        assertThat(visits.ensure(day)).isEqualTo(1);
        assertThat(inTrips(trips(identity, 7, 10), () -> visits.ensure(day))).isZero();
        assertThat(inTrips(trips(identity, 1, 3), visits::list)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void materializedViews(boolean identity) throws Exception {
        MaterializedView<Db> totals = MaterializedView.of(db(identity), ORDER_TOTALS);
        totals.refresh(RefreshMode.AT_ONCE);
        totals.lastRefresh();
        inTrips(trips(identity, 8, 13), () -> {
            totals.refresh(RefreshMode.CONCURRENTLY);
            return true;
        });
        int state = trips(identity, 3, 9);
        assertThat(inTrips(state, () -> totals.refreshIfOlder(Duration.ofHours(1), RefreshMode.CONCURRENTLY)))
                .isFalse();
        assertThat(inTrips(state, totals::lastRefresh)).isPresent();
        assertThat(inTrips(1, () -> db(identity).orderTotals().fetch())).isEqualTo(List.of());
    }
}
