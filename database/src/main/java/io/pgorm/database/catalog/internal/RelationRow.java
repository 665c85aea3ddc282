package io.pgorm.database.catalog.internal;

import io.pgorm.ir.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A table, view or foreign table as pg_class has it.
 *
 * @param kind relkind: r, p, v, m, f
 * @param definition of a view, its query
 * @param partitionKey of a partitioned table, as it stands behind PARTITION BY
 * @param bound of a partition
 * @param parents tables that it inherits from, or whose partition it is, in order
 * @param ofType for a typed table, the type
 */
record RelationRow(
        long oid,
        QualifiedName name,
        char kind,
        char persistence,
        boolean rowSecurity,
        boolean forcedRowSecurity,
        char replicaIdentity,
        Optional<String> replicaIndex,
        List<String> options,
        List<String> toastOptions,
        Optional<String> tablespace,
        Optional<String> accessMethod,
        boolean populated,
        boolean partition,
        Optional<String> definition,
        Optional<String> partitionKey,
        Optional<String> bound,
        List<Long> parents,
        Optional<String> ofType,
        String owner) {

    private static final String QUERY = """
            SELECT c.oid::int8 AS oid, n.nspname AS schema, c.relname AS name, c.relkind AS kind,
                   c.relpersistence AS persistence, c.relrowsecurity AS row_security, c.relforcerowsecurity AS forced,
                   c.relreplident AS replica_identity, replica.relname AS replica_index,
                   c.reloptions AS options, toast.reloptions AS toast_options, ts.spcname AS tablespace,
                   CASE WHEN am.amname <> current_setting('default_table_access_method') THEN am.amname END AS access_method,
                   c.relispopulated AS populated, c.relispartition AS partition,
                   CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid, true) END AS definition,
                   CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
                   pg_get_expr(c.relpartbound, c.oid, true) AS bound, parents.oids AS parents,
                   CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END AS of_type,
                   pg_get_userbyid(c.relowner) AS owner
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
            LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
            LEFT JOIN pg_am am ON am.oid = c.relam
            LEFT JOIN (SELECT i.indrelid, x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
                       WHERE i.indisreplident) replica ON replica.indrelid = c.oid AND c.relreplident = 'i'
            LEFT JOIN (SELECT inhrelid, array_agg(inhparent::int8 ORDER BY inhseqno) AS oids
                       FROM pg_inherits GROUP BY inhrelid) parents ON parents.inhrelid = c.oid
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relnamespace = ANY (?) AND %s
            ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"
            """.formatted(CatalogSession.ownNotExtensions("pg_class", "c"));

    static List<RelationRow> read(CatalogSession session) throws SQLException {
        return session.list(
                QUERY,
                row -> new RelationRow(
                        row.number("oid"),
                        new QualifiedName(row.text("schema"), row.text("name")),
                        row.letter("kind"),
                        row.letter("persistence"),
                        row.is("row_security"),
                        row.is("forced"),
                        row.letter("replica_identity"),
                        row.optional("replica_index"),
                        row.texts("options"),
                        row.texts("toast_options"),
                        row.optional("tablespace"),
                        row.optional("access_method"),
                        row.is("populated"),
                        row.is("partition"),
                        row.optional("definition"),
                        row.optional("partition_key"),
                        row.optional("bound"),
                        row.numbers("parents"),
                        row.optional("of_type"),
                        row.text("owner")));
    }

    boolean isTable() {
        return kind == 'r' || kind == 'p';
    }

    boolean isView() {
        return kind == 'v' || kind == 'm';
    }
}
