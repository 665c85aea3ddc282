package io.pgorm.migrations.file;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The version in a migration's name, ordered as Flyway orders: number by number, where {@code 1} and {@code 1.0} are the
 * same. Ours are times in UTC, so that those of two branches seldom clash. Immutable.
 *
 * @param text its numbers, with points between them
 */
public record MigrationVersion(String text) implements Comparable<MigrationVersion> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    /** @throws IllegalArgumentException if these are no numbers with points or underscores between them */
    public MigrationVersion {
        text = text.replace('_', '.');
        if (!text.matches("[0-9]+(\\.[0-9]+)*")) {
            throw new IllegalArgumentException(text + " is no version of a migration: 20261120093000, 1, 1.2");
        }
    }

    /** The version for a migration that is made now, after all that are there. */
    public static MigrationVersion next(Optional<MigrationVersion> newest, Instant now) {
        LocalDateTime time = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        MigrationVersion version = new MigrationVersion(TIME.format(time));
        return newest.filter(last -> last.compareTo(version) >= 0)
                .map(MigrationVersion::following)
                .orElse(version);
    }

    private MigrationVersion following() {
        try {
            return new MigrationVersion(
                    TIME.format(LocalDateTime.parse(text, TIME).plusSeconds(1)));
        } catch (DateTimeException e) {
            return new MigrationVersion(
                    new BigInteger(numbers().getFirst()).add(BigInteger.ONE).toString());
        }
    }

    private List<String> numbers() {
        return Arrays.asList(text.split("\\."));
    }

    @Override
    public int compareTo(MigrationVersion other) {
        List<String> mine = numbers();
        List<String> theirs = other.numbers();
        for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
            int compared = at(mine, i).compareTo(at(theirs, i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private static BigInteger at(List<String> numbers, int i) {
        return i < numbers.size() ? new BigInteger(numbers.get(i)) : BigInteger.ZERO;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MigrationVersion version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        return text.replaceAll("(^|\\.)0+(?=[0-9])", "$1")
                .replaceAll("(\\.0)+$", "")
                .hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
