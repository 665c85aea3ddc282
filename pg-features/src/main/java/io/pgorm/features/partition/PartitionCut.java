package io.pgorm.features.partition;

import java.util.List;
import org.jooq.Field;

/**
 * How a partition is cut again, below the table.
 *
 * @param strategy of PostgreSQL
 * @param columns by which
 */
public record PartitionCut(Strategy strategy, List<Field<?>> columns) {

    /** The words of {@code PARTITION BY}. */
    public enum Strategy {
        RANGE,
        LIST,
        HASH
    }

    /** @throws IllegalArgumentException if there is no column, or several for a list */
    public PartitionCut {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || (strategy == Strategy.LIST && columns.size() > 1)) {
            throw new IllegalArgumentException("a table is cut by one column or, but for lists, by several");
        }
    }

    public static PartitionCut range(Field<?>... columns) {
        return new PartitionCut(Strategy.RANGE, List.of(columns));
    }

    public static PartitionCut list(Field<?> column) {
        return new PartitionCut(Strategy.LIST, List.of(column));
    }

    public static PartitionCut hash(Field<?>... columns) {
        return new PartitionCut(Strategy.HASH, List.of(columns));
    }
}
