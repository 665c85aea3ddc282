package io.pgorm.features.notify;

import io.pgorm.client.AbstractDb;
import io.pgorm.features.notify.internal.ReadTableEvent;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jooq.impl.DSL;

/**
 * A channel and what its messages are. Immutable; safe for use by several threads if its functions are.
 *
 * @param <T> a message in Java
 */
public final class NotificationChannel<T> {

    /** The longest message, in bytes. */
    static final int MOST_BYTES = 7999;

    /** The longest name that PostgreSQL does not refuse. */
    private static final int MOST_NAME_BYTES = 63;

    private final String name;
    private final Function<T, String> write;
    private final Function<String, T> read;

    private NotificationChannel(String name, Function<T, String> write, Function<String, T> read) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > MOST_NAME_BYTES) {
            throw new IllegalArgumentException(
                    "the name of a channel has 1 to " + MOST_NAME_BYTES + " bytes, not " + bytes + ": " + name);
        }
        this.name = name;
        this.write = write;
        this.read = read;
    }

    /**
     * A channel of typed messages.
     *
     * @param name as it stands, capitals too
     * @param write makes the text of a message; it must not be empty of what tells two messages apart, for PostgreSQL sends
     *     equal messages of one transaction once
     * @param read makes the message of the text; where it throws, listeners get a {@link Event.Gap}
     * @throws IllegalArgumentException if the name is empty or longer than 63 bytes
     */
    public static <T> NotificationChannel<T> of(String name, Function<T, String> write, Function<String, T> read) {
        return new NotificationChannel<>(name, write, read);
    }

    /** A channel of texts. */
    public static NotificationChannel<String> text(String name) {
        return of(name, text -> text, text -> text);
    }

    /** A channel that {@code @@notify} writes to: what happened to which row. Triggers send on it, and {@link #send} does not. */
    public static NotificationChannel<TableEvent> tableEvents(String name) {
        return of(
                name,
                event -> {
                    throw new UnsupportedOperationException(
                            "the triggers of @@notify send on channel " + name + "; take a channel of your own");
                },
                ReadTableEvent::read);
    }

    public String name() {
        return name;
    }

    /** Not API: the message of a text. */
    public T read(String text) {
        return read.apply(text);
    }

    /**
     * Sends a message, in one round trip. Listeners get it when the transaction commits, and never if it does not. Equal
     * messages of one transaction are one. All who send have to wait for each other while they commit, so this is not for
     * thousands a second.
     *
     * @throws IllegalArgumentException if the message has 8000 bytes or more; an {@link Outbox} takes it
     * @throws io.pgorm.client.error.PgOrmException if PostgreSQL refuses or cannot be reached
     */
    public void send(AbstractDb<?> db, T message) {
        String text = write.apply(message);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "a message on channel " + name + " has " + bytes + " bytes, and PostgreSQL takes " + MOST_BYTES
                            + ": keep it in a table and send its key, which is what Outbox does");
        }
        // of a value without a type the driver asks for the type
        db.sql().fetch("SELECT pg_catalog.pg_notify({0}, {1}) IS NULL", DSL.val(name), DSL.val(text));
    }

    @Override
    public String toString() {
        return name;
    }
}
