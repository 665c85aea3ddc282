package io.pgorm.features.timescale;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * TimescaleDB's {@code time_bucket} over any field: the beginning of the bucket that a time lies in, to group and to order by.
 * The columns of hypertables have it as their own call, {@code READINGS.AT.bucket(Duration.ofHours(1))}.
 *
 * <p>Buckets of days and weeks begin at midnight of UTC, weeks on Monday, unless a zone is given. The width is part of the SQL
 * and no parameter: PostgreSQL would not see that what is selected is what was grouped by. Stateless.
 */
public final class TimeBucket {

    private TimeBucket() {}

    /** @throws IllegalArgumentException if the width is not positive, finer than a microsecond, or, of days, no whole days */
    public static <T> Field<T> of(Field<T> time, Duration width) {
        return bucket(time, interval(time, width));
    }

    /**
     * Buckets of months, years, weeks or days of the calendar.
     *
     * @throws IllegalArgumentException if the width is not positive, or has months and days: TimescaleDB has no such buckets
     */
    public static <T> Field<T> of(Field<T> time, Period width) {
        return bucket(time, interval(width));
    }

    /** Buckets that begin as the clocks of a zone say. */
    public static <T> Field<T> of(Field<T> time, Duration width, ZoneId zone) {
        return bucket(time, interval(time, width), zone);
    }

    /** Buckets of the calendar, which begin as the clocks of a zone say. */
    public static <T> Field<T> of(Field<T> time, Period width, ZoneId zone) {
        return bucket(time, interval(width), zone);
    }

    /** @throws IllegalArgumentException if the width is not positive */
    public static <T extends Number> Field<T> of(Field<T> number, T width) {
        if (width.longValue() < 1) {
            throw new IllegalArgumentException("a bucket holds at least one number, not " + width);
        }
        return DSL.field(
                "time_bucket({0}, {1})", number.getDataType(), DSL.inline(width, number.getDataType()), number);
    }

    private static <T> Field<T> bucket(Field<T> time, String width) {
        return DSL.field("time_bucket(CAST({0} AS interval), {1})", time.getDataType(), DSL.inline(width), time);
    }

    private static <T> Field<T> bucket(Field<T> time, String width, ZoneId zone) {
        return DSL.field(
                "time_bucket(CAST({0} AS interval), {1}, {2})",
                time.getDataType(), DSL.inline(width), time, DSL.inline(zone.getId()));
    }

    private static String interval(Field<?> time, Duration width) {
        if (!width.isPositive() || width.toNanosPart() % 1000 != 0) {
            throw new IllegalArgumentException("a bucket is a microsecond or longer, in whole ones, not " + width);
        }
        Duration withinDay = width.minusDays(width.toDays());
        if (withinDay.isZero()) {
            return width.toDays() + " days";
        }
        if (time.getType() == java.time.LocalDate.class) {
            throw new IllegalArgumentException("buckets of a date are whole days, not " + width);
        }
        return BigDecimal.valueOf(width.toSeconds())
                        .add(BigDecimal.valueOf(width.toNanosPart(), 9))
                        .stripTrailingZeros()
                        .toPlainString()
                + " seconds";
    }

    private static String interval(Period width) {
        if (width.isNegative() || width.isZero()) {
            throw new IllegalArgumentException("a bucket is a day or longer, not " + width);
        }
        if (width.getDays() == 0) {
            return width.toTotalMonths() + " months";
        }
        if (width.toTotalMonths() != 0) {
            throw new IllegalArgumentException("TimescaleDB has no buckets of months and days together, as in " + width
                    + "; take one or the other");
        }
        return width.getDays() + " days";
    }
}
