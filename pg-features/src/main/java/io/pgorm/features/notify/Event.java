package io.pgorm.features.notify;

import java.time.Instant;

/**
 * What a listener gets: a message, or that messages may be missing.
 *
 * @param <T> a message
 */
public sealed interface Event<T> {

    /** A message, in the order that they were committed in. Each comes once. */
    record Message<T>(T value) implements Event<T> {}

    /**
     * Between the event before and the next one messages may be missing: look at the tables themselves. When it comes, the
     * channel is listened to again, so that nothing that is committed after it is missed.
     *
     * @param since when the last sign of life was
     */
    record Gap<T>(Reason reason, Instant since) implements Event<T> {}

    /** Why messages may be missing. */
    enum Reason {
        /** The connection was lost, and is there again. */
        CONNECTION_LOST,
        /** The application did not keep up, and its mailbox ran over. */
        TOO_SLOW,
        /** A message came that the channel's function cannot read. */
        UNREADABLE
    }
}
