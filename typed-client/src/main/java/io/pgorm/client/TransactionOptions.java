package io.pgorm.client;

import java.time.Duration;
import java.util.Optional;

/**
 * How a transaction runs. Immutable; each {@code with} method returns a new value.
 *
 * @param isolation empty for the one that the server has as its default
 * @param readOnly whether PostgreSQL refuses to write in it
 * @param deferrable for {@link Isolation#SERIALIZABLE} and read-only: waits for a moment in which it can neither fail nor
 *     make others fail
 * @param attempts how often the work runs at most, when it fails by a serialization failure or a deadlock
 * @param firstPause about how long to wait before the second attempt; doubled for each further one
 * @param longestPause the most to wait between two attempts
 * @param deadline how long everything may take, from the first attempt to the answer to COMMIT
 */
public record TransactionOptions(
        Optional<Isolation> isolation,
        boolean readOnly,
        boolean deferrable,
        int attempts,
        Duration firstPause,
        Duration longestPause,
        Optional<Duration> deadline) {

    private static final TransactionOptions DEFAULTS = new TransactionOptions(
            Optional.empty(), false, false, 5, Duration.ofMillis(10), Duration.ofSeconds(1), Optional.empty());

    /** @throws IllegalArgumentException for no attempt, a negative pause, or a deadline that is not in the future */
    public TransactionOptions {
        if (attempts < 1) {
            throw new IllegalArgumentException("a transaction has at least one attempt, not " + attempts);
        }
        if (firstPause.isNegative() || longestPause.isNegative()) {
            throw new IllegalArgumentException("a pause cannot be negative");
        }
        if (deadline.filter(time -> !time.isPositive()).isPresent()) {
            throw new IllegalArgumentException("a deadline is a time from now on, above zero");
        }
    }

    /** The server's isolation, reading and writing, five attempts, no deadline. */
    public static TransactionOptions defaults() {
        return DEFAULTS;
    }

    public TransactionOptions withIsolation(Isolation newIsolation) {
        return new TransactionOptions(
                Optional.of(newIsolation), readOnly, deferrable, attempts, firstPause, longestPause, deadline);
    }

    public TransactionOptions withReadOnly() {
        return new TransactionOptions(isolation, true, deferrable, attempts, firstPause, longestPause, deadline);
    }

    public TransactionOptions withDeferrable() {
        return new TransactionOptions(isolation, readOnly, true, attempts, firstPause, longestPause, deadline);
    }

    /** 1 for work that must not run again. */
    public TransactionOptions withAttempts(int most) {
        return new TransactionOptions(isolation, readOnly, deferrable, most, firstPause, longestPause, deadline);
    }

    public TransactionOptions withPauses(Duration first, Duration longest) {
        return new TransactionOptions(isolation, readOnly, deferrable, attempts, first, longest, deadline);
    }

    public TransactionOptions withDeadline(Duration time) {
        return new TransactionOptions(
                isolation, readOnly, deferrable, attempts, firstPause, longestPause, Optional.of(time));
    }
}
