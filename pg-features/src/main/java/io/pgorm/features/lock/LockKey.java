package io.pgorm.features.lock;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is locked. PostgreSQL knows advisory locks by a number of 64 bits, and it is PostgreSQL that makes it of this text:
 * {@code hashtextextended(text, 0)}. So SQL by hand locks the same, the numbers 7 of two kinds of things are two keys, and
 * no two keys are one because 32 bits were too few.
 *
 * @param text the whole key, {@code invoice/42}
 */
public record LockKey(String text) {

    /** @throws IllegalArgumentException if it is empty */
    public LockKey {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the key of a lock is not empty");
        }
    }

    /** By a name: {@code nightly report}. */
    public static LockKey of(String name) {
        return new LockKey(escaped(name));
    }

    /** One of a kind by its number. */
    public static LockKey of(String kind, long id) {
        return of(kind, String.valueOf(id));
    }

    /** One of a kind by its number. */
    public static LockKey of(String kind, UUID id) {
        return of(kind, id.toString());
    }

    /** One of a kind by texts; {@code ("a", "b/c")} and {@code ("a/b", "c")} are two keys. */
    public static LockKey of(String kind, String... ids) {
        return new LockKey(Stream.concat(Stream.of(kind), Stream.of(ids))
                .map(LockKey::escaped)
                .collect(Collectors.joining("/")));
    }

    private static String escaped(String part) {
        return part.replace("\\", "\\\\").replace("/", "\\/");
    }

    @Override
    public String toString() {
        return text;
    }
}
