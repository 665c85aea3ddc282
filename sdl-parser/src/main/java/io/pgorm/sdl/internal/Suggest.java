package io.pgorm.sdl.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what the author may have meant by a word that is not there. Stateless. */
public final class Suggest {

    private Suggest() {}

    /** The known word nearest to the one written, if any is near enough to be a slip of the pen; case is no distance. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        int limit = written.length() < 3 ? 0 : Math.min(3, written.length() / 3);
        return known.stream()
                .filter(word -> Math.abs(word.length() - written.length()) <= limit)
                .filter(word -> distance(written, word) <= limit)
                .min(Comparator.comparingInt((String word) -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code did you mean X?}, or the fallback. */
    public static Optional<String> didYouMean(String written, Collection<String> known, Optional<String> otherwise) {
        return nearest(written, known).map(word -> "did you mean " + word + "?").or(() -> otherwise);
    }

    /** {@code did you mean X?}, or the whole list. */
    public static String didYouMeanOneOf(String written, Collection<String> known) {
        return nearest(written, known)
                .map(word -> "did you mean " + word + "?")
                .orElseGet(() -> "one of: " + String.join(", ", known));
    }

    /** Edits from one to the other without regard to case: insert, delete, replace, swap two neighbours. */
    static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }
}
