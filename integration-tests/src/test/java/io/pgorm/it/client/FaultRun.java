package io.pgorm.it.client;

import io.pgorm.client.error.OutcomeUnknown;
import io.pgorm.client.error.PgOrmException;
import io.pgorm.database.testkit.Fault;
import io.pgorm.it.movies.Db;
import io.pgorm.it.movies.NoteCreate;
import io.pgorm.it.movies.Session;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Eight threads with an identity each read and write, while the network loses, resets and stalls and the server
 * terminates, restarts and crashes; after that it is counted what became of each write. {@code main} runs it for as many
 * seconds as its first argument says, with the seed of the second.
 */
final class FaultRun {

    private static final int THREADS = 8;

    /** What the client was told of a write. */
    enum Told {
        WRITTEN,
        NOT_WRITTEN,
        UNKNOWN
    }

    /** What came of it. All but the first four are to be zero. */
    record Result(
            long written,
            long notWritten,
            long unknown,
            long reads,
            long lost,
            long twice,
            long thoughNotWritten,
            long halves,
            long wrongIdentities,
            long otherErrors,
            int connectionsLeaked) {}

    private final FaultServer server;
    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong wrongIdentities = new AtomicLong();
    private final AtomicLong otherErrors = new AtomicLong();
    private final AtomicLong keys = new AtomicLong();
    private final Percentiles calls = new Percentiles();

    private FaultRun(FaultServer server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        try (FaultServer server = new FaultServer()) {
            System.out.println(
                    run(server, Duration.ofSeconds(Long.parseLong(arguments[0])), Long.parseLong(arguments[1])));
        }
    }

    static Result run(FaultServer server, Duration time, long seed) throws Exception {
        return new FaultRun(server).run(time, new Random(seed));
    }

    private Result run(Duration time, Random random) throws Exception {
        server.server()
                .execute("TRUNCATE users RESTART IDENTITY CASCADE;"
                        + "INSERT INTO users (email) SELECT 'u' || n || '@x' FROM generate_series(1, 8) n");
        long end = System.nanoTime() + time.toNanos();
        int active;
        try (Db db = Db.open(server.options().withPoolSize(4).withConnectionTimeout(Duration.ofSeconds(1)));
                ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
            Db limited = db.withTimeout(Duration.ofSeconds(1));
            List<Future<?>> threads = new ArrayList<>();
            for (int thread = 1; thread <= THREADS; thread++) {
                int user = thread;
                threads.add(executor.submit(() -> work(limited, user, end)));
            }
            faults(random, end);
            for (Future<?> thread : threads) {
                thread.get();
            }
            server.proxy().setFaults(trip -> Fault.NONE);
            active = db.health(Duration.ofSeconds(5)).active();
        }
        System.out.println("calls under faults: " + calls.count() + ", " + calls);
        return count(active);
    }

    /** A mixture of faults of single trips all the time, and a blow to all connections now and then. */
    private void faults(Random random, long end) throws Exception {
        server.proxy().setFaults(trip -> switch (ThreadLocalRandom.current().nextInt(150)) {
            case 0 -> Fault.LOSE_REQUEST;
            case 1, 2 -> Fault.LOSE_ANSWER;
            default ->
                trip.toString().contains("COMMIT")
                                && ThreadLocalRandom.current().nextInt(100) == 0
                        ? Fault.STALL
                        : Fault.NONE;
        });
        while (System.nanoTime() < end) {
            Thread.sleep(200 + random.nextInt(400));
            switch (random.nextInt(8)) {
                case 0, 1 ->
                    server.server()
                            .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app'");
                case 2, 3 -> server.proxy().resetAll();
                case 4 -> server.proxy().stallAll();
                case 5 -> {
                    server.proxy().setRefusing(true);
                    server.proxy().resetAll();
                    Thread.sleep(300);
                    server.proxy().setRefusing(false);
                }
                case 6 -> server.server().restart();
                default -> server.server().crash();
            }
        }
    }

    private void work(Db db, int user, long end) {
        Db own = db.as(Session.uid(user));
        while (System.nanoTime() < end) {
            String key = user + "-" + keys.incrementAndGet();
            long start = System.nanoTime();
            switch (ThreadLocalRandom.current().nextInt(5)) {
                case 0 ->
                    write(
                            key,
                            () -> own.notes()
                                    .create(NoteCreate.text(key + "-single").ownerId(user)));
                case 1 ->
                    write(
                            key,
                            () -> own.transaction(tx -> {
                                tx.notes().create(NoteCreate.text(key + "-half").ownerId(user));
                                tx.transaction(inner -> inner.notes()
                                        .create(NoteCreate.text(key + "-other").ownerId(user)));
                            }));
                case 2 ->
                    write(
                            key,
                            () -> own.sql()
                                    .execute(
                                            "INSERT INTO notes (text, owner_id) VALUES (?, ?)", key + "-single", user));
                case 3 -> read(own, user);
                default -> read(db, 0);
            }
            calls.add(System.nanoTime() - start);
        }
    }

    private void write(String key, Runnable work) {
        try {
            work.run();
            told.put(key, Told.WRITTEN);
        } catch (OutcomeUnknown e) {
            told.put(key, Told.UNKNOWN);
        } catch (PgOrmException e) {
            told.put(key, Told.NOT_WRITTEN);
        } catch (RuntimeException e) {
            otherErrors.incrementAndGet();
            e.printStackTrace();
        }
    }

    private void read(Db as, int user) {
        try {
            boolean wrong = as.notes().limit(50).fetch().stream().anyMatch(note -> note.ownerId() != user);
            wrongIdentities.addAndGet(wrong ? 1 : 0);
            reads.incrementAndGet();
        } catch (PgOrmException e) {
            // what a read may do
            return;
        } catch (RuntimeException e) {
            otherErrors.incrementAndGet();
            e.printStackTrace();
        }
    }

    private Result count(int leaked) throws Exception {
        Map<String, Map<String, Integer>> rows = new HashMap<>();
        try (Connection connection = server.server().connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT text, owner_id FROM notes")) {
            while (found.next()) {
                String text = found.getString(1);
                int dash = text.lastIndexOf('-');
                rows.computeIfAbsent(text.substring(0, dash), key -> new HashMap<>())
                        .merge(text.substring(dash + 1), 1, Integer::sum);
                wrongIdentities.addAndGet(text.startsWith(found.getInt(2) + "-") ? 0 : 1);
            }
        }
        long lost = 0;
        long thoughNot = 0;
        for (Map.Entry<String, Told> entry : told.entrySet()) {
            boolean there = rows.containsKey(entry.getKey());
            lost += entry.getValue() == Told.WRITTEN && !there ? 1 : 0;
            thoughNot += entry.getValue() == Told.NOT_WRITTEN && there ? 1 : 0;
        }
        long twice = rows.values().stream()
                .filter(parts -> parts.values().stream().anyMatch(times -> times > 1))
                .count();
        long halves = rows.values().stream()
                .filter(parts -> parts.containsKey("half") != parts.containsKey("other"))
                .count();
        return new Result(
                times(Told.WRITTEN),
                times(Told.NOT_WRITTEN),
                times(Told.UNKNOWN),
                reads.get(),
                lost,
                twice,
                thoughNot,
                halves,
                wrongIdentities.get(),
                otherErrors.get(),
                leaked);
    }

    private long times(Told what) {
        return told.values().stream().filter(what::equals).count();
    }
}
