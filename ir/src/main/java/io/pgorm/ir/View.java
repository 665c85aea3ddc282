package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A view, materialized or not.
 *
 * @param columns what its query gives, in order: as the author declares it, or as the catalog holds it
 * @param key columns by which the author says a row is known ({@code @id}); PostgreSQL is not asked
 * @param options {@code security_invoker}, {@code security_barrier} and {@code check_option} of a view, storage
 *     parameters of a materialized one; names in lower case, sorted
 * @param indexes of a materialized view
 * @param triggers of a view, INSTEAD OF and those for each statement
 * @param populated whether a materialized view holds rows from the start
 * @param accessMethod of a materialized view, where it is not the server's default
 */
public record View(
        QualifiedName name,
        boolean materialized,
        List<Column> columns,
        List<String> key,
        SqlText query,
        Map<String, String> options,
        List<Index> indexes,
        List<Trigger> triggers,
        boolean populated,
        Optional<String> accessMethod,
        Optional<String> tablespace,
        Optional<String> comment,
        SourceSpan span)
        implements SchemaObject {

    public View {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        indexes = List.copyOf(indexes);
        triggers = List.copyOf(triggers);
    }

    /**
     * A column of a view.
     *
     * @param nullable as the author declares it; true for what a catalog holds, which does not know
     * @param collation as the catalog holds it, where it is not that of the type; empty as the author declares it
     */
    public record Column(
            String name,
            ColumnType type,
            boolean nullable,
            Optional<QualifiedName> collation,
            Optional<String> comment,
            SourceSpan span) {}

    public View withTriggers(List<Trigger> newTriggers) {
        return new View(
                name,
                materialized,
                columns,
                key,
                query,
                options,
                indexes,
                newTriggers,
                populated,
                accessMethod,
                tablespace,
                comment,
                span);
    }

    public View withIndexes(List<Index> newIndexes) {
        return new View(
                name,
                materialized,
                columns,
                key,
                query,
                options,
                newIndexes,
                triggers,
                populated,
                accessMethod,
                tablespace,
                comment,
                span);
    }
}
