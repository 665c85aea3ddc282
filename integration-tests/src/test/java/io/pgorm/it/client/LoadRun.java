package io.pgorm.it.client;

import com.zaxxer.hikari.metrics.IMetricsTracker;
import io.pgorm.it.movies.Db;
import io.pgorm.it.movies.Note;
import io.pgorm.it.movies.NoteCreate;
import io.pgorm.it.movies.NoteUpdate;
import io.pgorm.it.movies.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Many threads with changing identities share a pool: reads, writes and transactions. {@code main} runs it for as many
 * seconds as its argument says, for each mixture of threads and connections.
 */
final class LoadRun {

    /** What came of it. */
    record Result(
            long calls, long wrongIdentities, int activeAfter, long heapMegabytes, long longWaitMicros, String text) {}

    private LoadRun() {}

    public static void main(String[] arguments) throws Exception {
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[0]));
        try (FaultServer server = new FaultServer()) {
            for (int pool : new int[] {4, 16}) {
                for (int threads : new int[] {8, 64}) {
                    System.out.println(run(server, threads, pool, false, time).text());
                    System.out.println(run(server, threads, pool, true, time).text());
                }
            }
        }
    }

    static Result run(FaultServer server, int threads, int pool, boolean virtual, Duration time) throws Exception {
        server.server()
                .execute("TRUNCATE users RESTART IDENTITY CASCADE;"
                        + "INSERT INTO users (email) SELECT 'u' || n || '@x' FROM generate_series(1, 64) n;"
                        + "INSERT INTO notes (text, owner_id) SELECT 'note', n FROM generate_series(1, 64) n");
        Percentiles calls = new Percentiles();
        Percentiles waits = new Percentiles();
        try (Db db = Db.open(server.options()
                        .withPoolSize(pool)
                        .withConnectionTimeout(Duration.ofSeconds(30))
                        .withPool(config -> config.setMetricsTrackerFactory((name, stats) -> new Waits(waits))));
                ExecutorService executor =
                        virtual ? Executors.newVirtualThreadPerTaskExecutor() : Executors.newFixedThreadPool(threads)) {
            long end = System.nanoTime() + time.toNanos();
            List<Future<Long>> parts = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int user = 1 + thread;
                parts.add(executor.submit(() -> work(db, user, end, calls)));
            }
            long wrong = 0;
            for (Future<Long> part : parts) {
                wrong += part.get();
            }
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
            int active = db.health(Duration.ofSeconds(5)).active();
            String text = threads + (virtual ? " virtual" : "") + " threads on " + pool + " connections: "
                    + calls.count() / Math.max(1, time.toSeconds()) + " calls/s; call " + calls
                    + "; wait for a connection "
                    + waits + "; heap after " + heap + " MB";
            return new Result(calls.count(), wrong, active, heap, waits.worstOfAThousandMicros(), text);
        }
    }

    /** How many rows of somebody else were seen. */
    private static long work(Db db, int user, long end, Percentiles calls) {
        Db own = db.as(Session.uid(user));
        long wrong = 0;
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            wrong += once(own, db, user);
            calls.add(System.nanoTime() - start);
        }
        return wrong;
    }

    private static long once(Db own, Db nobody, int user) {
        switch (ThreadLocalRandom.current().nextInt(6)) {
            case 0, 1 -> {
                return own.notes().fetch().stream()
                        .filter(note -> note.ownerId() != user)
                        .count();
            }
            case 2 -> {
                return nobody.notes().count();
            }
            case 3 -> {
                Note note = own.notes().create(NoteCreate.text("more").ownerId(user));
                own.notes().byId(note.id()).delete();
                return note.ownerId() == user ? 0 : 1;
            }
            case 4 -> {
                return own.transactionResult(tx -> {
                    long others = tx.notes().fetch().stream()
                            .filter(note -> note.ownerId() != user)
                            .count();
                    tx.notes().byId(user).update(NoteUpdate.text("changed"));
                    return others;
                });
            }
            default -> {
                return nobody.users().byId(user).fetch().isPresent() ? 0 : 1;
            }
        }
    }

    /** Of the pool's measurements the one that tells how long calls wait. */
    private record Waits(Percentiles percentiles) implements IMetricsTracker {
        @Override
        public void recordConnectionAcquiredNanos(long elapsed) {
            percentiles.add(elapsed);
        }
    }
}
