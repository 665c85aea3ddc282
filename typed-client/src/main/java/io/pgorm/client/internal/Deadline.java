package io.pgorm.client.internal;

import io.pgorm.client.error.DeadlineExceeded;
import java.time.Duration;
import java.util.Optional;

/** A moment by which something has to be done. Immutable. */
record Deadline(long nanoTime) {

    static Optional<Deadline> in(Optional<Duration> time) {
        return time.map(duration -> new Deadline(System.nanoTime() + duration.toNanos()));
    }

    static Optional<Deadline> earlier(Optional<Deadline> one, Optional<Deadline> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().nanoTime - other.get().nanoTime < 0 ? one : other;
    }

    /** What is left, rounded up. Negative or zero once it has passed. */
    long millisLeft() {
        return Math.ceilDiv(nanoTime - System.nanoTime(), 1_000_000L);
    }

    /**
     * What is left, at least one millisecond.
     *
     * @throws DeadlineExceeded once it has passed
     */
    long requireMillisLeft() {
        long left = millisLeft();
        if (left <= 0) {
            throw new DeadlineExceeded(
                    "the deadline of the transaction has passed; it is rolled back, and nothing more was sent");
        }
        return left;
    }
}
