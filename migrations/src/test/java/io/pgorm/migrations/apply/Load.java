package io.pgorm.migrations.apply;

import io.pgorm.database.ScratchDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sessions that read, insert and update rows of the tables {@code orders} and {@code customers} all the time, one row and
 * one transaction each, as a shop would. How long each statement took is written down.
 */
final class Load implements AutoCloseable {

    /** Between two statements of a session: without it nobody else would get one of two processors. */
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final ScratchDatabase database;
    private final int customers;
    private final int orders;
    private final AtomicLong inserted = new AtomicLong();
    private final Queue<Timed> timed = new ConcurrentLinkedQueue<>();
    private final Queue<SQLException> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    /** A statement that has run, by {@link System#nanoTime}. */
    private record Timed(boolean read, long began, long ended) {
        long took() {
            return ended - began;
        }
    }

    /** What happened in a span of time: how many statements ran in it, if only in part, and how long the longest took. */
    record Waits(long reads, Duration longestRead, long writes, Duration longestWrite) {
        Duration longest() {
            return longestRead.compareTo(longestWrite) > 0 ? longestRead : longestWrite;
        }
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private Load(ScratchDatabase database, int customers, int orders) {
        this.database = database;
        this.customers = customers;
        this.orders = orders;
    }

    /** Begins with two sessions that read and three that write. */
    static Load start(ScratchDatabase database, int customers, int orders) {
        Load load = new Load(database, customers, orders);
        for (int i = 0; i < 2; i++) {
            load.session(
                    true,
                    "SELECT o.amount, o.note, c.visits FROM orders o JOIN customers c ON c.id = o.customer WHERE o.id = ?",
                    statement -> statement.setInt(1, oneOf(orders)));
        }
        load.session(false, "UPDATE orders SET amount = ?, note = 'note ' || ? WHERE id = ?", statement -> {
            statement.setInt(1, oneOf(100));
            statement.setInt(2, oneOf(orders));
            statement.setInt(3, oneOf(orders));
        });
        load.session(
                false, "INSERT INTO orders (customer, code, amount, note) VALUES (?, ?, 1, 'new ' || ?)", statement -> {
                    statement.setInt(1, oneOf(customers));
                    statement.setString(2, "new " + load.inserted.incrementAndGet());
                    statement.setInt(3, oneOf(orders));
                });
        load.session(
                false,
                "UPDATE customers SET visits = visits + 1 WHERE id = ?",
                statement -> statement.setInt(1, oneOf(customers)));
        return load;
    }

    private static int oneOf(int many) {
        return 1 + ThreadLocalRandom.current().nextInt(many);
    }

    private void session(boolean read, String sql, Parameters parameters) {
        threads.add(Thread.ofPlatform().daemon().name("load " + threads.size()).start(() -> {
            try (Connection connection = database.connect();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                while (!stopped) {
                    parameters.set(statement);
                    long began = System.nanoTime();
                    statement.execute();
                    timed.add(new Timed(read, began, System.nanoTime()));
                    Thread.sleep(PAUSE);
                }
            } catch (SQLException e) {
                failures.add(e);
            } catch (InterruptedException e) {
                // it ends
            }
        }));
    }

    /** Everything that ran since the last call. */
    Waits taken() throws InterruptedException {
        // what waited when the change was done needs a moment to end, and to be written down
        Thread.sleep(Duration.ofMillis(300));
        List<Timed> reads = new ArrayList<>();
        List<Timed> writes = new ArrayList<>();
        for (Timed each = timed.poll(); each != null; each = timed.poll()) {
            (each.read() ? reads : writes).add(each);
        }
        return new Waits(reads.size(), longest(reads), writes.size(), longest(writes));
    }

    private static Duration longest(List<Timed> statements) {
        return statements.stream()
                .max(Comparator.comparingLong(Timed::took))
                .map(each -> Duration.ofNanos(each.took()))
                .orElse(Duration.ZERO);
    }

    /** The statements that failed: each ends its session. */
    List<SQLException> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
