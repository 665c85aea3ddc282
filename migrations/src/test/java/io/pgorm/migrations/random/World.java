package io.pgorm.migrations.random;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A schema as a bag of items. Immutable.
 *
 * @param items by id
 * @param next the id of the next new item
 */
record World(SortedMap<Integer, Item> items, int next) {

    static final World EMPTY = new World(new TreeMap<>(), 1);

    World {
        items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    }

    Collection<Item> all() {
        return items.values();
    }

    Optional<Item> item(int id) {
        return Optional.ofNullable(items.get(id));
    }

    Optional<Item> item(int id, Kind... kinds) {
        return item(id).filter(item -> List.of(kinds).contains(item.kind()));
    }

    List<Item> of(Kind... kinds) {
        List<Kind> wanted = List.of(kinds);
        return all().stream().filter(item -> wanted.contains(item.kind())).toList();
    }

    /** The items of a kind whose choice refers to the given one. */
    List<Item> of(Kind kind, String choice, int id) {
        return all().stream()
                .filter(item -> item.kind() == kind && item.get(choice) == id)
                .toList();
    }

    World with(Item item) {
        SortedMap<Integer, Item> changed = new TreeMap<>(items);
        changed.put(item.id(), item);
        return new World(changed, Math.max(next, item.id() + 1));
    }

    World without(Collection<Integer> ids) {
        SortedMap<Integer, Item> changed = new TreeMap<>(items);
        changed.keySet().removeAll(ids);
        return new World(changed, next);
    }
}
