package io.pgorm.features.partition.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time that a partition made ahead of time covers: {@code "1 month"}.
 *
 * @param count how many of the unit, from 1 on
 */
record Every(int count, Unit unit) {

    /** Each with what a partition's name ends in, for {@code to_char}. */
    enum Unit {
        HOUR("YYYY_MM_DD_HH24"),
        DAY("YYYY_MM_DD"),
        WEEK("YYYY_MM_DD"),
        MONTH("YYYY_MM"),
        YEAR("YYYY");

        private final String format;

        Unit(String format) {
            this.format = format;
        }

        String format() {
            return format;
        }
    }

    private static final int MOST = 1000;
    private static final Pattern WRITTEN = Pattern.compile("\\s*(\\d{1,4})\\s+([a-z]+?)s?\\s*");

    static Optional<Every> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(matcher.group(1));
        for (Unit unit : Unit.values()) {
            if (unit.name().toLowerCase(Locale.ROOT).equals(matcher.group(2)) && count >= 1 && count <= MOST) {
                return Optional.of(new Every(count, unit));
            }
        }
        return Optional.empty();
    }

    /** As a schema and an interval of PostgreSQL have it: {@code 3 months}. */
    String text() {
        return count + " " + unit.name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s");
    }
}
