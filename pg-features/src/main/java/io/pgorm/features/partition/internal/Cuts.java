package io.pgorm.features.partition.internal;

import io.pgorm.features.partition.PartitionCut;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** How a partition is cut again, in SQL. Stateless. */
public final class Cuts {

    private static final String LACKING = """
            SELECT c.relname
            FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            WHERE i.indrelid = CAST({0} AS pg_catalog.regclass) AND i.indisunique
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute a
                WHERE a.attrelid = i.indrelid AND a.attname = {1} AND a.attnum = ANY (i.indkey::int2[]))
            ORDER BY 1 LIMIT 1""";

    private Cuts() {}

    public static QueryPart clause(PartitionCut cut) {
        List<Field<?>> columns = cut.columns();
        return DSL.sql(
                " PARTITION BY " + cut.strategy().name() + " ({0})",
                DSL.list(columns.stream().map(Field::getUnqualifiedName).toList()));
    }

    /** @throws IllegalArgumentException if a unique key of the table lacks a column of the cut */
    public static void requireInKeys(DSLContext sql, Table<?> table, PartitionCut cut) {
        for (Field<?> column : cut.columns()) {
            sql.fetchOptional(LACKING, DSL.val(sql.render(table)), DSL.val(column.getName()))
                    .ifPresent(row -> {
                        throw new IllegalArgumentException("the unique key " + row.get(0, String.class) + " of "
                                + table.getName() + " lacks " + column.getName()
                                + ", and each partition knows only its own rows: add it to the key");
                    });
        }
    }
}
