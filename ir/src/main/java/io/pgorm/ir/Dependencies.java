package io.pgorm.ir;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the objects of a database need of each other, as PostgreSQL records it in {@code pg_depend}. Bodies of functions
 * that are kept as text have no part in it: PostgreSQL does not know what they name.
 *
 * @param uses of each object, and of parts of objects, what has to be there for it
 */
public record Dependencies(Map<ObjectName, Set<ObjectName>> uses) {

    public static final Dependencies NONE = new Dependencies(Map.of());

    public Dependencies {
        // in one order, whatever the order of the catalog's rows: equal schemas give equal plans
        Map<ObjectName, Set<ObjectName>> copy = new LinkedHashMap<>();
        new TreeMap<>(uses)
                .forEach((user, needed) ->
                        copy.put(user, Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(needed)))));
        uses = Collections.unmodifiableMap(copy);
    }

    /** What the object needs; nothing where it is not known. */
    public Set<ObjectName> of(ObjectName object) {
        return uses.getOrDefault(object, Set.of());
    }
}
