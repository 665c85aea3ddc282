package io.pgorm.migrations.rows;

import io.pgorm.ir.QualifiedName;
import java.util.Set;

/**
 * How rows are made up. Immutable.
 *
 * @param seed the same seed gives the same rows in the same schema, but for values that the server itself makes
 * @param perTable how many rows each table is to have; some can only have fewer
 * @param leftEmpty tables that get none
 */
public record RowOptions(long seed, int perTable, Set<QualifiedName> leftEmpty) {

    public RowOptions {
        leftEmpty = Set.copyOf(leftEmpty);
    }

    /** Four rows for each table. */
    public static RowOptions seed(long seed) {
        return new RowOptions(seed, 4, Set.of());
    }

    public RowOptions withPerTable(int newPerTable) {
        return new RowOptions(seed, newPerTable, leftEmpty);
    }

    public RowOptions withLeftEmpty(Set<QualifiedName> newLeftEmpty) {
        return new RowOptions(seed, perTable, newLeftEmpty);
    }
}
