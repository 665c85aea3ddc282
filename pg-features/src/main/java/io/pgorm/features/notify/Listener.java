package io.pgorm.features.notify;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.client.error.ErrorMapper;
import io.pgorm.features.notify.internal.Drain;
import io.pgorm.features.notify.internal.Loop;
import io.pgorm.features.notify.internal.Mailbox;
import io.pgorm.features.notify.internal.Publishing;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * Listens on channels, on a connection of its own that no pool has. A connection that is lost, and one whose network has
 * fallen silent, is made anew, with pauses that grow; every subscriber then gets an {@link Event.Gap}, for what was sent
 * meanwhile is lost. So each message comes once, or is covered by a gap.
 *
 * <p>One is enough for an application. Safe for use by several threads. Works with PostgreSQL 15.
 */
public final class Listener implements AutoCloseable {

    private final Loop loop;
    private final ListenerOptions options;

    private Listener(Loop loop, ListenerOptions options) {
        this.loop = loop;
        this.options = options;
    }

    /** As {@link #open(ConnectionOptions, ListenerOptions)}, with what is usual. */
    public static Listener open(ConnectionOptions connection) {
        return open(connection, ListenerOptions.defaults());
    }

    /**
     * Connects.
     *
     * @param connection the address and the login; what it says of a pool does not count
     * @throws io.pgorm.client.error.PgOrmException if the server cannot be reached now; later it is tried for ever
     * @throws IllegalStateException if there is a pooler between us and the server
     */
    public static Listener open(ConnectionOptions connection, ListenerOptions options) {
        try {
            return new Listener(new Loop(connection, options), options);
        } catch (SQLException e) {
            throw new ErrorMapper(List.of()).map(e, "");
        }
    }

    /**
     * Calls back for each message and each gap, one at a time and in order, on a virtual thread of the subscription. What a
     * callback throws is logged, and the next event comes.
     *
     * @param onMessage for each message
     * @param onGap messages may be missing: read the tables again
     * @throws IllegalStateException if the listener is closed
     */
    public <T> Subscription subscribe(
            NotificationChannel<T> channel, Consumer<T> onMessage, Consumer<Event.Gap<T>> onGap) {
        Mailbox<T> mailbox = mailbox(channel);
        Drain.start(mailbox, event -> {
            switch (event) {
                case Event.Message<T> message -> onMessage.accept(message.value());
                case Event.Gap<T> gap -> onGap.accept(gap);
            }
        });
        return () -> leave(mailbox);
    }

    /**
     * The events to wait for and go through.
     *
     * @throws IllegalStateException if the listener is closed
     */
    public <T> Events<T> events(NotificationChannel<T> channel) {
        Mailbox<T> mailbox = mailbox(channel);
        return new Events<>(mailbox, () -> leave(mailbox));
    }

    /** The events for reactive libraries; each subscriber has a mailbox of its own, and gets what it asked for. */
    public <T> Flow.Publisher<Event<T>> publisher(NotificationChannel<T> channel) {
        return subscriber -> {
            Mailbox<T> mailbox = mailbox(channel);
            Publishing.start(mailbox, subscriber, () -> leave(mailbox));
        };
    }

    /** How often the connection was made anew, for metrics. */
    public int reconnects() {
        return loop.reconnects();
    }

    private <T> Mailbox<T> mailbox(NotificationChannel<T> channel) {
        Mailbox<T> mailbox = new Mailbox<>(channel, options.mailbox());
        loop.add(mailbox);
        return mailbox;
    }

    private void leave(Mailbox<?> mailbox) {
        loop.remove(mailbox);
        mailbox.close();
    }

    /** Ends every subscription and closes the connection. */
    @Override
    public void close() {
        loop.close();
    }
}
