package io.pgorm.client.internal;

import io.pgorm.client.TransactionOptions;
import io.pgorm.client.error.DeadlockDetected;
import io.pgorm.client.error.SerializationFailure;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether and when work that failed runs again. PostgreSQL has rolled it back for sure in the two cases that count. */
final class Retry {

    private static final Logger LOG = LoggerFactory.getLogger("io.pgorm.client.transaction");
    private static final int DEEPEST_CAUSE = 16;

    private final TransactionOptions options;
    private final Optional<Deadline> deadline;
    private int attempts = 1;

    Retry(TransactionOptions options, Optional<Deadline> deadline) {
        this.options = options;
        this.deadline = deadline;
    }

    /** Waits, if the work may run again. */
    boolean again(Throwable failure) {
        if (attempts >= options.attempts() || !isRetryable(failure)) {
            return false;
        }
        long pause = pauseMillis();
        if (deadline.isPresent() && deadline.get().millisLeft() <= pause) {
            return false;
        }
        attempts++;
        LOG.debug("attempt {} of {} in {} ms", attempts, options.attempts(), pause);
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Between half and all of a time that doubles: those who collided must not meet again. */
    private long pauseMillis() {
        long longest = options.longestPause().toMillis();
        int doublings = Math.min(attempts - 1, 20);
        long time = Math.min(longest, options.firstPause().toMillis() << doublings);
        return time - ThreadLocalRandom.current().nextLong(time / 2 + 1);
    }

    /** The application may have wrapped what it got. */
    static boolean isRetryable(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof SerializationFailure || cause instanceof DeadlockDetected) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
