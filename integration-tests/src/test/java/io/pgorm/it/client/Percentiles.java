package io.pgorm.it.client;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Times in nanoseconds, as many as come. For several threads; the last ones are kept. */
final class Percentiles {

    private final long[] times = new long[1 << 20];
    private final AtomicInteger next = new AtomicInteger();

    void add(long nanos) {
        times[next.getAndIncrement() & (times.length - 1)] = nanos;
    }

    int count() {
        return next.get();
    }

    /** The time in microseconds that one of a thousand exceeds. */
    long worstOfAThousandMicros() {
        return micros(sorted(), 0.999);
    }

    private long[] sorted() {
        long[] sorted = Arrays.copyOf(times, Math.min(times.length, next.get()));
        Arrays.sort(sorted);
        return sorted;
    }

    @Override
    public String toString() {
        long[] sorted = sorted();
        return "p50 " + micros(sorted, 0.5) + ", p90 " + micros(sorted, 0.9) + ", p99 " + micros(sorted, 0.99)
                + ", p99.9 " + micros(sorted, 0.999) + " us";
    }

    private static long micros(long[] sorted, double part) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * part))] / 1000;
    }
}
