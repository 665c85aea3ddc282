package io.pgorm.migrations.diff;

import java.util.List;

/**
 * What is between two states.
 *
 * @param up from the first to the second
 * @param down from the second to the first
 * @param unmodelled what was seen on either side and is not compared, one line for each
 * @param notes what was passed over or made up while the sources were loaded
 * @param likelyRenames what goes beside something of the same structure that comes, and what to write if it is the same
 * @param server the server whose text was compared, for people
 */
public record Difference(
        Way up, Way down, List<String> unmodelled, List<String> notes, List<String> likelyRenames, String server) {
    public Difference {
        unmodelled = List.copyOf(unmodelled);
        notes = List.copyOf(notes);
        likelyRenames = List.copyOf(likelyRenames);
    }
}
