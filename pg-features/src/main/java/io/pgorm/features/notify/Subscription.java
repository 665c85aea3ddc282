package io.pgorm.features.notify;

/** A callback's place on a channel, until it is closed. */
public interface Subscription extends AutoCloseable {
    /** No event comes after the one that is being handled. Idempotent. */
    @Override
    void close();
}
