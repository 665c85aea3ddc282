package io.pgorm.features.notify.internal;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.features.notify.Event.Reason;
import io.pgorm.features.notify.ListenerOptions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears, and connects again for as long as it is not closed. One thread has the connection; another one breaks it off where
 * the first has waited too long, for a read of half a message knows no end.
 */
public final class Loop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("io.pgorm.features.notify");

    /** How long a new subscription may have to wait for the connection. */
    private static final int MOMENT_MILLIS = 50;

    private final ConnectionOptions connection;
    private final ListenerOptions options;
    private final List<Mailbox<?>> mailboxes = new CopyOnWriteArrayList<>();
    private final List<Joining> joining = new CopyOnWriteArrayList<>();
    private final AtomicInteger reconnects = new AtomicInteger();
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Ear ear;
    private volatile Instant lastSign = Instant.now();
    /** When the thread of the connection last came round. */
    private volatile long lastTurn = System.nanoTime();
    /** What the server was asked to send on this connection; of the connection's thread. */
    private final Set<String> listening = new HashSet<>();

    public Loop(ConnectionOptions connection, ListenerOptions options) throws SQLException {
        this.connection = connection;
        this.options = options;
        Ear first = Ear.open(connection);
        this.ear = first;
        Thread.ofPlatform().daemon().name("pgorm-listener").start(() -> run(first));
        Thread.ofVirtual().name("pgorm-listener-watch").start(this::watch);
    }

    /** How often the connection was made anew. */
    public int reconnects() {
        return reconnects.get();
    }

    /**
     * Comes back when the server was told to send the channel, or the listener is closed.
     *
     * @throws IllegalStateException if it is closed
     */
    public void add(Mailbox<?> mailbox) {
        if (isClosed()) {
            throw new IllegalStateException("the listener is closed");
        }
        CountDownLatch listened = new CountDownLatch(1);
        joining.add(new Joining(mailbox, listened));
        try {
            while (!listened.await(100, TimeUnit.MILLISECONDS)) {
                if (isClosed()) {
                    throw new IllegalStateException("the listener is closed");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Joining(Mailbox<?> mailbox, CountDownLatch listened) {}

    public void remove(Mailbox<?> mailbox) {
        mailboxes.remove(mailbox);
    }

    private boolean isClosed() {
        return stop.getCount() == 0;
    }

    private void run(Ear first) {
        Ear current = first;
        while (!isClosed()) {
            try {
                hear(current);
            } catch (SQLException | RuntimeException e) {
                current.breakOff();
                if (!isClosed()) {
                    LOG.warn("the connection of the listener is lost ({}); connecting again", cause(e));
                    Ear next = reconnect();
                    if (next == null) {
                        break;
                    }
                    current = next;
                }
            }
        }
        current.breakOff();
    }

    private void hear(Ear current) throws SQLException {
        long heard = System.nanoTime();
        while (!isClosed()) {
            lastTurn = System.nanoTime();
            join(current);
            leave(current);
            List<PGNotification> messages = current.hear(MOMENT_MILLIS);
            if (!messages.isEmpty()) {
                messages.forEach(this::deliver);
                heard = System.nanoTime();
                lastSign = Instant.now();
            } else if (System.nanoTime() - heard > options.heartbeat().toNanos()) {
                current.beat();
                heard = System.nanoTime();
                lastSign = Instant.now();
            }
        }
    }

    private void deliver(PGNotification message) {
        for (Mailbox<?> mailbox : mailboxes) {
            if (mailbox.channel().name().equals(message.getName())) {
                mailbox.put(message.getParameter());
            }
        }
    }

    private void join(Ear current) throws SQLException {
        for (Joining one : joining) {
            if (listening.add(one.mailbox.channel().name())) {
                current.listen(one.mailbox.channel().name());
            }
            mailboxes.add(one.mailbox);
            joining.remove(one);
            one.listened.countDown();
        }
    }

    private void leave(Ear current) throws SQLException {
        if (mailboxes.isEmpty() && listening.isEmpty()) {
            return;
        }
        for (String channel : List.copyOf(listening)) {
            if (mailboxes.stream().noneMatch(mailbox -> mailbox.channel().name().equals(channel))) {
                current.unlisten(channel);
                listening.remove(channel);
            }
        }
    }

    /** Tries until it has a connection that listens to all channels again, and only then tells of the gap. */
    private @Nullable Ear reconnect() {
        long pause = options.firstPause().toMillis();
        Instant since = lastSign;
        while (!isClosed()) {
            try {
                lastTurn = System.nanoTime();
                Ear next = Ear.open(connection);
                ear = next;
                listening.clear();
                for (Mailbox<?> mailbox : mailboxes) {
                    if (listening.add(mailbox.channel().name())) {
                        next.listen(mailbox.channel().name());
                    }
                }
                reconnects.incrementAndGet();
                lastSign = Instant.now();
                mailboxes.forEach(mailbox -> mailbox.gap(Reason.CONNECTION_LOST, since));
                LOG.info("the listener is connected again");
                return next;
            } catch (SQLException | RuntimeException e) {
                LOG.warn("the listener cannot connect: {}; trying again in {} ms", cause(e), pause);
                pauseFor(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
                pause = Math.min(options.longestPause().toMillis(), pause * 2);
            }
        }
        return null;
    }

    /** What a driver says may quote values. */
    private static String cause(Exception e) {
        return e instanceof SQLException sql
                ? "SQLSTATE " + sql.getSQLState()
                : e.getClass().getSimpleName();
    }

    private void pauseFor(long millis) {
        try {
            if (stop.await(millis, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
        }
        lastTurn = System.nanoTime();
    }

    /** A heartbeat, a LISTEN or half a message that takes longer than the patience ends with the connection. */
    private void watch() {
        Duration patience = options.patience();
        while (!isClosed()) {
            try {
                Thread.sleep(Math.clamp(patience.toMillis() / 4, 1, 1000));
            } catch (InterruptedException e) {
                return;
            }
            Ear current = ear;
            if (current != null && System.nanoTime() - lastTurn > patience.toNanos()) {
                current.breakOff();
            }
        }
    }

    @Override
    public void close() {
        stop.countDown();
        mailboxes.forEach(Mailbox::close);
        Ear current = ear;
        if (current != null) {
            current.breakOff();
        }
    }
}
