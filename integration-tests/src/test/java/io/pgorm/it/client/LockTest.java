package io.pgorm.it.client;

import static io.pgorm.it.reading.Tables.JOBS;
import static io.pgorm.it.reading.Tables.STEPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.PreparedQuery;
import io.pgorm.client.Shape;
import io.pgorm.client.error.LockTimeout;
import io.pgorm.database.testkit.Counted;
import io.pgorm.it.reading.Db;
import io.pgorm.it.reading.Job;
import io.pgorm.it.reading.JobUpdate;
import io.pgorm.it.reading.Session;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Locks on what is read: who waits, who skips, who is refused; with shapes too. */
class LockTest {

    record Task(int id, List<String> steps) {}

    private static final Shape<Task> TASK =
            Shape.of(Task::new, JOBS.ID, JOBS.STEPS.orderBy(STEPS.ID).as((String text) -> text, STEPS.TEXT));

    private static final PreparedQuery<Boolean, List<Job>> NEXT = PreparedQuery.of(
                    JOBS,
                    JOBS.DONE,
                    (jobs, done) -> jobs.where(JOBS.DONE.eq(done))
                            .orderBy(JOBS.ID)
                            .limit(2)
                            .forUpdate()
                            .skipLocked())
            .list();

    private static ReadingServer server;
    private static Db db;

    @BeforeAll
    static void fill() throws Exception {
        server = new ReadingServer();
        server.execute("""
                INSERT INTO jobs (name) SELECT 'job ' || n FROM generate_series(1, 6) n;
                INSERT INTO steps (text, job_id) SELECT 'step ' || k || ' of ' || n, n
                  FROM generate_series(1, 6) n, generate_series(1, 2) k ORDER BY n, k;
                """);
        db = server.connect();
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    @Test
    void workersShareAQueueWithoutWaiting() throws Exception {
        db.transaction(one -> {
            List<Job> first = one.jobs()
                    .where(JOBS.DONE.isFalse())
                    .orderBy(JOBS.ID)
                    .limit(2)
                    .forUpdate()
                    .skipLocked()
                    .fetch();
            assertThat(first).extracting(Job::id).containsExactly(1, 2);
            db.transaction(two -> {
                assertThat(two.run(NEXT, false)).extracting(Job::id).containsExactly(3, 4);
                List<Task> others = two.as(Session.uid(1))
                        .jobs()
                        .orderBy(JOBS.ID)
                        .forNoKeyUpdate()
                        .skipLocked()
                        .fetch(TASK);
                assertThat(others).extracting(Task::id).containsExactly(3, 4, 5, 6);
                assertThat(others.get(2).steps()).containsExactly("step 1 of 5", "step 2 of 5");
                assertThat(two.jobs().byId(1).forUpdate().skipLocked().fetch()).isEmpty();
            });
        });
    }

    @Test
    void noWaitIsALockTimeout() throws Exception {
        db.transaction(one -> {
            one.jobs().byId(5).forUpdate().fetch();
            assertThatThrownBy(() -> db.transaction(two ->
                            two.jobs().where(JOBS.ID.ge(5)).forShare().noWait().fetch()))
                    .isInstanceOf(LockTimeout.class);
            assertThatThrownBy(() -> db.transaction(
                            two -> two.jobs().byId(5).forKeyShare().noWait().fetch(TASK)))
                    .isInstanceOf(LockTimeout.class);
        });
    }

    @Test
    void sharedLocksGoTogether() throws Exception {
        db.transaction(one -> {
            assertThat(one.jobs().byId(6).forKeyShare().fetch()).isPresent();
            assertThat(one.jobs().where(JOBS.ID.eq(6)).forShare().fetch()).hasSize(1);
            db.transaction(two -> {
                assertThat(two.jobs().byId(6).forShare().noWait().fetch()).isPresent();
                assertThatThrownBy(() -> two.transaction(inner ->
                                inner.jobs().byId(6).forNoKeyUpdate().noWait().fetch()))
                        .isInstanceOf(LockTimeout.class);
            });
        });
    }

    @Test
    void aLockedGraphByKeyIsOneRoundTripAndByConditionTwo() throws Exception {
        for (Db as : ReadingServer.both(db)) {
            as.transaction(tx -> {
                tx.jobs().count(); // has begun
                Counted<Optional<Task>> byKey = server.proxy()
                        .measure(() -> tx.jobs().byId(2).forUpdate().fetch(TASK));
                assertThat(byKey.count()).isEqualTo(1);
                assertThat(byKey.value().orElseThrow().steps()).containsExactly("step 1 of 2", "step 2 of 2");
                Counted<List<Task>> byCondition = server.proxy()
                        .measure(
                                () -> tx.jobs().where(JOBS.ID.le(2)).forUpdate().fetch(TASK));
                assertThat(byCondition.count()).isEqualTo(2);
                assertThat(byCondition.value()).hasSize(2);
                Counted<List<Job>> flat = server.proxy()
                        .measure(
                                () -> tx.jobs().where(JOBS.ID.le(2)).forUpdate().fetch());
                assertThat(flat.count()).isEqualTo(1);
            });
        }
    }

    @Test
    void whoWaitsForALockSeesWhatWasCommittedMeanwhile() throws Exception {
        Thread[] waiting = new Thread[1];
        Job[] seen = new Job[1];
        db.transaction(one -> {
            one.jobs().byId(4).forUpdate().fetch();
            waiting[0] = Thread.ofVirtual()
                    .start(() -> db.transaction(two ->
                            seen[0] = two.jobs().byId(4).forUpdate().fetch().orElseThrow()));
            while (!server.lines("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                            + " AND datname = current_database()")
                    .equals("1\n")) {
                Thread.sleep(5);
            }
            one.jobs().byId(4).update(JobUpdate.name("renamed"));
        });
        waiting[0].join();
        assertThat(seen[0].name()).isEqualTo("renamed");
        db.jobs().byId(4).update(JobUpdate.name("job 4"));
    }

    @Test
    void aLockOutsideATransactionIsRefused() {
        for (Runnable read : List.<Runnable>of(
                () -> db.jobs().all().forUpdate().fetch(),
                () -> db.jobs().all().forShare().fetch(TASK),
                () -> db.jobs().byId(1).forUpdate().fetch(),
                () -> db.jobs().all().forUpdate().limit(2).page(),
                () -> db.jobs().all().forUpdate().stream(),
                () -> db.run(NEXT, false),
                () -> db.batch(b -> b.find(db.jobs().byId(1).forUpdate())))) {
            assertThatThrownBy(read::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("db.transaction(tx -> ...)");
        }
        assertThatThrownBy(() -> db.jobs().all().skipLocked())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("forUpdate()");
        assertThatThrownBy(() -> db.jobs().byId(1).noWait()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> db.jobs().all().forUpdate().count()).isInstanceOf(IllegalStateException.class);
    }
}
