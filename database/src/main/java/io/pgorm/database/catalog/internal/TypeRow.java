package io.pgorm.database.catalog.internal;

import io.pgorm.ir.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A type that the database has made itself.
 *
 * @param kind typtype: e, d, r, c, b
 * @param relation of a composite type, the oid of its row in pg_class
 * @param labels of an enum, in order
 * @param base of a domain or a range, the type underneath
 */
record TypeRow(
        long oid,
        QualifiedName name,
        char kind,
        long relation,
        List<String> labels,
        long base,
        Optional<String> basePrinted,
        boolean notNull,
        Optional<String> defaultValue,
        Optional<QualifiedName> collation,
        Optional<QualifiedName> multirange,
        Optional<QualifiedName> operatorClass,
        Optional<QualifiedName> canonical,
        Optional<QualifiedName> difference,
        String owner) {

    private static final String QUERY = """
            SELECT t.oid::int8 AS oid, n.nspname AS schema, t.typname AS name, t.typtype AS kind,
                   t.typrelid::int8 AS relation, labels.list AS labels,
                   CASE t.typtype WHEN 'd' THEN t.typbasetype WHEN 'r' THEN r.rngsubtype END::int8 AS base,
                   CASE t.typtype WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod)
                                  WHEN 'r' THEN format_type(r.rngsubtype, NULL) END AS base_printed,
                   t.typnotnull AS not_null,
                   CASE WHEN t.typtype = 'd' THEN coalesce(pg_get_expr(t.typdefaultbin, 0, true), quote_literal(t.typdefault)) END
                       AS default_value,
                   cn.nspname AS collation_schema, co.collname AS collation,
                   mn.nspname AS multirange_schema, m.typname AS multirange,
                   opn.nspname AS class_schema, op.opcname AS class,
                   can.nspname AS canonical_schema, cap.proname AS canonical,
                   din.nspname AS difference_schema, dip.proname AS difference,
                   pg_get_userbyid(t.typowner) AS owner
            FROM pg_type t
            JOIN pg_namespace n ON n.oid = t.typnamespace
            LEFT JOIN pg_class c ON c.oid = t.typrelid
            LEFT JOIN (SELECT enumtypid, array_agg(enumlabel ORDER BY enumsortorder) AS list
                       FROM pg_enum GROUP BY enumtypid) labels ON labels.enumtypid = t.oid
            LEFT JOIN pg_range r ON r.rngtypid = t.oid
            LEFT JOIN pg_type b ON b.oid = CASE t.typtype WHEN 'd' THEN t.typbasetype ELSE r.rngsubtype END
            LEFT JOIN pg_collation co ON co.oid = CASE t.typtype WHEN 'd' THEN t.typcollation ELSE r.rngcollation END
                                     AND co.oid <> b.typcollation
            LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
            LEFT JOIN pg_type m ON m.oid = r.rngmultitypid
            LEFT JOIN pg_namespace mn ON mn.oid = m.typnamespace
            LEFT JOIN pg_opclass op ON op.oid = r.rngsubopc AND NOT op.opcdefault
            LEFT JOIN pg_namespace opn ON opn.oid = op.opcnamespace
            LEFT JOIN pg_proc cap ON cap.oid = r.rngcanonical
            LEFT JOIN pg_namespace can ON can.oid = cap.pronamespace
            LEFT JOIN pg_proc dip ON dip.oid = r.rngsubdiff
            LEFT JOIN pg_namespace din ON din.oid = dip.pronamespace
            WHERE t.typnamespace = ANY (?) AND t.typtype <> 'm' AND t.typtype <> 'p'
              AND (t.typtype <> 'c' OR c.relkind = 'c')
              AND NOT (t.typtype = 'b' AND t.typelem <> 0 AND t.typcategory = 'A')
              AND %s
            ORDER BY n.nspname COLLATE "C", t.typname COLLATE "C"
            """.formatted(CatalogSession.ownNotExtensions("pg_type", "t"));

    static List<TypeRow> read(CatalogSession session) throws SQLException {
        return session.list(
                QUERY,
                row -> new TypeRow(
                        row.number("oid"),
                        new QualifiedName(row.text("schema"), row.text("name")),
                        row.letter("kind"),
                        row.number("relation"),
                        row.texts("labels"),
                        row.number("base"),
                        row.optional("base_printed"),
                        row.is("not_null"),
                        row.optional("default_value"),
                        row.name("collation_schema", "collation"),
                        row.name("multirange_schema", "multirange"),
                        row.name("class_schema", "class"),
                        row.name("canonical_schema", "canonical"),
                        row.name("difference_schema", "difference"),
                        row.text("owner")));
    }
}
