package io.pgorm.client.type;

import java.time.Duration;
import java.time.Period;

/**
 * An interval of PostgreSQL, which counts months, days and microseconds apart, since a month is not always as many days
 * nor a day as many hours. Two intervals are equal if all three are; PostgreSQL takes 24 hours and a day for equal.
 * Immutable.
 *
 * @param months years too
 * @param days weeks too
 * @param microseconds hours, minutes and seconds
 */
public record Interval(int months, int days, long microseconds) {

    /** Longer than all others; from PostgreSQL 17 on. */
    public static final Interval INFINITY = new Interval(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);

    /** Shorter than all others; from PostgreSQL 17 on. */
    public static final Interval MINUS_INFINITY = new Interval(Integer.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE);

    public static final Interval ZERO = new Interval(0, 0, 0);

    private static final int MONTHS_OF_YEAR = 12;
    private static final int MICROS_OF_SECOND = 1_000_000;
    private static final int NANOS_OF_MICRO = 1000;

    /** @throws ArithmeticException if the months are more than an int holds */
    public static Interval of(Period period) {
        return of(period, Duration.ZERO);
    }

    /**
     * @throws IllegalArgumentException if there are parts of a microsecond
     * @throws ArithmeticException if it is longer than 292,000 years
     */
    public static Interval of(Duration duration) {
        return of(Period.ZERO, duration);
    }

    /** Both together; see {@link #of(Duration)} for what cannot be. */
    public static Interval of(Period period, Duration duration) {
        if (duration.getNano() % NANOS_OF_MICRO != 0) {
            throw new IllegalArgumentException(
                    "PostgreSQL counts in microseconds; truncate the duration to ChronoUnit.MICROS first");
        }
        return new Interval(
                Math.toIntExact(period.toTotalMonths()),
                period.getDays(),
                Math.addExact(
                        Math.multiplyExact(duration.getSeconds(), MICROS_OF_SECOND),
                        duration.getNano() / NANOS_OF_MICRO));
    }

    public boolean isInfinite() {
        return equals(INFINITY) || equals(MINUS_INFINITY);
    }

    /**
     * The years, months and days.
     *
     * @throws ArithmeticException if it is infinite
     */
    public Period period() {
        requireFinite();
        return Period.of(months / MONTHS_OF_YEAR, months % MONTHS_OF_YEAR, days);
    }

    /**
     * The hours, minutes and seconds.
     *
     * @throws ArithmeticException if it is infinite
     */
    public Duration duration() {
        requireFinite();
        return Duration.ofSeconds(
                Math.floorDiv(microseconds, MICROS_OF_SECOND),
                (long) Math.floorMod(microseconds, MICROS_OF_SECOND) * NANOS_OF_MICRO);
    }

    private void requireFinite() {
        if (isInfinite()) {
            throw new ArithmeticException("java.time has no infinite amount of time");
        }
    }

    /** As PostgreSQL reads it. */
    @Override
    public String toString() {
        return TextTypes.INTERVAL.print(this);
    }
}
