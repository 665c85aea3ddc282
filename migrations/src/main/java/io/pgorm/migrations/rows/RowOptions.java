package io.pgorm.migrations.rows;

import io.pgorm.ir.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How rows are made up. Immutable.
 *
 * @param seed the same seed gives the same rows in the same schema, but for values that the server itself makes
 * @param perTable how many rows each table is to have; some can only have fewer
 * @param leftEmpty tables that get none
 * @param conditions what the rows of tables are to satisfy beside what the tables themselves ask of them: SQL that is
 *     true or NULL for a row. One that the server cannot evaluate is passed over
 */
public record RowOptions(
        long seed, int perTable, Set<QualifiedName> leftEmpty, Map<QualifiedName, List<String>> conditions) {

    public RowOptions {
        leftEmpty = Set.copyOf(leftEmpty);
        conditions = Map.copyOf(conditions);
    }

    /** Four rows for each table. */
    public static RowOptions seed(long seed) {
        return new RowOptions(seed, 4, Set.of(), Map.of());
    }

    public RowOptions withPerTable(int newPerTable) {
        return new RowOptions(seed, newPerTable, leftEmpty, conditions);
    }

    public RowOptions withLeftEmpty(Set<QualifiedName> newLeftEmpty) {
        return new RowOptions(seed, perTable, newLeftEmpty, conditions);
    }

    public RowOptions withConditions(Map<QualifiedName, List<String>> newConditions) {
        return new RowOptions(seed, perTable, leftEmpty, newConditions);
    }
}
