package io.pgorm.migrations.apply;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations for people. Stateless. */
public final class Durations {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})\\s*(ms|s|min|h)");

    private Durations() {}

    /**
     * Reads {@code 250ms}, {@code 3s}, {@code 10min}, {@code 4h}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static Duration parse(String text) {
        Matcher match = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            throw new IllegalArgumentException(text + " is no duration: 250ms, 3s, 10min, 4h");
        }
        long amount = Long.parseLong(match.group(1));
        return switch (String.valueOf(match.group(2))) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "min" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    /** {@code 250 ms}, {@code 3.5 s}, {@code 12 min}, {@code 3 h 5 min}. */
    public static String print(Duration duration) {
        if (duration.toMillis() < 1000) {
            return duration.toMillis() + " ms";
        }
        if (duration.toSeconds() < 60) {
            return duration.toMillis() % 1000 < 50
                    ? duration.toSeconds() + " s"
                    : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (duration.toMinutes() < 60) {
            int seconds = duration.toSecondsPart();
            return duration.toMinutes() + " min" + (seconds == 0 ? "" : " " + seconds + " s");
        }
        int minutes = duration.toMinutesPart();
        return duration.toHours() + " h" + (minutes == 0 ? "" : " " + minutes + " min");
    }
}
