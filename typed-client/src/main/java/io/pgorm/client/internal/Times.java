package io.pgorm.client.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoEra;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/**
 * Times as PostgreSQL counts them, from the year 2000 on and in microseconds, and as it reads them. Nanoseconds are
 * rounded as the driver does, and the ends of Java's time are infinite, as they are to the driver.
 */
final class Times {

    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
            .toFormatter(java.util.Locale.ROOT);

    private Times() {}

    static int days(LocalDate date) {
        if (date.equals(LocalDate.MAX)) {
            return Integer.MAX_VALUE;
        }
        return date.equals(LocalDate.MIN) ? Integer.MIN_VALUE : Math.toIntExact(date.toEpochDay() - EPOCH_DAY);
    }

    static long micros(LocalTime time) {
        return rounded(time.toSecondOfDay(), time.getNano());
    }

    static long micros(LocalDateTime time) {
        if (time.equals(LocalDateTime.MAX)) {
            return Long.MAX_VALUE;
        }
        return time.equals(LocalDateTime.MIN)
                ? Long.MIN_VALUE
                : rounded(time.toEpochSecond(ZoneOffset.UTC) - EPOCH_SECOND, time.getNano());
    }

    static long micros(OffsetDateTime time) {
        if (time.equals(OffsetDateTime.MAX)) {
            return Long.MAX_VALUE;
        }
        return time.equals(OffsetDateTime.MIN)
                ? Long.MIN_VALUE
                : rounded(time.toEpochSecond() - EPOCH_SECOND, time.getNano());
    }

    private static long rounded(long seconds, int nano) {
        return Math.addExact(Math.multiplyExact(seconds, 1_000_000), micros(nano));
    }

    /** The nearest one, as the driver rounds. */
    private static int micros(int nano) {
        return nano / 1000 + (nano % 1000 > 499 ? 1 : 0);
    }

    static String text(LocalDate date) {
        if (date.equals(LocalDate.MAX)) {
            return "infinity";
        }
        return date.equals(LocalDate.MIN) ? "-infinity" : year(date) + era(date);
    }

    static String text(LocalTime time) {
        long micros = micros(time);
        return micros == 86_400_000_000L ? "24:00:00" : TIME.format(LocalTime.ofNanoOfDay(micros * 1000));
    }

    static String text(OffsetTime time) {
        return text(time.toLocalTime()) + zone(time.getOffset());
    }

    static String text(LocalDateTime time) {
        if (time.equals(LocalDateTime.MAX)) {
            return "infinity";
        }
        if (time.equals(LocalDateTime.MIN)) {
            return "-infinity";
        }
        return year(time.toLocalDate()) + " " + text(time.toLocalTime()) + era(time.toLocalDate());
    }

    static String text(OffsetDateTime time) {
        if (time.equals(OffsetDateTime.MAX)) {
            return "infinity";
        }
        if (time.equals(OffsetDateTime.MIN)) {
            return "-infinity";
        }
        LocalDate date = time.toLocalDate();
        return year(date) + " " + text(time.toLocalTime()) + zone(time.getOffset()) + era(date);
    }

    private static String year(LocalDate date) {
        return String.format(
                java.util.Locale.ROOT,
                "%04d-%02d-%02d",
                date.get(ChronoField.YEAR_OF_ERA),
                date.getMonthValue(),
                date.getDayOfMonth());
    }

    private static String era(LocalDate date) {
        return date.getEra() == IsoEra.BCE ? " BC" : "";
    }

    private static String zone(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+00" : offset.getId();
    }
}
