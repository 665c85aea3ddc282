package io.pgorm.client.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of relations to many, by result set and by the key of their parent. Used by one thread. */
final class RelatedRows {

    private final Map<Integer, Map<Object, List<@Nullable Object>>> byResultSet = new HashMap<>();

    void put(int resultSet, Map<Object, List<@Nullable Object>> byKey) {
        byResultSet.put(resultSet, byKey);
    }

    /** The rows of one parent; empty where its key is NULL or nothing points to it. */
    List<@Nullable Object> of(int resultSet, @Nullable Object key) {
        Map<Object, List<@Nullable Object>> byKey = byResultSet.getOrDefault(resultSet, Map.of());
        return key == null ? List.of() : byKey.getOrDefault(key, List.of());
    }
}
