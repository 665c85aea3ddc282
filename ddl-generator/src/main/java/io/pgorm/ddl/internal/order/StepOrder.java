package io.pgorm.ddl.internal.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sorts steps so that each comes after those it needs, and otherwise by their places.
 *
 * <p>Where steps need each other in a circle, the weakest need in it is given up: that of a routine's body first, whose
 * step then has to run without a look at the body. Deterministic. Mutable; for one sorting and one thread.
 */
public final class StepOrder {

    /** Of each step, the steps it still waits for. */
    private final List<TreeMap<Integer, Strength>> waits = new ArrayList<>();

    private final List<List<Integer>> waiters = new ArrayList<>();
    private final List<Step> steps;
    private final List<Step> sorted = new ArrayList<>();
    /** By identity: a step is large, and no two are one. */
    private final Set<Step> unchecked = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Set<Step> knots = Collections.newSetFromMap(new IdentityHashMap<>());

    private StepOrder(List<Step> given) {
        steps = given.stream().sorted(Comparator.comparing(Step::place)).toList();
        Makers makers = new Makers(steps);
        for (int i = 0; i < steps.size(); i++) {
            waiters.add(new ArrayList<>());
        }
        for (int i = 0; i < steps.size(); i++) {
            TreeMap<Integer, Strength> needed = needs(i, makers);
            waits.add(needed);
        }
        for (int i = 0; i < steps.size(); i++) {
            for (Need need : steps.get(i).before()) {
                for (int later : makers.of(need)) {
                    waits.get(later).put(i, Strength.HARD);
                }
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            waits.get(i).remove(i);
            for (int other : waits.get(i).keySet()) {
                waiters.get(other).add(i);
            }
        }
    }

    /**
     * What came of the sorting.
     *
     * @param steps all of them
     * @param unchecked those whose bodies name what comes later
     * @param knots tables in a circle that only expressions in their definitions close
     */
    public record Sorted(List<Step> steps, Set<Step> unchecked, Set<Step> knots) {}

    /** The steps in order, whatever order they are given in. */
    public static Sorted sort(List<Step> steps) {
        StepOrder order = new StepOrder(steps);
        order.run();
        return new Sorted(order.sorted, order.unchecked, order.knots);
    }

    private TreeMap<Integer, Strength> needs(int number, Makers makers) {
        TreeMap<Integer, Strength> needed = new TreeMap<>();
        for (Need need : steps.get(number).needs()) {
            if (need instanceof Need.Text(String sql, Strength strength)) {
                for (Mentions.Mention mention : Mentions.in(sql)) {
                    Strength of = mention.body() ? Strength.BODY : strength;
                    makers.of(mention).forEach(maker -> needed.merge(maker, of, StepOrder::stronger));
                }
            } else {
                makers.of(need).forEach(maker -> needed.merge(maker, Strength.HARD, StepOrder::stronger));
            }
        }
        return needed;
    }

    private static Strength stronger(Strength one, Strength other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void run() {
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int i = 0; i < steps.size(); i++) {
            if (waits.get(i).isEmpty()) {
                ready.add(i);
            }
        }
        Set<Integer> left = new LinkedHashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            left.add(i);
        }
        while (!left.isEmpty()) {
            Integer next = ready.poll();
            if (next == null) {
                int freed = loosen(circle(left.iterator().next()));
                if (waits.get(freed).isEmpty()) {
                    ready.add(freed);
                }
                continue;
            }
            left.remove(next);
            sorted.add(steps.get(next));
            for (int waiter : waiters.get(next)) {
                if (waits.get(waiter).remove(next) != null && waits.get(waiter).isEmpty()) {
                    ready.add(waiter);
                }
            }
        }
    }

    /** Steps of which each waits for the next, and the last for the first; there is one, since all wait. */
    private List<Integer> circle(int start) {
        List<Integer> path = new ArrayList<>();
        Map<Integer, Integer> placeInPath = new LinkedHashMap<>();
        int at = start;
        while (!placeInPath.containsKey(at)) {
            placeInPath.put(at, path.size());
            path.add(at);
            at = waits.get(at).firstKey();
        }
        return path.subList(placeInPath.get(at), path.size());
    }

    /** Gives up the weakest need in a circle, and tells whose it was. */
    private int loosen(List<Integer> circle) {
        int weakest = 0;
        Strength found = Strength.HARD;
        for (int i = 0; i < circle.size(); i++) {
            Strength strength = strength(circle, i);
            if (strength.compareTo(found) > 0) {
                found = strength;
                weakest = i;
            }
        }
        if (found == Strength.NAMED) {
            for (int i = 0; i < circle.size(); i++) {
                if (strength(circle, i) == Strength.NAMED) {
                    knots.add(steps.get(circle.get(i)));
                }
            }
        }
        int freed = circle.get(weakest);
        waits.get(freed).remove(after(circle, weakest));
        if (found == Strength.BODY) {
            unchecked.add(steps.get(freed));
        }
        return freed;
    }

    private Strength strength(List<Integer> circle, int i) {
        Strength strength = waits.get(circle.get(i)).get(after(circle, i));
        return strength == null ? Strength.HARD : strength;
    }

    private static int after(List<Integer> circle, int i) {
        return circle.get((i + 1) % circle.size());
    }
}
