package io.pgorm.migrations.random;

import java.util.Random;

/**
 * Two worlds, the second made from the first by some edits. All of it follows from the seed.
 *
 * @param mode how it is run
 */
record Pair(long seed, World a, World b, Trial.Mode mode) {

    /** So many pairs in a row belong together: each begins where the one before ended. */
    static final int CHAIN = 8;

    static Pair of(long seed) {
        long chain = Math.floorDiv(seed, CHAIN);
        Random random = new Random(chain);
        int size = random.nextInt(100) < 30 ? 5 + random.nextInt(20) : 20 + random.nextInt(110);
        World a = Edits.world(random, size);
        World b = Edits.edit(random, a);
        for (long i = Math.floorMod(seed, CHAIN); i > 0; i--) {
            a = b;
            b = Edits.edit(random, a);
        }
        Random how = new Random(seed);
        return new Pair(seed, a, b, new Trial.Mode(how.nextBoolean(), how.nextInt(100) < 60));
    }
}
