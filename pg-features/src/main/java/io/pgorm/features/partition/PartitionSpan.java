package io.pgorm.features.partition;

import java.util.List;

/**
 * A range over several columns, compared as a dictionary does: the second counts where the first is equal. The first value is
 * in it, the last one not.
 *
 * @param suffix what the partition's name ends in
 * @param from a value for each column of the key, as PostgreSQL reads it
 * @param to the first values that are not in it
 */
public record PartitionSpan(String suffix, List<String> from, List<String> to) implements PartitionBound {

    /** @throws IllegalArgumentException if there are not as many values at its end as at its beginning, or fewer than two */
    public PartitionSpan {
        from = List.copyOf(from);
        to = List.copyOf(to);
        if (from.size() != to.size() || from.size() < 2) {
            throw new IllegalArgumentException(
                    "a span has two values or more at its beginning, and as many at its end, not " + from.size()
                            + " and " + to.size() + "; PartitionRange is for one column");
        }
    }
}
