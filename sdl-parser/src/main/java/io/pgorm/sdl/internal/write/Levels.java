package io.pgorm.sdl.internal.write;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How plainly each piece has to be said. For one thread. */
final class Levels {

    private final Map<String, Integer> levels = new HashMap<>();
    private final Map<String, String> reasons = new HashMap<>();

    /** 0 for the best words, more for plainer ones. */
    int of(Piece piece) {
        return levels.getOrDefault(piece.id(), 0);
    }

    /** Why it is not said in better words. */
    String reason(Piece piece) {
        return reasons.getOrDefault(piece.id(), "the language has no words for it");
    }

    /**
     * The next time, the first of the pieces that can be said more plainly is, once in a round.
     *
     * @param reason why, in one sentence
     * @param lowered those that were in this round
     * @return false where none can
     */
    boolean lower(List<Piece> pieces, String reason, Set<String> lowered) {
        for (Piece piece : pieces) {
            if (lowered.contains(piece.id())) {
                return true;
            }
            if (of(piece) < piece.levels()) {
                levels.put(piece.id(), of(piece) + 1);
                reasons.put(piece.id(), reason);
                lowered.add(piece.id());
                return true;
            }
        }
        return false;
    }
}
