package io.pgorm.sdl.internal.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds ways that lead from something back to itself. For one search. */
final class FindCycles {

    private final Map<String, ? extends List<String>> next;
    private final List<String> way = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private final List<List<String>> cycles = new ArrayList<>();

    private FindCycles(Map<String, ? extends List<String>> next) {
        this.next = next;
    }

    /**
     * At least one cycle of each group that has some.
     *
     * @param next where one can go from each
     * @return each way with its beginning once more at its end
     */
    static List<List<String>> find(Map<String, ? extends List<String>> next) {
        FindCycles find = new FindCycles(next);
        next.keySet().forEach(find::follow);
        return find.cycles;
    }

    private void follow(String from) {
        if (!done.add(from)) {
            return;
        }
        way.add(from);
        List<String> steps = next.get(from);
        for (String to : steps == null ? List.<String>of() : steps) {
            int back = way.indexOf(to);
            if (back >= 0) {
                List<String> cycle = new ArrayList<>(way.subList(back, way.size()));
                cycle.add(to);
                cycles.add(cycle);
            } else if (next.containsKey(to)) {
                follow(to);
            }
        }
        way.removeLast();
    }
}
