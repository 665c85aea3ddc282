package io.pgorm.migrations.file;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a migration's file, as Flyway reads it. Immutable.
 *
 * @param version none where the file is repeatable
 * @param slug what it is about, as it stands in the name: {@code add_posts}
 */
public record MigrationName(Kind kind, Optional<MigrationVersion> version, String slug) {

    /** What follows the whole name in the name of the file with Flyway's settings for it. */
    public static final String SETTINGS_SUFFIX = ".conf";

    private static final Pattern NAME =
            Pattern.compile("(?:([VUB])([0-9]+(?:[._][0-9]+)*)|(R))__(.*)\\.sql", Pattern.DOTALL);

    /** What the first letter of the name says. */
    public enum Kind {
        /** Brings a database to the version. */
        UP("V"),
        /** Takes it back again. */
        DOWN("U"),
        /** Stands for all versions up to its own. */
        BASELINE("B"),
        /** Run again whenever it has changed. */
        REPEATABLE("R");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }
    }

    /** Reads the name of a file without its folder; none if no migration is called so. */
    public static Optional<MigrationName> parse(String file) {
        Matcher match = NAME.matcher(file);
        if (!match.matches()) {
            return Optional.empty();
        }
        String letter = match.group(1) == null ? "R" : match.group(1);
        Kind kind = switch (letter) {
            case "V" -> Kind.UP;
            case "U" -> Kind.DOWN;
            case "B" -> Kind.BASELINE;
            default -> Kind.REPEATABLE;
        };
        return Optional.of(new MigrationName(
                kind, Optional.ofNullable(match.group(2)).map(MigrationVersion::new), String.valueOf(match.group(4))));
    }

    /**
     * Turns what a person calls a migration into a part of a file's name.
     *
     * @throws IllegalArgumentException if there is no letter or digit in it
     */
    public static String slug(String name) {
        String slug = name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_+|_+$", "");
        if (slug.isEmpty()) {
            throw new IllegalArgumentException("a migration needs a name with letters in it, such as add_posts");
        }
        return slug;
    }

    /** What it is about, as Flyway shows it: {@code add posts}. */
    public String description() {
        return slug.replace('_', ' ').strip();
    }

    /** The name of the file. */
    public String file() {
        return kind.letter + version.map(MigrationVersion::text).orElse("") + "__" + slug + ".sql";
    }
}
