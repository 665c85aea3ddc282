package io.pgorm.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What writing needs to know of a table beyond its columns. Made by generated code, from the database of the build.
 *
 * @param sqlTypes the types of the model's columns as PostgreSQL names them, in the order of the model's columns
 * @param version the name of the column that counts the updates of a row
 * @param rowSecurity whether row level security is on, which refuses COPY
 * @param uniqueIndexes those that are no constraint: over expressions, or over some of the rows only
 * @param exclusions the columns of each exclusion constraint, by its name
 * @param triggers whether triggers or rules, its own, those of its partitions or of a join table of its relations, may do
 *     more than a write says
 */
public record TableFacts(
        List<String> sqlTypes,
        Optional<String> version,
        boolean rowSecurity,
        List<UniqueIndex> uniqueIndexes,
        Map<String, List<String>> exclusions,
        boolean triggers) {

    public TableFacts {
        sqlTypes = List.copyOf(sqlTypes);
        uniqueIndexes = List.copyOf(uniqueIndexes);
        exclusions = Map.copyOf(exclusions);
    }

    /** Of a table without exclusion constraints and triggers. */
    public TableFacts(
            List<String> sqlTypes, Optional<String> version, boolean rowSecurity, List<UniqueIndex> uniqueIndexes) {
        this(sqlTypes, version, rowSecurity, uniqueIndexes, Map.of(), false);
    }

    /** The same with an exclusion constraint. */
    public TableFacts excluding(String name, List<String> columns) {
        Map<String, List<String>> more = new HashMap<>(exclusions);
        more.put(name, List.copyOf(columns));
        return new TableFacts(sqlTypes, version, rowSecurity, uniqueIndexes, more, triggers);
    }

    /** The same with triggers. */
    public TableFacts triggered() {
        return new TableFacts(sqlTypes, version, rowSecurity, uniqueIndexes, exclusions, true);
    }

    /**
     * A unique index.
     *
     * @param columns the names of its columns; empty if it is over an expression
     * @param elements what it is over, as SQL of the database
     * @param condition of a partial index, as SQL of the database
     */
    public record UniqueIndex(String name, List<String> columns, String elements, Optional<String> condition) {
        public UniqueIndex {
            columns = List.copyOf(columns);
        }
    }

    /** Of a view, which is not written. */
    public static TableFacts none() {
        return new TableFacts(List.of(), Optional.empty(), false, List.of());
    }
}
