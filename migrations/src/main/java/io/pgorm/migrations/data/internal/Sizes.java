package io.pgorm.migrations.data.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ir.Table;
import io.pgorm.ir.sql.Literals;

/** How large a table is, as the server guesses it: no row is read for that. Stateless. */
final class Sizes {

    private Sizes() {}

    /** With its partitions. Nothing is said of a table whose rows were never counted and that takes no room. */
    static Question of(Table table, Hazard hazard) {
        return Question.size(
                hazard, """
                SELECT CASE WHEN bool_or(c.reltuples < 0 AND pg_relation_size(c.oid) > 0) THEN NULL
                            ELSE sum(greatest(c.reltuples, 0))::bigint END,
                       pg_size_pretty(sum(pg_table_size(c.oid)))
                FROM pg_class c WHERE c.relkind = 'r' AND c.oid IN (
                    SELECT to_regclass(%1$s) UNION SELECT relid FROM pg_partition_tree(to_regclass(%1$s)))
                """.formatted(Literals.quote(table.name().sql())), "rows of table " + table.name() + ", about");
    }
}
