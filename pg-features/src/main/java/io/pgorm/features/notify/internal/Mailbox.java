package io.pgorm.features.notify.internal;

import io.pgorm.features.notify.Event;
import io.pgorm.features.notify.Event.Gap;
import io.pgorm.features.notify.Event.Message;
import io.pgorm.features.notify.Event.Reason;
import io.pgorm.features.notify.NotificationChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Events that wait for a subscriber, so that a slow one holds up neither the connection nor the others. What does not find
 * room becomes one gap at its end. Thread-safe.
 */
public final class Mailbox<T> {

    private final NotificationChannel<T> channel;
    private final int capacity;
    private final Queue<Event<T>> events = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Gap<T> last;
    private boolean closed;

    public Mailbox(NotificationChannel<T> channel, int capacity) {
        this.channel = channel;
        this.capacity = capacity;
    }

    public NotificationChannel<T> channel() {
        return channel;
    }

    void put(String text) {
        Event<T> event;
        try {
            event = new Message<>(channel.read(text));
        } catch (RuntimeException e) {
            event = new Gap<>(Reason.UNREADABLE, Instant.now());
        }
        put(event);
    }

    void gap(Reason reason, Instant since) {
        put(new Gap<>(reason, since));
    }

    private void put(Event<T> event) {
        lock.lock();
        try {
            if (events.size() < capacity) {
                events.add(event);
                last = null;
            } else if (last == null) {
                // one more than the capacity: what comes now is covered by it until somebody makes room
                last = new Gap<>(Reason.TOO_SLOW, Instant.now());
                events.add(last);
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next event; null when there will be none. */
    public @Nullable Event<T> take() {
        Event<T> event = take(Duration.ofDays(1));
        while (event == null && !isClosed() && !Thread.currentThread().isInterrupted()) {
            event = take(Duration.ofDays(1));
        }
        return event;
    }

    /** Waits for the next event; null when none came in time, or none will come. */
    public @Nullable Event<T> take(Duration patience) {
        lock.lock();
        try {
            long nanos = patience.toNanos();
            while (events.isEmpty() && !closed && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return closed ? null : events.poll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    public void close() {
        lock.lock();
        try {
            closed = true;
            events.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
