package io.pgorm.migrations.apply;

import java.time.Duration;
import java.util.Locale;

/** Durations for people. Stateless. */
public final class Durations {

    private Durations() {}

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
