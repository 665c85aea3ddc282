package io.pgorm.database.catalog.internal;

import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * An index as pg_index has it.
 *
 * @param relation the oid of its table
 * @param ofConstraint whether a primary key, unique or exclusion constraint has it
 * @param attached whether it is a part of the index of a partitioned table
 * @param columnNames of one that is attached, what its own columns are called
 * @param statistics targets of its expressions, by the number of the key; {@code {2,100}}
 */
record IndexRow(
        long oid,
        long relation,
        QualifiedName name,
        boolean unique,
        boolean primary,
        boolean exclusion,
        boolean valid,
        boolean clustered,
        boolean nullsNotDistinct,
        boolean ofConstraint,
        boolean attached,
        String method,
        String definition,
        List<String> include,
        Optional<String> where,
        List<String> options,
        Optional<String> tablespace,
        List<Long> statistics,
        List<String> columnNames) {

    static List<IndexRow> read(CatalogSession session) throws SQLException {
        return session.list(query(session), IndexRow::of);
    }

    private static String query(CatalogSession session) {
        return """
            SELECT i.indexrelid::int8 AS oid, i.indrelid::int8 AS relation, n.nspname AS schema, c.relname AS name,
                   i.indisunique AS unique, i.indisprimary AS primary, i.indisexclusion AS exclusion,
                   i.indisvalid AS valid, i.indisclustered AS clustered, %s AS nulls_not_distinct,
                   k.conindid IS NOT NULL AS of_constraint, c.relispartition AS attached,
                   am.amname AS method, pg_get_indexdef(i.indexrelid, 0, true) AS definition, included.names AS include,
                   pg_get_expr(i.indpred, i.indrelid, true) AS where, c.reloptions AS options, ts.spcname AS tablespace,
                   targets.numbers AS statistics,
                   CASE WHEN c.relispartition
                        THEN ARRAY(SELECT a.attname FROM pg_attribute a WHERE a.attrelid = i.indexrelid ORDER BY a.attnum)
                        END AS column_names
            FROM pg_index i
            JOIN pg_class c ON c.oid = i.indexrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_am am ON am.oid = c.relam
            LEFT JOIN (SELECT DISTINCT conindid FROM pg_constraint WHERE contype IN ('p', 'u', 'x')) k
                   ON k.conindid = i.indexrelid
            LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
            LEFT JOIN LATERAL (
                SELECT array_agg(a.attname ORDER BY u.place) AS names
                FROM unnest(i.indkey::int2[]) WITH ORDINALITY u(number, place)
                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.number
                WHERE u.place > i.indnkeyatts) included ON i.indnatts > i.indnkeyatts
            LEFT JOIN LATERAL (
                SELECT array_agg(p.number ORDER BY a.attnum, p.place) AS numbers
                FROM pg_attribute a, LATERAL (VALUES (1, a.attnum::int8), (2, a.attstattarget::int8)) p(place, number)
                WHERE a.attrelid = i.indexrelid AND coalesce(a.attstattarget, -1) >= 0) targets ON i.indexprs IS NOT NULL
            WHERE c.relnamespace = ANY (?) AND %s
            ORDER BY c.relname COLLATE "C"
            """.formatted(
                session.since(15, "i.indnullsnotdistinct", "false"), CatalogSession.ownNotExtensions("pg_class", "c"));
    }

    private static IndexRow of(Row row) throws SQLException {
        return new IndexRow(
                row.number("oid"),
                row.number("relation"),
                new QualifiedName(row.text("schema"), row.text("name")),
                row.is("unique"),
                row.is("primary"),
                row.is("exclusion"),
                row.is("valid"),
                row.is("clustered"),
                row.is("nulls_not_distinct"),
                row.is("of_constraint"),
                row.is("attached"),
                row.text("method"),
                row.text("definition"),
                row.texts("include"),
                row.optional("where"),
                row.texts("options"),
                row.optional("tablespace"),
                row.numbers("statistics"),
                row.texts("column_names"));
    }

    Index index(KeyText keyText) {
        Deparsed text = new Deparsed(definition);
        String keys = text.inside(definition.indexOf('(', text.indexOf(" USING ", 0)));
        return new Index(
                name.name(),
                unique,
                method,
                keyText.keys(keys),
                include,
                nullsNotDistinct,
                Sql.expression(where),
                StorageParameters.of(options),
                tablespace,
                SourceSpan.NONE);
    }
}
