package io.pgorm.jooq.internal;

import io.pgorm.ir.QualifiedName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a client that writes to a table has to know and jOOQ does not read.
 *
 * @param sqlTypes by column, as PostgreSQL names them, without the length: a cast to {@code varchar(3)} would cut what an
 *     INSERT refuses
 * @param rowSecurity whether row level security is on
 * @param triggers whether triggers or rules, its own or those of its partitions, may do more than a write says; of a
 *     foreign table nobody here knows
 * @param uniqueIndexes those that belong to no constraint
 * @param exclusions the columns of each exclusion constraint, also those inside of expressions
 */
record WrittenTable(
        Map<String, String> sqlTypes,
        boolean rowSecurity,
        boolean triggers,
        List<UniqueIndex> uniqueIndexes,
        SortedMap<String, List<String>> exclusions) {

    /**
     * A unique index.
     *
     * @param columns empty if it is over an expression
     * @param elements what ON CONFLICT names it by
     * @param condition of a partial index
     */
    record UniqueIndex(String name, List<String> columns, String elements, Optional<String> condition) {}

    private static final String TABLES = """
            SELECT n.nspname, c.relname, c.relrowsecurity,
                   c.relkind = 'f' OR EXISTS (
                     WITH RECURSIVE below (oid) AS (
                       SELECT c.oid UNION SELECT i.inhrelid FROM below JOIN pg_inherits i ON i.inhparent = below.oid)
                     SELECT FROM below
                     WHERE EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = below.oid AND NOT t.tgisinternal)
                        OR EXISTS (SELECT FROM pg_rewrite r WHERE r.ev_class = below.oid)),
                   array_agg(a.attname::text ORDER BY a.attnum),
                   array_agg(format_type(a.atttypid, -1) ORDER BY a.attnum)
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relkind IN ('r', 'p', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
            GROUP BY n.nspname, c.oid, c.relname, c.relrowsecurity, c.relkind
            """;

    private static final String INDEXES = """
            SELECT n.nspname, c.relname, x.relname AS index,
                   ARRAY(SELECT a.attname::text FROM unnest(i.indkey[0:i.indnkeyatts - 1]) WITH ORDINALITY AS k(attnum, n)
                         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum ORDER BY k.n),
                   (SELECT string_agg(CASE WHEN i.indkey[n - 1] = 0 AND e NOT LIKE '(%' THEN '(' || e || ')' ELSE e END, ', ' ORDER BY n)
                    FROM (SELECT n, pg_get_indexdef(i.indexrelid, n, true) AS e
                          FROM generate_series(1, i.indnkeyatts) AS n) AS elements),
                   i.indexprs IS NOT NULL,
                   pg_get_expr(i.indpred, i.indrelid)
            FROM pg_index i
            JOIN pg_class c ON c.oid = i.indrelid
            JOIN pg_class x ON x.oid = i.indexrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE i.indisunique AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
              AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = i.indexrelid AND o.contype IN ('p', 'u'))
            ORDER BY x.relname
            """;

    /** What an expression of it names is what its index depends on; a condition alone names none that conflict. */
    private static final String EXCLUSIONS = """
            SELECT n.nspname, c.relname, o.conname,
                   ARRAY(SELECT a.attname::text FROM pg_attribute a
                         WHERE a.attrelid = c.oid AND (a.attnum = ANY (o.conkey) OR 0 = ANY (o.conkey) AND EXISTS (
                           SELECT FROM pg_depend d
                           WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid AND d.refobjsubid = a.attnum
                             AND d.classid = 'pg_class'::regclass AND d.objid = o.conindid))
                         ORDER BY a.attnum)
            FROM pg_constraint o
            JOIN pg_class c ON c.oid = o.conrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE o.contype = 'x'
            """;

    /** The type of a column. */
    String sqlType(String column) {
        return Objects.requireNonNull(sqlTypes.get(column), () -> "no column " + column);
    }

    /** Every table of the database. */
    static Map<QualifiedName, WrittenTable> readAll(Connection connection) throws SQLException {
        Map<QualifiedName, WrittenTable> tables = new HashMap<>();
        String path = searchPath(connection, "");
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(TABLES)) {
                while (row.next()) {
                    List<String> names = list(row.getArray(5));
                    List<String> types = list(row.getArray(6));
                    Map<String, String> byName = new HashMap<>();
                    for (int i = 0; i < names.size(); i++) {
                        byName.put(names.get(i), types.get(i));
                    }
                    tables.put(
                            new QualifiedName(row.getString(1), row.getString(2)),
                            new WrittenTable(
                                    byName, row.getBoolean(3), row.getBoolean(4), new ArrayList<>(), new TreeMap<>()));
                }
            }
            try (ResultSet row = statement.executeQuery(INDEXES)) {
                while (row.next()) {
                    WrittenTable table = tables.get(new QualifiedName(row.getString(1), row.getString(2)));
                    if (table != null) {
                        table.uniqueIndexes()
                                .add(new UniqueIndex(
                                        row.getString(3),
                                        row.getBoolean(6) ? List.of() : list(row.getArray(4)),
                                        row.getString(5),
                                        Optional.ofNullable(row.getString(7))));
                    }
                }
            }
            try (ResultSet row = statement.executeQuery(EXCLUSIONS)) {
                while (row.next()) {
                    WrittenTable table = tables.get(new QualifiedName(row.getString(1), row.getString(2)));
                    if (table != null) {
                        table.exclusions().put(row.getString(3), list(row.getArray(4)));
                    }
                }
            }
        } finally {
            searchPath(connection, path);
        }
        return tables;
    }

    /** With an empty path, PostgreSQL writes every name with its schema. Gives the path before. */
    private static String searchPath(Connection connection, String path) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT current_setting('search_path'), set_config('search_path', ?, false)")) {
            query.setString(1, path);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static List<String> list(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
