package io.pgorm.features.partition.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Hierarchy.Partition;
import io.pgorm.ir.Hierarchy.PartitionKey;
import io.pgorm.ir.Hierarchy.Strategy;
import io.pgorm.ir.Index;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a partitioned table cannot be or have. For one table and one thread. */
final class PartitionedTableChecks {

    private final Schema schema;
    private final Table table;
    private final String model;
    private final List<Diagnostic> found = new ArrayList<>();
    /** Columns that every unique key has to hold: those of this key, and of the keys of its partitions. */
    private final Set<String> keyColumns = new LinkedHashSet<>();

    private boolean hasExpression;

    private PartitionedTableChecks(Schema schema, Table table) {
        this.schema = schema;
        this.table = table;
        this.model = Attributes.model(schema, table.name());
    }

    /** @param table with a partition key */
    static List<Diagnostic> check(Schema schema, Table table) {
        PartitionedTableChecks checks = new PartitionedTableChecks(schema, table);
        table.hierarchy().partitionedBy().ifPresent(checks::key);
        table.hierarchy().partitions().forEach(checks::keysBelow);
        checks.uniqueKeys();
        checks.storage();
        return checks.found;
    }

    private void keysBelow(Partition partition) {
        partition.partitionedBy().ifPresent(this::key);
        partition.partitions().forEach(this::keysBelow);
    }

    private void key(PartitionKey key) {
        ResolvedKey resolved = ResolvedKey.of(schema, table, key);
        if (key.strategy() == Strategy.LIST && key.keys().size() > 1) {
            error(
                    PartitionCodes.BAD_KEY,
                    key.span(),
                    "a LIST is of the values of one field",
                    "partition by one of them, and each partition by the next: `by: LIST, keys: [...]`");
        }
        hasExpression |= resolved.hasExpression();
        for (ResolvedKey.Part part : resolved.parts()) {
            part.column().ifPresent(column -> {
                keyColumns.add(column.name());
                keyColumn(key, column, part.type());
            });
        }
    }

    private void keyColumn(PartitionKey key, Column column, KeyType type) {
        String field = Attributes.field(schema, table.name(), column.name());
        if (column.value() instanceof ColumnValue.Generated) {
            error(
                    PartitionCodes.BAD_KEY,
                    key.span(),
                    field + " is generated after the partition is chosen, so it cannot choose it",
                    "partition by the fields that it is made from");
        }
        if (type == KeyType.UNORDERED) {
            error(
                    PartitionCodes.BAD_KEY,
                    key.span(),
                    "the values of " + field + " cannot be compared, so they choose no partition",
                    "partition by another field, or by an expression in a string");
        }
    }

    private void uniqueKeys() {
        for (Constraint constraint : table.constraints()) {
            switch (constraint) {
                case Constraint.PrimaryKey key -> unique("the primary key", "@@id(%s)", key.columns(), key.span());
                case Constraint.Unique key -> unique("the unique key", "@@unique(%s)", key.columns(), key.span());
                case Constraint.Exclusion exclusion -> exclusion(exclusion);
                case Constraint.Check check -> {
                    if (!check.inherited()) {
                        error(
                                PartitionCodes.NOT_FOR_PARTITIONED,
                                check.span(),
                                "a check of a partitioned table holds for all its partitions",
                                "leave noInherit: out");
                    }
                }
                case Constraint.ForeignKey key -> {}
                case Constraint.Other other -> {}
            }
        }
        for (Index index : table.indexes()) {
            if (index.unique()) {
                List<String> columns = index.keys().stream()
                        .filter(key -> key.target() instanceof Index.ColumnTarget)
                        .map(key -> ((Index.ColumnTarget) key.target()).column())
                        .toList();
                unique("the unique index", "@@index(%s, unique: true)", columns, index.span());
            }
        }
    }

    /** Each partition looks after its own rows only: what is unique over all of them has to know the partition. */
    private void unique(String what, String attribute, List<String> columns, SourceSpan span) {
        if (hasExpression) {
            error(
                    PartitionCodes.KEY_NOT_IN_UNIQUE,
                    span,
                    what + " of " + model + " cannot be kept, since an expression chooses the partition",
                    "partition by fields, and add them to the key");
            return;
        }
        List<String> missing =
                keyColumns.stream().filter(column -> !columns.contains(column)).toList();
        if (!missing.isEmpty()) {
            List<String> all = new ArrayList<>(columns);
            all.addAll(missing);
            error(
                    PartitionCodes.KEY_NOT_IN_UNIQUE,
                    span,
                    what + " of " + model + " has to hold " + fields(missing)
                            + " too, since each partition knows only its own rows",
                    "write " + attribute.formatted("[" + fields(all) + "]"));
        }
    }

    private void exclusion(Constraint.Exclusion exclusion) {
        List<String> equal = exclusion.elements().stream()
                .filter(element ->
                        element.operator().equals("=") && element.key().target() instanceof Index.ColumnTarget)
                .map(element -> ((Index.ColumnTarget) element.key().target()).column())
                .toList();
        if (hasExpression || !equal.containsAll(keyColumns)) {
            error(
                    PartitionCodes.KEY_NOT_IN_UNIQUE,
                    exclusion.span(),
                    "the exclusion of " + model + " has to compare " + fields(List.copyOf(keyColumns))
                            + " with \"=\", since each partition knows only its own rows",
                    "add that, or put the exclusion on each partition (from PostgreSQL 17 on a partitioned table has"
                            + " them at all)");
        }
    }

    private String fields(List<String> columns) {
        return columns.stream()
                .map(column -> Attributes.field(schema, table.name(), column))
                .collect(Collectors.joining(", "));
    }

    private void storage() {
        SourceSpan span =
                table.hierarchy().partitionedBy().map(PartitionKey::span).orElse(table.span());
        if (table.storage().unlogged()) {
            error(
                    PartitionCodes.NOT_FOR_PARTITIONED,
                    span,
                    "a partitioned table has no rows of its own to leave unlogged",
                    "make its partitions models of their own with @@partition.of, and those unlogged");
        }
        if (!table.storage().parameters().isEmpty()) {
            error(
                    PartitionCodes.NOT_FOR_PARTITIONED,
                    span,
                    "a partitioned table has no storage of its own",
                    "make its partitions models of their own with @@partition.of, and put @@storage there");
        }
        if (!table.hierarchy().inherits().isEmpty()) {
            error(
                    PartitionCodes.NOT_FOR_PARTITIONED,
                    span,
                    "a partitioned table inherits from no other",
                    "leave @@inherits out, and write the fields here");
        }
    }

    private void error(String code, SourceSpan span, String message, String help) {
        found.add(Diagnostic.error(code, message, span).withHelp(help));
    }
}
