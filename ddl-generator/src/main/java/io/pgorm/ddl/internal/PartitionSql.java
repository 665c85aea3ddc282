package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SQL of partitions. Stateless. */
public final class PartitionSql {

    private PartitionSql() {}

    /** The partitions that have nothing of their own, each before those below it. */
    public static List<DdlStatement> create(Table table) {
        List<DdlStatement> statements = new ArrayList<>();
        create(table.name(), table.hierarchy().partitions(), table.storage().unlogged(), statements);
        return statements;
    }

    private static void create(
            QualifiedName parent, List<Hierarchy.Partition> partitions, boolean unlogged, List<DdlStatement> to) {
        for (Hierarchy.Partition partition : partitions) {
            to.add(create(parent, partition, unlogged));
            create(partition.name(), partition.partitions(), unlogged, to);
        }
    }

    /** One partition, without those below it. */
    public static DdlStatement create(QualifiedName parent, Hierarchy.Partition partition, boolean unlogged) {
        SqlBuilder sql = new SqlBuilder();
        sql.sql("CREATE ").sqlIf(unlogged, "UNLOGGED ").sql("TABLE ").name(partition.name());
        sql.sql(" PARTITION OF ").name(parent).sql(" ");
        appendBound(partition.bound(), sql);
        partition.partitionedBy().ifPresent(key -> appendKey(key, sql));
        return sql.statement(partition.span());
    }

    /** What makes a table that is there a partition; its indexes and foreign keys should be there before. */
    public static Optional<DdlStatement> attach(Table table) {
        return table.hierarchy().partitionOf().map(of -> attach(table.name(), of));
    }

    /** The same, by the name of the table. */
    public static DdlStatement attach(QualifiedName table, Hierarchy.PartitionOf of) {
        SqlBuilder sql = new SqlBuilder().sql("ALTER TABLE ").name(of.parent());
        sql.sql(" ATTACH PARTITION ").name(table).sql(" ");
        appendBound(of.bound(), sql);
        return sql.statement(of.span());
    }

    static void appendKey(Hierarchy.PartitionKey key, SqlBuilder sql) {
        sql.sql(" PARTITION BY ").from(key.span(), () -> {
            sql.sql(key.strategy().name()).sql(" ");
            KeySql.append(key.keys(), sql);
        });
    }

    private static void appendBound(Hierarchy.Bound bound, SqlBuilder sql) {
        switch (bound) {
            case Hierarchy.Otherwise otherwise -> sql.sql("DEFAULT");
            case Hierarchy.Range range -> {
                sql.sql("FOR VALUES FROM (").each(range.from(), ", ", sql::expression);
                sql.sql(") TO (").each(range.to(), ", ", sql::expression).sql(")");
            }
            case Hierarchy.In in ->
                sql.sql("FOR VALUES IN (")
                        .each(in.values(), ", ", sql::expression)
                        .sql(")");
            case Hierarchy.Remainder remainder -> sql.sql(remainder.sql());
        }
    }
}
