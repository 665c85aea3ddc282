package io.pgorm.database.catalog.internal;

import io.pgorm.ir.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A column as pg_attribute has it; of a composite type, an attribute.
 *
 * @param relation the oid of its table
 * @param number attnum
 * @param typePrinted with its modifier
 * @param storage attstorage, a blank where it is the type's own
 * @param compression attcompression
 * @param identity attidentity
 * @param generated attgenerated
 * @param expression of its default, or of a generated column
 * @param local whether its own table declares it
 * @param statistics the statistics target, -1 for the server's
 * @param options n_distinct and the like
 */
record ColumnRow(
        long relation,
        int number,
        String name,
        long type,
        String typePrinted,
        boolean notNull,
        Optional<QualifiedName> collation,
        char storage,
        char compression,
        char identity,
        char generated,
        Optional<String> expression,
        boolean local,
        int statistics,
        List<String> options,
        List<String> foreignOptions) {

    private static final String QUERY = """
            SELECT a.attrelid::int8 AS relation, a.attnum AS number, a.attname AS name, a.atttypid::int8 AS type,
                   format_type(a.atttypid, a.atttypmod) AS type_printed, a.attnotnull AS not_null,
                   cn.nspname AS collation_schema, co.collname AS collation,
                   CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END AS storage,
                   a.attcompression AS compression, a.attidentity AS identity, a.attgenerated AS generated,
                   pg_get_expr(d.adbin, d.adrelid, true) AS expression, a.attislocal AS local,
                   coalesce(a.attstattarget, -1) AS statistics, own.options, a.attfdwoptions AS foreign_options
            FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            LEFT JOIN LATERAL (
                -- pg_attver is the server's own count of a column's versions, in minor releases since November 2026
                SELECT array_agg(o) AS options FROM unnest(a.attoptions) o WHERE o NOT LIKE 'pg\\_attver=%'
            ) own ON a.attoptions IS NOT NULL
            LEFT JOIN pg_collation co ON co.oid = a.attcollation AND a.attcollation <> t.typcollation
            LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
            WHERE a.attnum > 0 AND NOT a.attisdropped
              AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND c.relnamespace = ANY (?)
            ORDER BY a.attrelid, a.attnum
            """;

    static List<ColumnRow> read(CatalogSession session) throws SQLException {
        return session.list(QUERY, ColumnRow::of);
    }

    private static ColumnRow of(Row row) throws SQLException {
        return new ColumnRow(
                row.number("relation"),
                row.integer("number"),
                row.text("name"),
                row.number("type"),
                row.text("type_printed"),
                row.is("not_null"),
                row.name("collation_schema", "collation"),
                row.letter("storage"),
                row.letter("compression"),
                row.letter("identity"),
                row.letter("generated"),
                row.optional("expression"),
                row.is("local"),
                row.integer("statistics"),
                row.texts("options"),
                row.texts("foreign_options"));
    }
}
