package io.pgorm.features.partition;

import java.util.List;

/**
 * Which partitions a query reads.
 *
 * @param read those in the plan
 * @param left those that the planner knew it need not look at
 * @param plan what EXPLAIN says; it holds the values of conditions
 */
public record Pruning(List<String> read, List<String> left, String plan) {

    public Pruning {
        read = List.copyOf(read);
        left = List.copyOf(left);
    }

    @Override
    public String toString() {
        return "reads " + read.size() + " of " + (read.size() + left.size()) + " partitions: " + read;
    }
}
