package io.pgorm.features.partition;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * What a partition holds, the first value included and the last one not. Times are those of UTC.
 *
 * @param suffix what the partition's name ends in
 * @param from the first value, as PostgreSQL reads it
 * @param to the first value that is not in it
 */
public record PartitionRange(String suffix, String from, String to) implements PartitionBound {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    /** As {@code every: "1 month"} in a schema makes them. */
    public static PartitionRange month(YearMonth month) {
        return dates(
                "p" + month.format(DateTimeFormatter.ofPattern("uuuu_MM")),
                month.atDay(1),
                month.plusMonths(1).atDay(1));
    }

    /** As {@code every: "1 day"} in a schema makes them. */
    public static PartitionRange day(LocalDate day) {
        return dates("p" + day.format(DateTimeFormatter.ofPattern("uuuu_MM_dd")), day, day.plusDays(1));
    }

    /** As {@code every: "1 year"} in a schema makes them. */
    public static PartitionRange year(Year year) {
        return dates("p" + year, year.atDay(1), year.plusYears(1).atDay(1));
    }

    /** From one midnight to another. */
    public static PartitionRange dates(String suffix, LocalDate from, LocalDate to) {
        return of(suffix, from.toString(), to.toString());
    }

    public static PartitionRange times(String suffix, OffsetDateTime from, OffsetDateTime to) {
        return of(suffix, text(from), text(to));
    }

    public static PartitionRange numbers(String suffix, long from, long to) {
        return of(suffix, String.valueOf(from), String.valueOf(to));
    }

    private static PartitionRange of(String suffix, String from, String to) {
        return new PartitionRange(suffix, from, to);
    }

    private static String text(OffsetDateTime time) {
        return time.withOffsetSameInstant(ZoneOffset.UTC).format(TIME);
    }
}
