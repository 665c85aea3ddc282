package io.pgorm.features.notify;

import java.time.Duration;

/**
 * How a listener keeps its connection. Immutable.
 *
 * @param heartbeat after how much silence the server is asked for a sign of life
 * @param patience how long to wait for an answer before the connection counts as lost
 * @param firstPause before the second attempt to connect; it doubles from attempt to attempt, with some chance in it
 * @param longestPause between attempts
 * @param mailbox how many messages may wait for a subscriber before the rest becomes a gap
 */
public record ListenerOptions(
        Duration heartbeat, Duration patience, Duration firstPause, Duration longestPause, int mailbox) {

    /** @throws IllegalArgumentException if a time or the mailbox is not positive */
    public ListenerOptions {
        if (heartbeat.toMillis() < 1
                || patience.toMillis() < 1
                || firstPause.toMillis() < 1
                || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "the times of a listener are at least a millisecond, the longest pause no shorter than the first");
        }
        if (mailbox < 1) {
            throw new IllegalArgumentException("a mailbox holds at least one message, not " + mailbox);
        }
    }

    /** A heartbeat after ten seconds of silence, five for its answer, pauses of a tenth of a second to thirty seconds. */
    public static ListenerOptions defaults() {
        return new ListenerOptions(
                Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofSeconds(30), 10_000);
    }

    public ListenerOptions withHeartbeat(Duration newHeartbeat, Duration newPatience) {
        return new ListenerOptions(newHeartbeat, newPatience, firstPause, longestPause, mailbox);
    }

    public ListenerOptions withPauses(Duration first, Duration longest) {
        return new ListenerOptions(heartbeat, patience, first, longest, mailbox);
    }

    public ListenerOptions withMailbox(int messages) {
        return new ListenerOptions(heartbeat, patience, firstPause, longestPause, messages);
    }
}
