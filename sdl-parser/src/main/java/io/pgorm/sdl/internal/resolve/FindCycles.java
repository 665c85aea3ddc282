package io.pgorm.sdl.internal.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds ways that lead from something back to itself. For one search. */
final class FindCycles {

    private final Map<String, ? extends List<String>> next;
    private final List<String> way = new ArrayList<>();
    private final Set<String> onWay = new HashSet<>();
    /** For each on the way, where it has still to be gone from there. */
    private final List<Iterator<String>> left = new ArrayList<>();

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

    /** With a stack of its own: a chain may be longer than the one of the thread is deep. */
    private void follow(String start) {
        if (!enter(start)) {
            return;
        }
        while (!way.isEmpty()) {
            Iterator<String> steps = left.getLast();
            if (steps.hasNext()) {
                step(steps.next());
            } else {
                onWay.remove(way.removeLast());
                left.removeLast();
            }
        }
    }

    private void step(String to) {
        if (onWay.contains(to)) {
            List<String> cycle = new ArrayList<>(way.subList(way.indexOf(to), way.size()));
            cycle.add(to);
            cycles.add(cycle);
        } else if (next.containsKey(to)) {
            enter(to);
        }
    }

    private boolean enter(String from) {
        if (!done.add(from)) {
            return false;
        }
        way.add(from);
        onWay.add(from);
        List<String> steps = next.get(from);
        left.add(steps == null ? Collections.emptyIterator() : steps.iterator());
        return true;
    }
}
