package io.pgorm.migrations.random;

import java.util.ArrayList;
import java.util.List;
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

    static Small shrink(Trial trial, Trial.Mode mode, Outcome.Failed failed, World a, World b, long seconds) {
        Shrinker shrinker = new Shrinker(trial, mode, failed.signature(), a, b, seconds);
        int before;
        do {
            before = shrinker.size();
            shrinker.leaveOut();
            shrinker.takeBack();
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
        boolean same = trial.run(smallerA, smallerB, mode) instanceof Outcome.Failed failed
                && failed.signature().equals(signature);
        if (same) {
            a = smallerA;
            b = smallerB;
        }
        return same;
    }

    /** Items that are on both sides, or on one: halves first. */
    private void leaveOut() {
        TreeSet<Integer> ids = new TreeSet<>(a.items().keySet());
        ids.addAll(b.items().keySet());
        List<Integer> all = new ArrayList<>(ids.descendingSet());
        for (int chunk = Math.max(1, all.size() / 2); chunk >= 1; chunk /= 2) {
            for (int i = 0; i < all.size(); i += chunk) {
                List<Integer> part = all.subList(i, Math.min(all.size(), i + chunk));
                accept(a.without(part), b.without(part));
            }
        }
    }

    /** Edits that are not needed. */
    private void takeBack() {
        for (int id : Edits.different(a, b)) {
            World back = a.item(id).map(b::with).orElse(b.without(List.of(id)));
            if (!accept(a, back)) {
                World forth = b.item(id).map(a::with).orElse(a.without(List.of(id)));
                accept(forth, b);
            }
        }
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
