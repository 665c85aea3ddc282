package io.pgorm.migrations.rows.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables in an order in which those that others point to come first, as far as there is one. Stateless. */
final class RowOrder {

    private RowOrder() {}

    static List<RowTable> of(RowSchema schema) {
        Map<Long, Set<Long>> below = below(schema);
        Map<Long, Set<Long>> firm = new LinkedHashMap<>();
        Map<Long, Set<Long>> loose = new LinkedHashMap<>();
        for (RowTable table : schema.tables().values()) {
            for (RowKey key : table.keys()) {
                boolean mayBeNull = key.columns().stream()
                        .anyMatch(name ->
                                table.column(name).map(RowColumn::nullable).orElse(false));
                Set<Long> targets = new LinkedHashSet<>(below.getOrDefault(key.target(), Set.of()));
                targets.add(key.target());
                targets.remove(table.oid());
                (mayBeNull ? loose : firm)
                        .computeIfAbsent(table.oid(), oid -> new LinkedHashSet<>())
                        .addAll(targets);
            }
        }
        List<RowTable> order = new ArrayList<>();
        Set<Long> done = new LinkedHashSet<>();
        Set<RowTable> left = new LinkedHashSet<>(schema.tables().values());
        while (!left.isEmpty()) {
            RowTable best = left.iterator().next();
            int least = Integer.MAX_VALUE;
            for (RowTable table : left) {
                int missing = 1000 * missing(firm.get(table.oid()), done) + missing(loose.get(table.oid()), done);
                if (missing < least) {
                    least = missing;
                    best = table;
                }
                if (missing == 0) {
                    break;
                }
            }
            left.remove(best);
            done.add(best.oid());
            order.add(best);
        }
        return order;
    }

    private static int missing(@org.jspecify.annotations.Nullable Set<Long> needed, Set<Long> done) {
        return needed == null
                ? 0
                : (int) needed.stream().filter(oid -> !done.contains(oid)).count();
    }

    /** Of each partitioned table all that is under it. */
    private static Map<Long, Set<Long>> below(RowSchema schema) {
        Map<Long, Set<Long>> below = new LinkedHashMap<>();
        for (RowTable table : schema.tables().values()) {
            List<Long> open = new ArrayList<>(table.above());
            Set<Long> seen = new LinkedHashSet<>();
            while (!open.isEmpty()) {
                long up = open.removeLast();
                RowTable above = schema.tables().get(up);
                if (above != null && above.kind() == 'p' && seen.add(up)) {
                    below.computeIfAbsent(up, oid -> new LinkedHashSet<>()).add(table.oid());
                    open.addAll(above.above());
                }
            }
        }
        return below;
    }
}
