package io.pgorm.ddl.plan.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds what waits for itself among numbered things that wait for each other. Stateless. */
final class Circle {

    private Circle() {}

    /**
     * Those that stand on a circle.
     *
     * @param after by number, which ones wait for it
     */
    static Set<Integer> all(List<Set<Integer>> after) {
        Set<Integer> on = new TreeSet<>();
        for (int i = 0; i < after.size(); i++) {
            if (!on.contains(i)) {
                on.addAll(shortest(after, i));
            }
        }
        return on;
    }

    /** The shortest circle through one of them, from it on; empty where it is on none. */
    static List<Integer> shortest(List<Set<Integer>> after, int start) {
        Map<Integer, Integer> cameFrom = new LinkedHashMap<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        Set<Integer> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            int next = open.remove();
            for (int follower : after.get(next)) {
                if (follower == start) {
                    List<Integer> circle = new ArrayList<>();
                    for (Integer step = next; step != null && step != start; step = cameFrom.get(step)) {
                        circle.addFirst(step);
                    }
                    circle.addFirst(start);
                    return circle;
                }
                if (seen.add(follower)) {
                    cameFrom.put(follower, next);
                    open.add(follower);
                }
            }
        }
        return List.of();
    }
}
