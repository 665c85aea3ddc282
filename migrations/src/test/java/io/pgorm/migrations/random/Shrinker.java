package io.pgorm.migrations.random;

import io.pgorm.ir.sql.Identifiers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes a failing pair smaller while it fails in the same way. */
final class Shrinker {

    private final Trial trial;
    private final Trial.Mode mode;
    private final String signature;
    private final long deadline;
    private World a;
    private World b;

    private Shrinker(Trial trial, Trial.Mode mode, String signature, World a, World b, long seconds) {
        this.trial = trial;
        this.mode = mode;
        this.signature = signature;
        this.a = a;
        this.b = b;
        this.deadline = System.nanoTime() + seconds * 1_000_000_000L;
    }

    /** The smallest pair that was found in the given time. */
    record Small(World a, World b) {}

    static Small shrink(Trial trial, Trial.Mode mode, Outcome outcome, World a, World b, long seconds) {
        Shrinker shrinker = new Shrinker(trial, mode, outcome.signature(), a, b, seconds);
        shrinker.onlyMentioned(outcome.toString());
        int before;
        do {
            before = shrinker.size();
            shrinker.takeBack();
            shrinker.leaveOut();
            shrinker.simplify();
        } while (shrinker.size() < before && System.nanoTime() < shrinker.deadline);
        return new Small(shrinker.a, shrinker.b);
    }

    private int size() {
        return size(a) + size(b) + Edits.different(a, b).size();
    }

    private static int size(World world) {
        return world.all().stream().mapToInt(item -> 1 + item.choices().size()).sum();
    }

    private boolean accept(World smallerA, World smallerB) {
        if (System.nanoTime() > deadline || smallerA.equals(a) && smallerB.equals(b)) {
            return false;
        }
        boolean same = trial.run(smallerA, smallerB, mode).signature().equals(signature);
        if (same) {
            a = smallerA;
            b = smallerB;
        }
        return same;
    }

    /** Most of what matters stands in the plan by its name; what it refers to follows. */
    private void onlyMentioned(String text) {
        Set<Integer> kept = new TreeSet<>();
        Deque<Item> open = new ArrayDeque<>();
        for (World world : List.of(a, b)) {
            world.all().stream()
                    .filter(item -> text.contains(Identifiers.quote(Names.of(item))))
                    .forEach(open::add);
        }
        while (!open.isEmpty()) {
            Item item = open.remove();
            if (kept.add(item.id())) {
                for (int value : item.choices().values()) {
                    for (int id : new int[] {value, value - Type.OWN}) {
                        a.item(id).ifPresent(open::add);
                        b.item(id).ifPresent(open::add);
                    }
                }
            }
        }
        TreeSet<Integer> others = ids();
        others.removeAll(kept);
        accept(a.without(others), b.without(others));
    }

    private TreeSet<Integer> ids() {
        TreeSet<Integer> ids = new TreeSet<>(a.items().keySet());
        ids.addAll(b.items().keySet());
        return ids;
    }

    /** Items that are on both sides, or on one: halves first. */
    private void leaveOut() {
        List<Integer> all = new ArrayList<>(ids().descendingSet());
        for (int chunk = Math.max(1, all.size() / 2); chunk >= 1; chunk /= 2) {
            for (int i = 0; i < all.size(); i += chunk) {
                List<Integer> part = all.subList(i, Math.min(all.size(), i + chunk));
                accept(a.without(part), b.without(part));
            }
        }
    }

    /** Edits that are not needed. */
    private void takeBack() {
        List<Integer> all = new ArrayList<>(new TreeSet<>(Edits.different(a, b)));
        for (int chunk = Math.max(1, all.size() / 2); chunk >= 1; chunk /= 2) {
            for (int i = 0; i < all.size(); i += chunk) {
                List<Integer> part = all.subList(i, Math.min(all.size(), i + chunk));
                if (!accept(a, taken(b, part, a)) && chunk == 1) {
                    accept(taken(a, part, b), b);
                }
            }
        }
    }

    /** The first world with the given items as they are in the second. */
    private static World taken(World world, List<Integer> ids, World from) {
        World changed = world.without(ids);
        for (int id : ids) {
            if (from.item(id).isPresent()) {
                changed = changed.with(from.item(id).get());
            }
        }
        return changed;
    }

    /** Choices that might be the plain ones. */
    private void simplify() {
        for (Item item : List.copyOf(a.all())) {
            for (String choice : item.choices().keySet()) {
                accept(without(a, item.id(), choice), without(b, item.id(), choice));
            }
        }
        for (Item item : List.copyOf(b.all())) {
            for (String choice : item.choices().keySet()) {
                accept(a, without(b, item.id(), choice));
            }
        }
    }

    private static World without(World world, int id, String choice) {
        return world.item(id).map(item -> world.with(item.with(choice, 0))).orElse(world);
    }
}
