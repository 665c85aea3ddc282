package io.pgorm.database.catalog.internal;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Everything that is said in comments, by what it is said of. Immutable once read. */
final class Comments {

    /** What initdb comments on is not told apart from the user's: only schemas may be older than the database. */
    private static final String QUERY = """
            SELECT c.relname AS catalog, d.objoid::int8 AS oid, d.objsubid AS sub, d.description
            FROM pg_description d JOIN pg_class c ON c.oid = d.classoid
            WHERE d.objoid >= 16384 OR d.classoid = 'pg_catalog.pg_namespace'::regclass
            """;

    private record Key(String catalog, long oid, int sub) {}

    private final Map<Key, String> texts = new LinkedHashMap<>();

    static Comments read(CatalogSession session) throws SQLException {
        Comments comments = new Comments();
        session.list(
                QUERY,
                row -> comments.texts.put(
                        new Key(row.text("catalog"), row.number("oid"), row.integer("sub")), row.text("description")));
        return comments;
    }

    /** @param catalog where the object has its row, {@code pg_class} */
    Optional<String> of(String catalog, long oid) {
        return of(catalog, oid, 0);
    }

    /** @param sub the number of a column */
    Optional<String> of(String catalog, long oid, int sub) {
        return Optional.ofNullable(texts.get(new Key(catalog, oid, sub)));
    }
}
