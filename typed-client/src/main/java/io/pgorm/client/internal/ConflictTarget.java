package io.pgorm.client.internal;

import io.pgorm.client.ModelType;
import io.pgorm.client.TableFacts.UniqueIndex;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;

/**
 * What ON CONFLICT names: a key of the table, or a unique index that is none. PostgreSQL takes a partial index only
 * where its condition is repeated; it comes from the schema, so that nobody has to.
 *
 * @param columns empty if the index is over an expression
 * @param index where the target is no key
 */
public record ConflictTarget(List<TableField<?, ?>> columns, Optional<UniqueIndex> index) {

    public ConflictTarget {
        columns = List.copyOf(columns);
    }

    /** The condition of a partial index, as SQL of the database. */
    Optional<String> condition() {
        return index.flatMap(UniqueIndex::condition);
    }

    /** As ON CONFLICT names it. */
    String sql() {
        String elements = columns.isEmpty()
                ? index.orElseThrow().elements()
                : columns.stream()
                        .map(column -> Rendering.sql(DSL.name(column.getName())))
                        .collect(Collectors.joining(", "));
        return "(" + elements + ")"
                + condition().map(condition -> " where " + condition).orElse("");
    }

    /**
     * The key or unique index over exactly these columns, in whatever order.
     *
     * @throws IllegalArgumentException if there is none, or more than one partial index; it says what to do
     */
    public static ConflictTarget of(ModelType<?> model, TableField<?, ?>... fields) {
        for (TableField<?, ?> field : fields) {
            if (!model.columns().contains(field)) {
                throw new IllegalArgumentException(
                        "onConflict takes fields of " + model.name() + ", and " + field + " is none of them");
            }
        }
        Set<String> names = Arrays.stream(fields).map(Field::getName).collect(Collectors.toCollection(HashSet::new));
        for (UniqueKey<?> key : model.table().getKeys()) {
            if (key.getFields().stream()
                    .map(Field::getName)
                    .collect(Collectors.toSet())
                    .equals(names)) {
                return new ConflictTarget(List.of(fields), Optional.empty());
            }
        }
        List<UniqueIndex> indexes = model.facts().uniqueIndexes().stream()
                .filter(index -> Set.copyOf(index.columns()).equals(names))
                .toList();
        if (indexes.size() > 1) {
            throw new IllegalArgumentException("several unique indexes of " + model.name() + " are over these fields: "
                    + namesOf(indexes) + "; choose one with onConflictIndex(\"...\")");
        }
        return indexes.stream()
                .findFirst()
                .map(index -> new ConflictTarget(List.of(fields), Optional.of(index)))
                .orElseThrow(() ->
                        new IllegalArgumentException("onConflict needs the fields of a key: no @id, @unique or"
                                + " unique index of " + model.name() + " is over exactly "
                                + Arrays.stream(fields)
                                        .map(field -> model.fieldOfColumn(field.getName()))
                                        .toList()
                                + "; its keys are " + keys(model)));
    }

    /**
     * The unique index of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ConflictTarget ofIndex(ModelType<?> model, String name) {
        UniqueIndex found = model.facts().uniqueIndexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no unique index " + name + " on " + model.name()
                        + "; it has " + namesOf(model.facts().uniqueIndexes())
                        + ". A key is named by its fields: onConflict(...)"));
        return new ConflictTarget(
                found.columns().stream().<TableField<?, ?>>map(model::column).toList(), Optional.of(found));
    }

    private static String namesOf(List<UniqueIndex> indexes) {
        return indexes.stream().map(UniqueIndex::name).toList().toString();
    }

    private static String keys(ModelType<?> model) {
        return model.table().getKeys().stream()
                .map(key -> key.getFields().stream()
                        .map(field -> model.fieldOfColumn(field.getName()))
                        .toList()
                        .toString())
                .collect(Collectors.joining(", "));
    }
}
