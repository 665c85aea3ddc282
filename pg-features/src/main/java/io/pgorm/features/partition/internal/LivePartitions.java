package io.pgorm.features.partition.internal;

import io.pgorm.features.partition.Partition;
import io.pgorm.features.partition.PartitionRange;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What the catalog says of a partitioned table. */
public final class LivePartitions {

    private static final String KEY = """
            SELECT a.attname, pg_catalog.format_type(a.atttypid, NULL) AS type, c.relrowsecurity, n.nspname, c.relname,
                   pg_catalog.cardinality(p.partattrs::int2[]) AS columns, p.partstrat::text AS strategy
            FROM pg_catalog.pg_partitioned_table p
            JOIN pg_catalog.pg_class c ON c.oid = p.partrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = p.partattrs[0]
            WHERE p.partrelid = CAST({0} AS pg_catalog.regclass)""";

    private static final String CHILDREN = """
            SELECT c.relname, n.nspname, pg_catalog.pg_get_expr(c.relpartbound, c.oid) AS bound, i.inhdetachpending,
                   c.reltuples::bigint AS rows
            FROM pg_catalog.pg_inherits i
            JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE i.inhparent = CAST({0} AS pg_catalog.regclass)
            ORDER BY bound, c.relname""";

    /** The two ends of a range of one column; PostgreSQL writes numbers without quotes. */
    private static final String ENDS = "^FOR VALUES FROM \\(''?([^'',]+)''?\\) TO \\(''?([^'',]+)''?\\)$";

    private LivePartitions() {}

    /** The key of a table, by which it is cut in ranges. */
    public record Key(String schema, String table, String column, String type, boolean rowSecurity) {

        public Name columnName() {
            return DSL.name(column);
        }

        /** A bound of the type; a time of which nothing else is said is one of UTC. */
        public Field<?> bound(String text) {
            boolean zoned =
                    type.startsWith("timestamp") && type.contains("with time zone") && !type.contains("without");
            return DSL.inline(zoned ? text + "+00" : text, SQLDataType.VARCHAR);
        }

        public Name name(String partition) {
            return DSL.name(schema, partition);
        }
    }

    /** @throws IllegalArgumentException if the table is not partitioned by ranges of one column */
    public static Key key(DSLContext sql, Table<?> table) {
        Record row = sql.fetchOptional(KEY, DSL.val(sql.render(table)))
                .orElseThrow(() -> new IllegalArgumentException(table.getName()
                        + " is not partitioned in this database; give it @@partition(..., by: RANGE) and migrate"));
        if (!row.get("strategy", String.class).equals("r")
                || row.get("columns", int.class) != 1
                || row.get("attname") == null) {
            throw new IllegalArgumentException(
                    table.getName() + " is not partitioned by ranges of one column, which is what Partitions can do");
        }
        return new Key(
                row.get("nspname", String.class),
                row.get("relname", String.class),
                row.get("attname", String.class),
                row.get("type", String.class),
                row.get("relrowsecurity", boolean.class));
    }

    /** What {@link Partition} does not tell. */
    public record Child(Partition partition, Name name, boolean detaching) {}

    public static List<Child> children(DSLContext sql, Table<?> table) {
        return sql.fetch(CHILDREN, DSL.val(sql.render(table))).map(row -> {
            String bound = row.get("bound", String.class);
            String name = row.get("relname", String.class);
            return new Child(
                    new Partition(
                            name, bound == null ? "" : bound, "DEFAULT".equals(bound), row.get("rows", long.class)),
                    DSL.name(row.get("nspname", String.class), name),
                    row.get("inhdetachpending", boolean.class));
        });
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

    /** @param same whether it has exactly the range */
    public record Overlap(String partition, boolean same) {}
}
