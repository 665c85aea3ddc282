package io.pgorm.database.catalog.internal;

import io.pgorm.ir.Extension;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** An extension that is installed, plpgsql aside, which every database has. */
record ExtensionRow(long oid, Extension extension, Optional<String> comment) {

    /** The comment of its control file goes without saying; the schema too where the extension makes it itself. */
    private static final String QUERY = """
            SELECT x.oid::int8 AS oid, x.extname AS name, CASE WHEN own.objid IS NULL THEN n.nspname END AS schema,
                   nullif(obj_description(x.oid, 'pg_extension'), available.comment) AS comment
            FROM pg_extension x
            JOIN pg_namespace n ON n.oid = x.extnamespace
            LEFT JOIN pg_available_extensions available ON available.name = x.extname
            LEFT JOIN pg_depend own ON own.classid = 'pg_catalog.pg_namespace'::regclass AND own.objid = n.oid
                                   AND own.deptype = 'e' AND own.refobjid = x.oid
            WHERE x.extname <> 'plpgsql'
            ORDER BY x.extname COLLATE "C"
            """;

    static List<ExtensionRow> read(CatalogSession session) throws SQLException {
        return session.list(
                QUERY,
                row -> new ExtensionRow(
                        row.number("oid"),
                        new Extension(
                                row.text("name"),
                                row.optional("schema")
                                        .filter(schema -> !schema.equals(QualifiedName.DEFAULT_SCHEMA)
                                                && !schema.equals("pg_catalog")),
                                SourceSpan.NONE),
                        row.optional("comment")));
    }
}
