package io.pgorm.database.catalog.internal;

import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SequenceOptions;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A sequence.
 *
 * @param identity whether it belongs to an identity column
 * @param table the oid of the table whose column has it, 0 for none
 * @param column the number of that column
 */
record SequenceRow(
        long oid,
        QualifiedName name,
        String type,
        long start,
        long increment,
        long minimum,
        long maximum,
        long cache,
        boolean cycle,
        boolean unlogged,
        boolean identity,
        long table,
        int column,
        Optional<QualifiedName> tableName,
        Optional<String> columnName,
        String owner) {

    private static final String QUERY = """
            SELECT c.oid::int8 AS oid, n.nspname AS schema, c.relname AS name, format_type(s.seqtypid, NULL) AS type,
                   s.seqstart AS start, s.seqincrement AS increment, s.seqmin AS minimum, s.seqmax AS maximum,
                   s.seqcache AS cache, s.seqcycle AS cycle, c.relpersistence = 'u' AS unlogged,
                   coalesce(d.deptype = 'i', false) AS identity, d.refobjid::int8 AS owner_table,
                   d.refobjsubid AS owner_column, tn.nspname AS table_schema, tc.relname AS table_name,
                   a.attname AS column_name, pg_get_userbyid(c.relowner) AS owner
            FROM pg_sequence s
            JOIN pg_class c ON c.oid = s.seqrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_depend d ON d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.objsubid = 0
                                 AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjsubid > 0
                                 AND d.deptype IN ('a', 'i')
            LEFT JOIN pg_class tc ON tc.oid = d.refobjid
            LEFT JOIN pg_namespace tn ON tn.oid = tc.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            WHERE c.relnamespace = ANY (?) AND %s
            ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"
            """.formatted(CatalogSession.ownNotExtensions("pg_class", "c"));

    static List<SequenceRow> read(CatalogSession session) throws SQLException {
        return session.list(QUERY, SequenceRow::of);
    }

    private static SequenceRow of(Row row) throws SQLException {
        return new SequenceRow(
                row.number("oid"),
                new QualifiedName(row.text("schema"), row.text("name")),
                row.text("type"),
                row.number("start"),
                row.number("increment"),
                row.number("minimum"),
                row.number("maximum"),
                row.number("cache"),
                row.is("cycle"),
                row.is("unlogged"),
                row.is("identity"),
                row.number("owner_table"),
                row.integer("owner_column"),
                row.name("table_schema", "table_name"),
                row.optional("column_name"),
                row.text("owner"));
    }

    /**
     * What is not as PostgreSQL would choose it.
     *
     * @param usualType the type that goes without saying
     */
    SequenceOptions options(String usualType) {
        boolean ascending = increment > 0;
        long usualMinimum = ascending ? 1 : lowest();
        long usualMaximum = ascending ? highest() : -1;
        return new SequenceOptions(
                type.equals(usualType) ? Optional.empty() : Optional.of(type),
                unless(start, ascending ? minimum : maximum),
                unless(increment, 1),
                unless(minimum, usualMinimum),
                unless(maximum, usualMaximum),
                unless(cache, 1),
                cycle);
    }

    private long lowest() {
        return switch (type) {
            case "smallint" -> Short.MIN_VALUE;
            case "integer" -> Integer.MIN_VALUE;
            default -> Long.MIN_VALUE;
        };
    }

    private long highest() {
        return switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }

    private static OptionalLong unless(long value, long usual) {
        return value == usual ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
