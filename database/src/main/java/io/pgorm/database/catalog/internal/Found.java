package io.pgorm.database.catalog.internal;

import io.pgorm.ir.ObjectName;
import io.pgorm.ir.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has been found so far: the objects themselves, under which names grants and owners may be told of them, and what
 * has no words. Not thread-safe.
 */
final class Found {

    private final List<SchemaObject> objects = new ArrayList<>();
    private final List<String> unmodelled = new ArrayList<>();
    private final Map<Key, ObjectName> names = new LinkedHashMap<>();
    private final List<Owned> owned = new ArrayList<>();
    private final Map<Key, String> sql = new LinkedHashMap<>();
    private final Map<String, ObjectName> subjects = new LinkedHashMap<>();

    private record Key(String catalog, long oid) {}

    /** An object and the role that owns it. */
    record Owned(ObjectName object, String owner) {}

    void add(SchemaObject object) {
        objects.add(object);
    }

    void addAll(List<? extends SchemaObject> more) {
        objects.addAll(more);
    }

    /** Notes what cannot be said, in a line that a person understands. */
    void unmodelled(String line) {
        unmodelled.add(line);
    }

    /** @param catalog where the object has its row, {@code pg_class} */
    void name(String catalog, long oid, ObjectName name) {
        names.put(new Key(catalog, oid), name);
    }

    void name(String catalog, long oid, ObjectName name, String owner) {
        name(catalog, oid, name);
        owned.add(new Owned(name, owner));
    }

    Optional<ObjectName> nameOf(String catalog, long oid) {
        return Optional.ofNullable(names.get(new Key(catalog, oid)));
    }

    /** Notes that the object is made by SQL, which has this id. */
    void sql(String catalog, long oid, String id) {
        sql.put(new Key(catalog, oid), id);
    }

    Optional<ObjectName> sqlOf(String catalog, long oid) {
        return Optional.ofNullable(sql.get(new Key(catalog, oid)))
                .map(id -> ObjectName.global(ObjectName.Kind.SQL, id));
    }

    /** Notes of what SQL that changes an object speaks, more exactly than SQL itself can say it. */
    void subject(String id, ObjectName subject) {
        subjects.put(id, subject);
    }

    Map<String, ObjectName> subjects() {
        return subjects;
    }

    List<SchemaObject> objects() {
        return objects;
    }

    List<String> unmodelled() {
        return unmodelled.stream().distinct().sorted().toList();
    }

    List<Owned> owned() {
        return owned;
    }
}
