package io.pgorm.migrations.rows.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where columns get their values from, together: one column alone, the columns of foreign keys, or those that a condition
 * ties to each other.
 *
 * @param columns in the order of the values of a tuple
 * @param ordinary tuples without NULL where there are such
 * @param odd tuples with extreme values
 * @param nulls tuples with NULL
 */
record Source(
        List<String> columns,
        List<List<@Nullable String>> ordinary,
        List<List<@Nullable String>> odd,
        List<List<@Nullable String>> nulls) {

    Source {
        columns = List.copyOf(columns);
        ordinary = List.copyOf(ordinary);
        odd = List.copyOf(odd);
        nulls = List.copyOf(nulls);
    }

    static Source of(String column, Pool pool, boolean nullable) {
        return new Source(
                List.of(column),
                tuples(pool.ordinary()),
                tuples(pool.extremes()),
                nullable ? List.of(Collections.singletonList(null)) : List.of());
    }

    private static List<List<@Nullable String>> tuples(List<String> values) {
        List<List<@Nullable String>> tuples = new ArrayList<>();
        values.forEach(value -> tuples.add(Collections.singletonList(value)));
        return tuples;
    }

    /** NULL stands near the beginning, since only so many of them may be looked at. */
    List<List<@Nullable String>> all() {
        List<List<@Nullable String>> all = new ArrayList<>(ordinary);
        all.addAll(Math.min(2, all.size()), nulls);
        all.addAll(odd);
        return all;
    }

    int size() {
        return ordinary.size() + odd.size() + nulls.size();
    }

    boolean isEmpty() {
        return size() == 0;
    }

    boolean shares(Set<String> others) {
        return columns.stream().anyMatch(others::contains);
    }

    /** The tuples that satisfy what they must, sorted into those with NULL and those without. */
    static Source solved(List<String> columns, List<List<@Nullable String>> tuples) {
        List<List<@Nullable String>> full = new ArrayList<>();
        List<List<@Nullable String>> nulls = new ArrayList<>();
        tuples.forEach(tuple -> (tuple.contains(null) ? nulls : full).add(tuple));
        return new Source(columns, full, List.of(), nulls);
    }
}
