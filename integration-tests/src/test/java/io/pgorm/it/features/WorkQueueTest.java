package io.pgorm.it.features;

import static io.pgorm.it.live.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.features.notify.Listener;
import io.pgorm.features.notify.NotificationChannel;
import io.pgorm.features.notify.Subscription;
import io.pgorm.features.queue.WorkFailed;
import io.pgorm.features.queue.WorkQueue;
import io.pgorm.features.queue.Worker;
import io.pgorm.it.live.Db;
import io.pgorm.it.live.OrderCreate;
import io.pgorm.it.live.Task;
import io.pgorm.it.live.TaskCreate;
import io.pgorm.it.live.TaskUpdate;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs in a table. */
class WorkQueueTest {

    private static final WorkQueue<Db, Task, Long> QUEUE = WorkQueue.of(
                    (Db db, Condition which) -> db.tasks().where(which), TASKS.ID, Task::id)
            .ready(TASKS.DUE_AT.le(DSL.currentOffsetDateTime()))
            .orderBy(TASKS.PRIORITY.desc(), TASKS.ID);

    private static FeatureServer server;
    private static Db db;

    @BeforeAll
    static void open() throws Exception {
        server = new FeatureServer("live");
        db = Db.open(server.application());
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    @BeforeEach
    void empty() throws Exception {
        server.execute("DELETE FROM tasks; DELETE FROM orders");
    }

    @Test
    void eachJobIsDoneOnceWhoeverComes() throws Exception {
        db.tasks().createMany(IntStream.range(0, 200).mapToObj(i -> TaskCreate.kind("task " + i)));
        Queue<Long> done = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofVirtual().start(() -> QUEUE.workAll(db, (tx, task) -> done.add(task.id()))));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(done).hasSize(200).doesNotHaveDuplicates();
        assertThat(db.tasks().count()).isZero();
    }

    @Test
    void theUrgentOneIsFirstAndTheLaterOneWaits() {
        db.tasks().create(TaskCreate.kind("usual"));
        db.tasks().create(TaskCreate.kind("urgent").priority(9));
        db.tasks().create(TaskCreate.kind("tomorrow").dueAt(OffsetDateTime.now().plusDays(1)));
        List<String> done = new ArrayList<>();
        assertThat(QUEUE.workAll(db, (tx, task) -> done.add(task.kind()))).isEqualTo(2);
        assertThat(done).containsExactly("urgent", "usual");
    }

    @Test
    void whatFailedIsUndoneAndPutOff() {
        WorkQueue<Db, Task, Long> patient = QUEUE.whenFailed((task, failure) -> TaskUpdate.attempts(task.attempts() + 1)
                .failure(failure.getMessage())
                .dueAt(OffsetDateTime.now().plusMinutes(1)));
        db.tasks().create(TaskCreate.kind("mail"));
        boolean found = patient.workOne(db, (tx, task) -> {
            tx.orders().create(OrderCreate.status("half done"));
            throw new IllegalStateException("no such address");
        });
        assertThat(found).isTrue();
        assertThat(db.orders().count()).isZero();
        assertThat(db.tasks().fetch()).singleElement().satisfies(task -> {
            assertThat(task.attempts()).isEqualTo(1);
            assertThat(task.failure()).isEqualTo("no such address");
        });
        assertThat(patient.workOne(db, (tx, task) -> {})).isFalse();
    }

    @Test
    void whereNothingIsSaidOfFailureItIsThrownAndTheJobIsAsItWas() {
        db.tasks().create(TaskCreate.kind("mail"));
        assertThatThrownBy(() -> QUEUE.workOne(db, (tx, task) -> {
                    throw new IllegalStateException("no such address");
                }))
                .isInstanceOf(WorkFailed.class)
                .hasRootCauseMessage("no such address");
        assertThat(QUEUE.workAll(db, (tx, task) -> {})).isEqualTo(1);
    }

    @Test
    void aJobThatIsDoneMayStay() {
        WorkQueue<Db, Task, Long> keeping =
                QUEUE.ready(TASKS.FAILURE.isNull()).whenDone(task -> TaskUpdate.failure("none"));
        db.tasks().create(TaskCreate.kind("mail"));
        assertThat(keeping.workAll(db, (tx, task) -> {})).isEqualTo(1);
        assertThat(db.tasks().count()).isEqualTo(1);
    }

    @Test
    void aWorkerThatDiesLeavesTheJobToOthers() throws Exception {
        db.tasks().create(TaskCreate.kind("mail"));
        assertThatThrownBy(() -> QUEUE.workOne(db, (tx, task) -> {
                    server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND state = 'idle in transaction'");
                    tx.orders().count();
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(QUEUE.workAll(db, (tx, task) -> {})).isEqualTo(1);
    }

    @Test
    void workersLookWhenTheyAreWoken() throws Exception {
        NotificationChannel<String> tasks = NotificationChannel.text("tasks");
        CountDownLatch done = new CountDownLatch(20);
        try (Listener listener = Listener.open(server.application());
                Worker worker = Worker.start(db, QUEUE, 2, Duration.ofMinutes(1), (tx, task) -> done.countDown());
                Subscription wakeUp = listener.subscribe(tasks, text -> worker.wake(), gap -> worker.wake())) {
            db.transaction(tx -> {
                tx.tasks().createMany(IntStream.range(0, 20).mapToObj(i -> TaskCreate.kind("task " + i)));
                tasks.send(tx, "20 more");
            });
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(db.tasks().count()).isZero();
    }
}
