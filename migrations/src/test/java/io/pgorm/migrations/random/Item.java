package io.pgorm.migrations.random;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing in a world: a table, a column, a privilege. All that can be said of it is a number: a reference to another
 * item, or which of several forms it has; zero is the plain one. Immutable.
 *
 * @param id never used twice in one world; an item refers to items with smaller ones where a cycle would do harm
 */
record Item(int id, Kind kind, Map<String, Integer> choices) {

    Item {
        choices = Collections.unmodifiableMap(new TreeMap<>(choices));
    }

    /** The choice, zero where it was never made. */
    int get(String choice) {
        return choices.getOrDefault(choice, 0);
    }

    boolean is(String choice) {
        return get(choice) != 0;
    }

    Item with(String choice, int value) {
        Map<String, Integer> changed = new TreeMap<>(choices);
        if (value == 0) {
            changed.remove(choice);
        } else {
            changed.put(choice, value);
        }
        return new Item(id, kind, changed);
    }

    Item as(int otherId, Kind otherKind) {
        return new Item(otherId, otherKind, choices);
    }
}
