package io.pgorm.features.queue;

import io.pgorm.client.AbstractDb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that do the jobs of a queue until it is closed. They look for work when they are woken, by a listener for one, and
 * now and then, for a notification may be lost.
 */
public final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("io.pgorm.features.queue");

    private final AtomicBoolean closed = new AtomicBoolean();
    private final Semaphore woken = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();

    private Worker() {}

    /**
     * Starts.
     *
     * @param count how many jobs are done at a time; each takes a connection of the pool
     * @param pause between two looks where there was nothing to do; after an error too
     */
    public static <D extends AbstractDb<D>, M, K> Worker start(
            D db, WorkQueue<D, M, K> queue, int count, Duration pause, WorkQueue.Work<D, M> work) {
        Worker worker = new Worker();
        for (int i = 0; i < count; i++) {
            worker.threads.add(Thread.ofVirtual()
                    .name("pgorm-worker-" + i)
                    .start(() -> worker.run(() -> queue.workOne(db, work), pause)));
        }
        return worker;
    }

    /** There may be work. */
    public void wake() {
        int missing = threads.size() - woken.availablePermits();
        if (missing > 0) {
            woken.release(missing);
        }
    }

    private interface Step {
        boolean go();
    }

    private void run(Step step, Duration pause) {
        while (!closed.get()) {
            boolean more = false;
            try {
                more = step.go();
            } catch (RuntimeException e) {
                LOG.error("a worker could not do a job; it will try again", e);
            }
            if (!more && !closed.get() && !rest(pause)) {
                return;
            }
        }
    }

    private boolean rest(Duration pause) {
        try {
            boolean called = woken.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            return called || !Thread.currentThread().isInterrupted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits for the jobs that are being done, and takes no other. */
    @Override
    public void close() {
        closed.set(true);
        wake();
        try {
            for (Thread thread : threads) {
                while (thread.isAlive()) {
                    wake();
                    thread.join(Duration.ofMillis(50));
                }
            }
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
    }
}
