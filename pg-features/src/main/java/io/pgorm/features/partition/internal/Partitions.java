package io.pgorm.features.partition.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.Hierarchy.Partition;
import io.pgorm.ir.Hierarchy.PartitionKey;
import io.pgorm.ir.Hierarchy.PartitionOf;
import io.pgorm.ir.Index;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.Table;
import io.pgorm.ir.spi.AttributeUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts what attributes say of partitions into the tables. Stateless. */
public final class Partitions {

    static final int DEFAULT_AHEAD = 3;

    private Partitions() {}

    /** The schema with its tables partitioned, and the function that makes partitions where one is asked for. */
    public static Schema add(Schema schema) {
        Schema partitioned = schema.mapTables(table -> partitioned(schema, table));
        List<MadeAhead> made = madeAhead(partitioned);
        return made.isEmpty()
                ? partitioned
                : partitioned.plus(List.of(MadeAhead.function(
                        made,
                        partitioned.tables().stream()
                                .flatMap(table -> every(partitioned, table).stream())
                                .findFirst()
                                .orElseThrow()
                                .span())));
    }

    /** The first call of the function, when all that it needs is there. */
    public static List<SqlObject> firstCall(Schema schema) {
        return schema.routines().stream()
                .filter(routine -> routine.name().equals(MadeAhead.FUNCTION)
                        && !madeAhead(schema).isEmpty())
                .map(routine -> new SqlObject(
                        "partition:first",
                        SqlObject.Phase.COMMENTS,
                        "SELECT " + MadeAhead.FUNCTION.sql() + "()",
                        Optional.empty(),
                        routine.span()))
                .toList();
    }

    /** A schema read from a database, without the partitions that the function made. */
    public static Schema forgetMade(Schema schema) {
        return schema.mapTables(table -> {
            Hierarchy hierarchy = table.hierarchy();
            List<Partition> kept = kept(hierarchy.partitions());
            return kept.equals(hierarchy.partitions())
                    ? table
                    : table.withHierarchy(new Hierarchy(
                            hierarchy.inherits(), hierarchy.partitionedBy(), kept, hierarchy.partitionOf()));
        });
    }

    private static List<Partition> kept(List<Partition> partitions) {
        return partitions.stream()
                .filter(partition -> !partition.comment().equals(Optional.of(MadeAhead.MARK)))
                .map(partition -> new Partition(
                        partition.name(),
                        partition.bound(),
                        partition.partitionedBy(),
                        kept(partition.partitions()),
                        partition.comment(),
                        partition.span()))
                .toList();
    }

    private static Table partitioned(Schema schema, Table table) {
        Optional<PartitionKey> key =
                Attributes.one(schema, table.name(), PartitionAttributes.NAME).flatMap(PartitionAttributes::key);
        Optional<PartitionOf> above = Attributes.one(schema, table.name(), PartitionAttributes.OF)
                .flatMap(use -> use.named(PartitionAttributes.PARENT)
                        .flatMap(parent ->
                                ReadBound.of(use).bound().map(bound -> new PartitionOf(parent, bound, use.span()))));
        if (key.isEmpty() && above.isEmpty()) {
            return table;
        }
        List<Partition> partitions = new PartitionTree(
                        table.name(), Attributes.of(schema, table.name(), PartitionAttributes.TABLE))
                .partitions();
        return table.withHierarchy(
                new Hierarchy(table.hierarchy().inherits(), key, key.isPresent() ? partitions : List.of(), above));
    }

    /** The attribute {@code @@partition} of the table, where it asks for partitions ahead of time. */
    static Optional<AttributeUse> every(Schema schema, Table table) {
        return Attributes.one(schema, table.name(), PartitionAttributes.NAME)
                .filter(use -> use.text(PartitionAttributes.EVERY).isPresent());
    }

    private static List<MadeAhead> madeAhead(Schema schema) {
        List<MadeAhead> all = new ArrayList<>();
        for (Table table : schema.tables()) {
            every(schema, table).ifPresent(use -> madeAhead(table, use).ifPresent(all::add));
        }
        // the order of declarations is no part of what the function does
        all.sort(Comparator.comparing((MadeAhead made) -> made.table().schema())
                .thenComparing(made -> made.table().name()));
        return all;
    }

    /** Absent where the attribute asks for what cannot be. */
    private static Optional<MadeAhead> madeAhead(Table table, AttributeUse use) {
        return use.text(PartitionAttributes.EVERY)
                .flatMap(Every::parse)
                .flatMap(every -> timeKey(table)
                        .map(column -> new MadeAhead(
                                table.name(),
                                every,
                                isZoned(column) ? "+00" : "",
                                use.whole(PartitionAttributes.AHEAD)
                                        .map(Long::intValue)
                                        .orElse(DEFAULT_AHEAD))));
    }

    /** The only column of the key of a range, where it holds times. */
    static Optional<Column> timeKey(Table table) {
        return table.hierarchy()
                .partitionedBy()
                .filter(key ->
                        key.strategy() == Hierarchy.Strategy.RANGE && key.keys().size() == 1)
                .flatMap(key -> key.keys().getFirst().target() instanceof Index.ColumnTarget(String name)
                        ? table.column(name)
                        : Optional.empty())
                .filter(column -> switch (KeyType.of(column.type())) {
                    case DATE, TIMESTAMP, TIMESTAMPTZ -> true;
                    default -> false;
                });
    }

    private static boolean isZoned(Column column) {
        return KeyType.of(column.type()) == KeyType.TIMESTAMPTZ;
    }

    /** Whether the column holds days without a time of day. */
    static boolean isDate(Column column) {
        return column.type() instanceof ColumnType.Scalar && KeyType.of(column.type()) == KeyType.DATE;
    }
}
