package io.pgorm.database.catalog.internal;

import java.sql.SQLException;
import java.util.List;

/**
 * A schema of the database.
 *
 * @param extension whether it belongs to an extension
 * @param collations of the schema public, the names
 */
record NamespaceRow(long oid, String name, boolean system, boolean extension, String owner, List<String> collations) {

    private static final String QUERY = """
            SELECT n.oid::int8 AS oid, n.nspname AS name,
                   n.nspname = 'information_schema' OR n.nspname LIKE 'pg\\_%' AS system,
                   EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_catalog.pg_namespace'::regclass AND e.objid = n.oid
                           AND e.deptype = 'e') AS extension,
                   pg_get_userbyid(n.nspowner) AS owner,
                   CASE WHEN n.nspname = 'public'
                        THEN ARRAY(SELECT c.collname FROM pg_collation c WHERE c.collnamespace = n.oid) END AS collations
            FROM pg_namespace n ORDER BY n.nspname COLLATE "C"
            """;

    static List<NamespaceRow> read(CatalogSession session) throws SQLException {
        return session.list(
                QUERY,
                row -> new NamespaceRow(
                        row.number("oid"),
                        row.text("name"),
                        row.is("system"),
                        row.is("extension"),
                        row.text("owner"),
                        row.texts("collations")));
    }
}
