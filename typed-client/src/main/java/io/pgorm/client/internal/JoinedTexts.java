package io.pgorm.client.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of calls, put together of their statements once: what goes out for a call of fixed SQL is then the same
 * string each time, which the driver finds its prepared statement by without reading it. The latest stands in a slot, so
 * that texts of no use to anybody else push each other out and the memory they take is bounded. Thread-safe.
 */
final class JoinedTexts {

    private static final int SLOTS = 1024;

    /** Written and read by several threads without a lock: an entry is immutable, and a lost one is made again. */
    private static final @Nullable Joined[] KNOWN = new @Nullable Joined[SLOTS];

    private JoinedTexts() {}

    private record Joined(String[] parts, String text) {

        boolean isOf(List<Rendered> statements) {
            if (parts.length != statements.size()) {
                return false;
            }
            for (int i = 0; i < parts.length; i++) {
                if (parts[i] != statements.get(i).sql()) {
                    return false;
                }
            }
            return true;
        }
    }

    static String of(List<Rendered> statements) {
        int hash = 0;
        for (Rendered statement : statements) {
            hash = 31 * hash + System.identityHashCode(statement.sql());
        }
        int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
        Joined known = KNOWN[slot];
        if (known != null && known.isOf(statements)) {
            return known.text;
        }
        String[] parts = statements.stream().map(Rendered::sql).toArray(String[]::new);
        String text = String.join("; ", parts);
        KNOWN[slot] = new Joined(parts, text);
        return text;
    }
}
