package io.pgorm.examples.documents;

import io.pgorm.features.vector.Vector;
import java.util.Locale;

/**
 * Stands in for a model, so that the example needs neither a network nor a key and gives the same numbers everywhere: each
 * word is taken apart into pieces of three to five letters, each piece is counted in one of 256 places. Texts that share
 * pieces of words are near each other, <i>deploying</i> and <i>redeployment</i> as well. It knows nothing of meaning; a real
 * application asks a model here, and changes {@code Vector(256)} in the schema to its dimensions.
 */
final class Embedding {

    private static final int DIMENSIONS = 256;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;

    private Embedding() {}

    static Vector of(String text) {
        float[] counts = new float[DIMENSIONS];
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            // the short ones are in every text
            if (word.length() > SHORTEST) {
                count(" " + word + " ", counts);
            }
        }
        return Vector.of(counts);
    }

    private static void count(String word, float[] counts) {
        for (int length = SHORTEST; length <= LONGEST; length++) {
            for (int start = 0; start + length <= word.length(); start++) {
                int hash = word.substring(start, start + length).hashCode() * 0x9E3779B9;
                counts[hash >>> 24]++;
            }
        }
    }
}
