package io.pgorm.database.catalog.internal;

import io.pgorm.ir.Constraint;
import io.pgorm.ir.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A constraint as pg_constraint has it, of a table or of a domain.
 *
 * @param relation the oid of its table, or 0
 * @param domain the oid of its domain, or 0
 * @param kind contype
 * @param columns names, in the order of the key
 * @param include names
 * @param local whether its own table declares it
 * @param fromParent whether it is a part of a constraint of a partitioned table
 * @param plain false where the IR has no words for its form
 * @param definition as it stands behind its name, of an exclusion and of one that is not plain
 */
record ConstraintRow(
        long oid,
        long relation,
        long domain,
        String name,
        char kind,
        List<String> columns,
        List<String> include,
        boolean nullsNotDistinct,
        boolean deferrable,
        boolean deferred,
        boolean validated,
        boolean noInherit,
        boolean local,
        boolean fromParent,
        boolean plain,
        Optional<String> definition,
        Optional<String> check,
        Optional<String> where,
        Optional<String> method,
        Optional<QualifiedName> target,
        List<String> targetColumns,
        char onDelete,
        char onUpdate,
        boolean matchFull) {

    static List<ConstraintRow> read(CatalogSession session) throws SQLException {
        return session.list(query(session), ConstraintRow::of);
    }

    private static String query(CatalogSession session) {
        return """
            SELECT k.oid::int8 AS oid, k.conrelid::int8 AS relation, k.contypid::int8 AS domain, k.conname AS name,
                   k.contype AS kind, keys.names AS columns, included.names AS include,
                   %s AS nulls_not_distinct,
                   k.condeferrable AS deferrable, k.condeferred AS deferred, k.convalidated AS validated,
                   k.connoinherit AS no_inherit, k.conislocal AS local, k.conparentid <> 0 AS from_parent,
                   {PLAIN} AS plain,
                   CASE WHEN k.contype = 'x' OR NOT {PLAIN} THEN pg_get_constraintdef(k.oid, true) END AS definition,
                   CASE WHEN k.contype = 'c' THEN pg_get_expr(k.conbin, k.conrelid, true) END AS check,
                   CASE WHEN k.contype = 'x' THEN pg_get_expr(i.indpred, i.indrelid, true) END AS where,
                   am.amname AS method, tn.nspname AS target_schema, tc.relname AS target, target_keys.names AS target_columns,
                   k.confdeltype AS on_delete, k.confupdtype AS on_update, k.confmatchtype = 'f' AS match_full
            FROM pg_constraint k
            LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
            LEFT JOIN pg_class ic ON ic.oid = i.indexrelid
            LEFT JOIN pg_am am ON am.oid = ic.relam
            LEFT JOIN pg_class tc ON tc.oid = k.confrelid
            LEFT JOIN pg_namespace tn ON tn.oid = tc.relnamespace
            LEFT JOIN LATERAL (
                SELECT array_agg(a.attname ORDER BY u.place) AS names
                FROM unnest(k.conkey) WITH ORDINALITY u(number, place)
                JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number) keys ON k.contype IN ('p', 'u', 'f', 'n')
            LEFT JOIN LATERAL (
                SELECT array_agg(a.attname ORDER BY u.place) AS names
                FROM unnest(i.indkey::int2[]) WITH ORDINALITY u(number, place)
                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.number
                WHERE u.place > i.indnkeyatts) included ON i.indnatts > i.indnkeyatts
            LEFT JOIN LATERAL (
                SELECT array_agg(a.attname ORDER BY u.place) AS names
                FROM unnest(k.confkey) WITH ORDINALITY u(number, place)
                JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number) target_keys ON k.contype = 'f'
            WHERE k.connamespace = ANY (?) AND k.contype <> 't'
            ORDER BY k.conname COLLATE "C"
            """.formatted(session.since(15, "coalesce(i.indnullsnotdistinct, false)", "false"))
                .replace("{PLAIN}", plain(session));
    }

    private static String plain(CatalogSession session) {
        return "(" + session.since(15, "k.confdelsetcols IS NULL", "true") + " AND "
                + session.since(18, "k.conenforced AND NOT k.conperiod", "true") + ")";
    }

    private static ConstraintRow of(Row row) throws SQLException {
        return new ConstraintRow(
                row.number("oid"),
                row.number("relation"),
                row.number("domain"),
                row.text("name"),
                row.letter("kind"),
                row.texts("columns"),
                row.texts("include"),
                row.is("nulls_not_distinct"),
                row.is("deferrable"),
                row.is("deferred"),
                row.is("validated"),
                row.is("no_inherit"),
                row.is("local"),
                row.is("from_parent"),
                row.is("plain"),
                row.optional("definition"),
                row.optional("check"),
                row.optional("where"),
                row.optional("method"),
                row.name("target_schema", "target"),
                row.texts("target_columns"),
                row.letter("on_delete"),
                row.letter("on_update"),
                row.is("match_full"));
    }

    Constraint.Deferral deferral() {
        if (!deferrable) {
            return Constraint.Deferral.NOT_DEFERRABLE;
        }
        return deferred ? Constraint.Deferral.INITIALLY_DEFERRED : Constraint.Deferral.DEFERRABLE;
    }
}
