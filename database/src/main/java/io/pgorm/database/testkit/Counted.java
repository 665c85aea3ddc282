package io.pgorm.database.testkit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of code returned, and what it cost.
 *
 * @param value what it returned
 * @param trips the round trips that were made meanwhile, in order of their beginning
 */
public record Counted<T extends @Nullable Object>(T value, List<RoundTrip> trips) {

    public Counted {
        trips = List.copyOf(trips);
    }

    /** How many round trips there were. */
    public int count() {
        return trips.size();
    }
}
