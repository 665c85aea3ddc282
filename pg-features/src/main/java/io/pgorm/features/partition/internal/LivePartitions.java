package io.pgorm.features.partition.internal;

import io.pgorm.features.partition.Partition;
import io.pgorm.features.partition.PartitionRange;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What the catalog says of a partitioned table. */
public final class LivePartitions {

    private static final String KEY = """
            SELECT a.attname, pg_catalog.format_type(a.atttypid, NULL) AS type, c.relrowsecurity, n.nspname, c.relname,
                   c.oid::bigint AS oid, p.partstrat::text AS strategy, pg_catalog.pg_get_partkeydef(c.oid) AS cut,
                   coalesce(pg_catalog.pg_get_partition_constraintdef(c.oid), '') AS above
            FROM pg_catalog.pg_partitioned_table p
            JOIN pg_catalog.pg_class c ON c.oid = p.partrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL pg_catalog.unnest(p.partattrs::int2[]) WITH ORDINALITY AS k (attnum, place)
            LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = k.attnum AND k.attnum > 0
            WHERE p.partrelid = CAST({0} AS pg_catalog.regclass)
            ORDER BY k.place""";

    private static final String CHILDREN = """
            SELECT c.relname, n.nspname, pg_catalog.pg_get_expr(c.relpartbound, c.oid) AS bound, i.inhdetachpending,
                   c.relkind = 'p' AS partitioned,
                   c.reltuples::bigint AS rows
            FROM pg_catalog.pg_inherits i
            JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE i.inhparent = CAST({0} AS pg_catalog.regclass)
            ORDER BY bound, c.relname""";

    /** The two ends of a range of one column; PostgreSQL writes numbers without quotes. */
    private static final String ENDS = "^FOR VALUES FROM \\(''?([^'',]+)''?\\) TO \\(''?([^'',]+)''?\\)$";

    private static final String LEAVES = """
            SELECT c.relname
            FROM pg_catalog.pg_partition_tree(CAST({0} AS pg_catalog.regclass)) t
            JOIN pg_catalog.pg_class c ON c.oid = t.relid
            WHERE c.relkind <> 'p'
            ORDER BY c.relname""";

    private LivePartitions() {}

    /** A column by which a table is cut. */
    public record KeyColumn(String name, String type) {

        public Field<Object> field() {
            return DSL.field(DSL.name(name));
        }

        /** A bound of the type; a time of which nothing else is said is one of UTC. */
        public Field<?> bound(String text) {
            boolean zoned =
                    type.startsWith("timestamp") && type.contains("with time zone") && !type.contains("without");
            return DSL.inline(zoned ? text + "+00" : text, SQLDataType.VARCHAR);
        }

        /** The bound as a value of the type. */
        public Field<?> value(String text) {
            return DSL.field("CAST({0} AS " + type + ")", bound(text));
        }
    }

    /**
     * The key of a table, by which it is cut.
     *
     * @param strategy r, l or h
     * @param cut as PostgreSQL says it: {@code RANGE (at)}
     * @param above what all rows of the table are, where it is a partition itself; else empty
     */
    public record Key(
            String schema,
            String table,
            long oid,
            String strategy,
            String cut,
            List<KeyColumn> columns,
            String above,
            boolean rowSecurity) {

        /** The first column, which is the only one of lists and of ranges of one column. */
        public KeyColumn column() {
            return columns.getFirst();
        }

        public String type() {
            return column().type();
        }

        public Field<?> bound(String text) {
            return column().bound(text);
        }

        public Name name(String partition) {
            return DSL.name(schema, partition);
        }
    }

    /** @throws IllegalArgumentException if the table is not partitioned, or by an expression */
    public static Key key(DSLContext sql, Table<?> table) {
        Result<Record> rows = sql.fetch(KEY, DSL.val(sql.render(table)));
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(table.getName()
                    + " is not partitioned in this database; give it @@partition(..., by: RANGE) and migrate");
        }
        Record first = rows.getFirst();
        if (rows.stream().anyMatch(row -> row.get("attname") == null)) {
            throw new IllegalArgumentException(
                    table.getName() + " is partitioned by an expression, and Partitions can do columns only");
        }
        return new Key(
                first.get("nspname", String.class),
                first.get("relname", String.class),
                first.get("oid", long.class),
                first.get("strategy", String.class),
                first.get("cut", String.class),
                rows.map(row -> new KeyColumn(row.get("attname", String.class), row.get("type", String.class))),
                first.get("above", String.class),
                first.get("relrowsecurity", boolean.class));
    }

    /** @throws IllegalArgumentException if the table is not partitioned by ranges of one column */
    public static Key rangeKey(DSLContext sql, Table<?> table) {
        Key key = key(sql, table);
        if (!key.strategy().equals("r") || key.columns().size() != 1) {
            throw new IllegalArgumentException(key.table() + " is cut by " + key.cut()
                    + ", and not by ranges of one column, which alone grow old");
        }
        return key;
    }

    /** What {@link Partition} does not tell. */
    public record Child(Partition partition, Name name, boolean detaching, boolean partitioned) {}

    public static List<Child> children(DSLContext sql, Table<?> table) {
        return sql.fetch(CHILDREN, DSL.val(sql.render(table))).map(row -> {
            String bound = row.get("bound", String.class);
            String name = row.get("relname", String.class);
            return new Child(
                    new Partition(
                            name, bound == null ? "" : bound, "DEFAULT".equals(bound), row.get("rows", long.class)),
                    DSL.name(row.get("nspname", String.class), name),
                    row.get("inhdetachpending", boolean.class),
                    row.get("partitioned", boolean.class));
        });
    }

    /** The partitions that hold rows, at whatever depth. */
    public static List<String> leaves(DSLContext sql, Table<?> table) {
        return sql.fetch(LEAVES, DSL.val(sql.render(table))).map(row -> row.get("relname", String.class));
    }

    /** The partition that has some of the range. */
    public static Optional<Overlap> overlap(DSLContext sql, Table<?> table, Key key, PartitionRange range) {
        return sql.fetchOptional(
                        ends(key) + """
                                 SELECT relname, low = CAST({1} AS %1$s) AND high = CAST({2} AS %1$s) AS same FROM ends
                                WHERE low < CAST({2} AS %1$s) AND high > CAST({1} AS %1$s) ORDER BY same DESC LIMIT 1""".formatted(key.type()),
                        DSL.val(sql.render(table)),
                        key.bound(range.from()),
                        key.bound(range.to()))
                .map(row -> new Overlap(row.get("relname", String.class), row.get("same", boolean.class)));
    }

    /** The partitions that end at the bound or before it. */
    public static List<String> before(DSLContext sql, Table<?> table, Key key, String bound) {
        return sql.fetch(
                        ends(key) + " SELECT relname FROM ends WHERE high <= CAST({1} AS " + key.type()
                                + ") ORDER BY high",
                        DSL.val(sql.render(table)),
                        key.bound(bound))
                .map(row -> row.get("relname", String.class));
    }

    private static String ends(Key key) {
        return """
                WITH children AS (
                  SELECT c.relname, pg_catalog.regexp_match(pg_catalog.pg_get_expr(c.relpartbound, c.oid), '%2$s') AS ends
                  FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
                  WHERE i.inhparent = CAST({0} AS pg_catalog.regclass)),
                ends AS (
                  SELECT relname, CASE WHEN ends[1] <> 'MINVALUE' THEN CAST(ends[1] AS %1$s) END AS low,
                         CASE WHEN ends[2] <> 'MAXVALUE' THEN CAST(ends[2] AS %1$s) END AS high
                  FROM children WHERE ends IS NOT NULL)""".formatted(key.type(), ENDS);
    }

    /** @param same whether it has all that is wanted, so that nothing has to be made */
    public record Overlap(String partition, boolean same) {}
}
