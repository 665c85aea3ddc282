package io.pgorm.features.notify;

import io.pgorm.features.notify.internal.Mailbox;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The events of a channel, one after the other: {@code for (Event<TableEvent> event : events)} waits for each, which a
 * virtual thread can well do, and ends when this or the listener is closed. Its iterators share the events. Safe for use by
 * several threads; each event goes to one.
 */
public final class Events<T> implements Iterable<Event<T>>, AutoCloseable {

    private final Mailbox<T> mailbox;
    private final Runnable leave;

    Events(Mailbox<T> mailbox, Runnable leave) {
        this.mailbox = mailbox;
        this.leave = leave;
    }

    /**
     * Waits for the next event.
     *
     * @return empty where none came in time, or none will come any more
     */
    public Optional<Event<T>> next(Duration patience) {
        return Optional.ofNullable(mailbox.take(patience));
    }

    @Override
    public Iterator<Event<T>> iterator() {
        return new Iterator<>() {
            private @Nullable Event<T> ahead;

            @Override
            public boolean hasNext() {
                if (ahead == null) {
                    ahead = mailbox.take();
                }
                return ahead != null;
            }

            @Override
            public Event<T> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Event<T> event = java.util.Objects.requireNonNull(ahead);
                ahead = null;
                return event;
            }
        };
    }

    @Override
    public void close() {
        mailbox.close();
        leave.run();
    }
}
