package io.pgorm.migrations.rows.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Values of one type, as text that its input function reads.
 *
 * @param ordinary different from each other, and ascending where the type has an order that is known here
 * @param extremes the largest, the empty, the odd
 */
record Pool(List<String> ordinary, List<String> extremes) {

    Pool {
        ordinary = List.copyOf(ordinary);
        extremes = List.copyOf(extremes);
    }

    List<String> all() {
        LinkedHashSet<String> all = new LinkedHashSet<>(ordinary);
        all.addAll(extremes);
        return new ArrayList<>(all);
    }

    Pool keeping(Predicate<String> accepted) {
        return new Pool(
                ordinary.stream().filter(accepted).toList(),
                extremes.stream().filter(accepted).toList());
    }

    /** With more ordinary values before those that there are. */
    Pool preceded(List<String> more) {
        LinkedHashSet<String> all = new LinkedHashSet<>(more);
        all.addAll(ordinary);
        return new Pool(List.copyOf(all), extremes);
    }
}
