package io.pgorm.features.partition.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.Hierarchy.PartitionKey;
import io.pgorm.ir.Hierarchy.Strategy;
import io.pgorm.ir.Index;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A partition key with what is known of its columns.
 *
 * @param parts in the order of the key
 */
record ResolvedKey(PartitionKey key, List<Part> parts) {

    /** @param column absent for an expression */
    record Part(Optional<Column> column, KeyType type, Optional<EnumType> labels) {

        boolean isNullable() {
            return column.map(Column::nullable).orElse(true);
        }
    }

    ResolvedKey {
        parts = List.copyOf(parts);
    }

    static ResolvedKey of(Schema schema, Table table, PartitionKey key) {
        List<Part> parts = new ArrayList<>();
        for (Index.Key part : key.keys()) {
            Optional<Column> column =
                    part.target() instanceof Index.ColumnTarget(String name) ? table.column(name) : Optional.empty();
            Optional<EnumType> labels = column.map(Column::type)
                    .flatMap(type -> type instanceof ColumnType.EnumReference reference && !reference.array()
                            ? schema.enumType(reference.name())
                            : Optional.empty());
            parts.add(new Part(column, column.map(Column::type).map(KeyType::of).orElse(KeyType.OTHER), labels));
        }
        return new ResolvedKey(key, parts);
    }

    Strategy strategy() {
        return key.strategy();
    }

    boolean hasExpression() {
        return key.keys().stream().anyMatch(part -> part.target() instanceof Index.ExpressionTarget);
    }

    List<ReadValue> read(List<SqlText> constants) {
        List<ReadValue> values = new ArrayList<>();
        for (int at = 0; at < constants.size() && at < parts.size(); at++) {
            values.add(readAt(at, constants.get(at)));
        }
        return values;
    }

    ReadValue readAt(int at, SqlText constant) {
        return ReadValue.of(constant, parts.get(at).type(), parts.get(at).labels());
    }
}
