package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.Constraint;
import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Table;
import io.pgorm.ir.sql.GeneratedNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a partition that has nothing of its own has from the table above, under the names that PostgreSQL gives: it keeps
 * it when it is detached. Stateless.
 */
final class PlainPartitions {

    private PlainPartitions() {}

    /** @param recorded what a constraint above is called in the partition, where that is known */
    static List<Constraint> constraints(
            Table above, QualifiedName partition, Function<String, Optional<String>> recorded) {
        List<Constraint> constraints = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Constraint constraint : above.constraints()) {
            recorded.apply(constraint.name())
                    .or(() -> name(constraint, partition.name(), names))
                    .filter(names::add)
                    .flatMap(name -> Inherited.as(constraint, name))
                    .ifPresent(constraints::add);
        }
        return constraints;
    }

    /** Where there are two keys over the same columns, PostgreSQL puts a number behind the name of the second. */
    private static Optional<String> name(Constraint constraint, String table, Set<String> taken) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> Optional.of(GeneratedNames.of(table, "", "pkey"));
            case Constraint.Unique key ->
                Stream.iterate(0, number -> number + 1)
                        .map(number -> GeneratedNames.of(
                                table, columns(key.columns(), key.include()), "key" + (number == 0 ? "" : number)))
                        .filter(name -> !taken.contains(name))
                        .findFirst();
            case Constraint.Check check -> Optional.of(check.name());
            default -> Optional.empty();
        };
    }

    private static String columns(List<String> columns, List<String> more) {
        List<String> all = new ArrayList<>(columns);
        more.forEach(column -> all.add(PartitionIndexNames.unlike(all, column)));
        return String.join("_", all);
    }

    /** Those over columns: what an expression is called in a name is PostgreSQL's own affair. */
    static List<Index> indexes(Table above, QualifiedName partition) {
        List<Index> indexes = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Index index : above.indexes()) {
            List<String> columns = new ArrayList<>();
            for (Index.Key key : index.keys()) {
                if (key.target() instanceof Index.ColumnTarget(String column)) {
                    columns.add(PartitionIndexNames.unlike(columns, column));
                }
            }
            if (columns.size() < index.keys().size()) {
                continue;
            }
            index.include().forEach(column -> columns.add(PartitionIndexNames.unlike(columns, column)));
            String name = GeneratedNames.of(partition.name(), String.join("_", columns), "idx");
            if (names.add(name)) {
                indexes.add(named(index, name));
            }
        }
        return indexes;
    }

    static boolean hasExpression(Index index) {
        return index.keys().stream().anyMatch(key -> !(key.target() instanceof Index.ColumnTarget));
    }

    static Index named(Index index, String name) {
        return new Index(
                name,
                index.unique(),
                index.method(),
                index.keys(),
                index.include(),
                index.nullsNotDistinct(),
                index.where(),
                index.with(),
                index.tablespace(),
                index.span());
    }
}
