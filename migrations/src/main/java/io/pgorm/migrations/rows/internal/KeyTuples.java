package io.pgorm.migrations.rows.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Joins what several foreign keys of one table offer, so that columns that they share have one value. Stateless. */
final class KeyTuples {

    private static final int MOST = 60;

    private KeyTuples() {}

    /** A foreign key, and the values that its target has for it. */
    record Offer(RowKey key, List<List<@Nullable String>> values) {}

    /** Groups of offers, each of which shares no column with another group. */
    static List<List<Offer>> groups(List<Offer> offers) {
        List<List<Offer>> groups = new ArrayList<>();
        for (Offer offer : offers) {
            List<Offer> group = new ArrayList<>(List.of(offer));
            groups.removeIf(other -> {
                boolean shares = other.stream()
                        .anyMatch(one -> one.key().columns().stream()
                                .anyMatch(offer.key().columns()::contains));
                if (shares) {
                    group.addAll(0, other);
                }
                return shares;
            });
            groups.add(group);
        }
        return groups;
    }

    /** @param nullable the columns that may be NULL */
    static Source join(List<Offer> group, Set<String> nullable) {
        Set<Map<String, @Nullable String>> joined = new LinkedHashSet<>(List.of(Map.of()));
        for (Offer offer : group) {
            Set<Map<String, @Nullable String>> next = new LinkedHashSet<>();
            for (Map<String, @Nullable String> tuple : joined) {
                extend(tuple, offer, nullable, next);
            }
            joined = limited(next);
        }
        Set<String> columns = new LinkedHashSet<>();
        group.forEach(offer -> columns.addAll(offer.key().columns()));
        List<String> order = List.copyOf(columns);
        List<List<@Nullable String>> tuples = new ArrayList<>();
        for (Map<String, @Nullable String> tuple : joined) {
            List<@Nullable String> values = new ArrayList<>();
            order.forEach(column -> values.add(tuple.get(column)));
            tuples.add(values);
        }
        return Source.solved(order, tuples);
    }

    private static void extend(
            Map<String, @Nullable String> tuple,
            Offer offer,
            Set<String> nullable,
            Set<Map<String, @Nullable String>> into) {
        List<String> columns = offer.key().columns();
        for (List<@Nullable String> values : offer.values()) {
            Map<String, @Nullable String> extended = new TreeMap<>(tuple);
            boolean fits = true;
            boolean points = true;
            for (int i = 0; i < columns.size(); i++) {
                if (!tuple.containsKey(columns.get(i))) {
                    extended.put(columns.get(i), values.get(i));
                } else if (tuple.get(columns.get(i)) == null) {
                    points = false;
                } else {
                    fits &= java.util.Objects.equals(tuple.get(columns.get(i)), values.get(i));
                }
            }
            if (fits || !points) {
                into.add(extended);
            }
        }
        withNull(tuple, offer, nullable, into);
    }

    /** The key points nowhere if one of its columns is NULL; all of them are, where they may and are not taken. */
    private static void withNull(
            Map<String, @Nullable String> tuple,
            Offer offer,
            Set<String> nullable,
            Set<Map<String, @Nullable String>> into) {
        List<String> free = offer.key().columns().stream()
                .filter(column -> !tuple.containsKey(column))
                .toList();
        if (free.stream().noneMatch(nullable::contains)) {
            return;
        }
        Map<String, @Nullable String> extended = new TreeMap<>(tuple);
        Map<String, @Nullable String> any = new LinkedHashMap<>();
        if (!offer.values().isEmpty()) {
            for (int i = 0; i < offer.key().columns().size(); i++) {
                any.put(offer.key().columns().get(i), offer.values().getFirst().get(i));
            }
        }
        for (String column : free) {
            if (nullable.contains(column)) {
                extended.put(column, null);
            } else if (any.containsKey(column)) {
                extended.put(column, any.get(column));
            } else {
                return;
            }
        }
        into.add(extended);
    }

    private static Set<Map<String, @Nullable String>> limited(Set<Map<String, @Nullable String>> tuples) {
        Map<Map<String, @Nullable String>, Boolean> kept = new LinkedHashMap<>();
        tuples.stream().limit(MOST).forEach(tuple -> kept.put(tuple, true));
        return kept.keySet();
    }
}
