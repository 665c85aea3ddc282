package io.pgorm.client.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times as PostgreSQL writes and reads them. The least and the greatest value of a Java type stand for
 * infinity, as they do in the driver; java.sql's types, by which jOOQ would go, know neither infinity nor the days of
 * October 1582.
 */
public final class TemporalText {

    private static final String INFINITY = "infinity";
    private static final String MINUS_INFINITY = "-infinity";
    private static final String BEFORE_CHRIST = " BC";
    private static final Pattern STAMP = Pattern.compile("(?<date>[-0-9]+) (?<time>[0-9:.]+)(?<offset>[-+][0-9:]+)?");

    private TemporalText() {}

    public static String print(LocalDate date) {
        if (date.equals(LocalDate.MAX) || date.equals(LocalDate.MIN)) {
            return date.equals(LocalDate.MAX) ? INFINITY : MINUS_INFINITY;
        }
        return day(date) + era(date);
    }

    public static String print(LocalDateTime stamp) {
        if (stamp.equals(LocalDateTime.MAX) || stamp.equals(LocalDateTime.MIN)) {
            return stamp.equals(LocalDateTime.MAX) ? INFINITY : MINUS_INFINITY;
        }
        return day(stamp.toLocalDate()) + " " + stamp.toLocalTime() + era(stamp.toLocalDate());
    }

    public static String print(OffsetDateTime stamp) {
        if (stamp.equals(OffsetDateTime.MAX) || stamp.equals(OffsetDateTime.MIN)) {
            return stamp.equals(OffsetDateTime.MAX) ? INFINITY : MINUS_INFINITY;
        }
        LocalDate date = stamp.toLocalDate();
        return day(date) + " " + stamp.toLocalTime() + offset(stamp.getOffset()) + era(date);
    }

    public static String print(OffsetTime time) {
        return time.toLocalTime() + offset(time.getOffset());
    }

    private static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+00" : offset.getId();
    }

    private static String day(LocalDate date) {
        int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
        return "%04d-%02d-%02d".formatted(year, date.getMonthValue(), date.getDayOfMonth());
    }

    private static String era(LocalDate date) {
        return date.getYear() > 0 ? "" : BEFORE_CHRIST;
    }

    public static LocalDate date(String text) {
        if (text.equals(INFINITY) || text.equals(MINUS_INFINITY)) {
            return text.equals(INFINITY) ? LocalDate.MAX : LocalDate.MIN;
        }
        boolean before = text.endsWith(BEFORE_CHRIST);
        String[] parts = (before ? text.substring(0, text.length() - BEFORE_CHRIST.length()) : text).split("-");
        int year = Integer.parseInt(parts[0]);
        return LocalDate.of(before ? 1 - year : year, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    /** The end of the day, which Java has no time for, is the last time before it. */
    public static LocalTime time(String text) {
        return text.equals("24:00:00") ? LocalTime.MAX : LocalTime.parse(text);
    }

    public static OffsetTime offsetTime(String text) {
        int sign = Math.max(text.indexOf('+'), text.indexOf('-'));
        return OffsetTime.of(time(text.substring(0, sign)), ZoneOffset.of(text.substring(sign)));
    }

    public static LocalDateTime stamp(String text) {
        if (text.equals(INFINITY) || text.equals(MINUS_INFINITY)) {
            return text.equals(INFINITY) ? LocalDateTime.MAX : LocalDateTime.MIN;
        }
        Matcher parts = parts(text);
        String era = text.endsWith(BEFORE_CHRIST) ? BEFORE_CHRIST : "";
        return LocalDateTime.of(date(parts.group("date") + era), LocalTime.parse(parts.group("time")));
    }

    /** In UTC, as the driver gives it. */
    public static OffsetDateTime offsetStamp(String text) {
        if (text.equals(INFINITY) || text.equals(MINUS_INFINITY)) {
            return text.equals(INFINITY) ? OffsetDateTime.MAX : OffsetDateTime.MIN;
        }
        return stamp(text).atOffset(ZoneOffset.of(parts(text).group("offset"))).withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static Matcher parts(String text) {
        Matcher parts = STAMP.matcher(
                text.endsWith(BEFORE_CHRIST) ? text.substring(0, text.length() - BEFORE_CHRIST.length()) : text);
        if (!parts.matches()) {
            throw new IllegalStateException(
                    "PostgreSQL wrote a time in a way that is not ISO's; leave DateStyle alone");
        }
        return parts;
    }
}
