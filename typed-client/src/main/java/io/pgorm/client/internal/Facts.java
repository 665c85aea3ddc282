package io.pgorm.client.internal;

import io.pgorm.client.Operation;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a statement does to tables.
 *
 * @param tables by name, without the schema
 */
record Facts(Map<String, Set<Operation>> tables) {

    Facts {
        tables = Map.copyOf(tables);
    }

    /** Both. */
    Facts and(Facts other) {
        Map<String, Set<Operation>> all = new HashMap<>();
        tables.forEach((table, operations) -> all.put(table, EnumSet.copyOf(operations)));
        other.tables.forEach((table, operations) -> all.computeIfAbsent(table, name -> EnumSet.noneOf(Operation.class))
                .addAll(operations));
        return new Facts(all);
    }
}
