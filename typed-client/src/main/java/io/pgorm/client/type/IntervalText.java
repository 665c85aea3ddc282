package io.pgorm.client.type;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Intervals as PostgreSQL writes them by default, and so that it reads them the same in every IntervalStyle. */
final class IntervalText {

    private static final Pattern TEXT = Pattern.compile(
            "(?:(?<years>[-+]?\\d+) years? ?)?(?:(?<months>[-+]?\\d+) mons? ?)?"
                    + "(?:(?<days>[-+]?\\d+) days? ?)?"
                    + "(?:(?<sign>[-+]?)(?<hours>\\d+):(?<minutes>\\d\\d):(?<seconds>\\d\\d)(?:\\.(?<fraction>\\d{1,6}))?)?");

    private IntervalText() {}

    static String print(Interval interval) {
        if (interval.isInfinite()) {
            return interval.months() > 0 ? "infinity" : "-infinity";
        }
        // Its size as a number without a sign, which the least long has too.
        long micros = Math.abs(interval.microseconds());
        long seconds = Long.divideUnsigned(micros, 1_000_000);
        // A sign before each part: where only the first has one, the style of SQL's standard takes it for all.
        return String.format(
                Locale.ROOT,
                "%+d mons %+d days %s%02d:%02d:%02d.%06d",
                interval.months(),
                interval.days(),
                interval.microseconds() < 0 ? "-" : "+",
                seconds / 3600,
                seconds / 60 % 60,
                seconds % 60,
                Long.remainderUnsigned(micros, 1_000_000));
    }

    static Interval parse(String text) {
        if (text.endsWith("infinity")) {
            return text.startsWith("-") ? Interval.MINUS_INFINITY : Interval.INFINITY;
        }
        Matcher parts = TEXT.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            throw new IllegalStateException("PostgreSQL wrote an interval in a style that is not its own; set"
                    + " IntervalStyle to postgres, for this role or database");
        }
        long months = number(parts, "years") * 12 + number(parts, "months");
        return new Interval(Math.toIntExact(months), Math.toIntExact(number(parts, "days")), micros(parts));
    }

    private static long number(Matcher parts, String name) {
        String digits = parts.group(name);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** Counted downwards, since the least long has no opposite. */
    private static long micros(Matcher parts) {
        if (parts.group("hours") == null) {
            return 0;
        }
        long seconds = number(parts, "hours") * 3600 + number(parts, "minutes") * 60 + number(parts, "seconds");
        String fraction = parts.group("fraction");
        long rest = fraction == null ? 0 : Long.parseLong((fraction + "00000").substring(0, 6));
        long negative = Math.subtractExact(Math.multiplyExact(-seconds, 1_000_000L), rest);
        return "-".equals(parts.group("sign")) ? negative : Math.negateExact(negative);
    }
}
