package io.pgorm.client.internal;

import io.pgorm.client.ModelType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Delete;
import org.jooq.Field;
import org.jooq.InsertOnDuplicateStep;
import org.jooq.InsertReturningStep;
import org.jooq.TableField;
import org.jooq.Update;
import org.jooq.impl.DSL;

/** The INSERT, UPDATE and DELETE of a table, with slots for their values. */
final class WriteStatements {

    private WriteStatements() {}

    /**
     * @param columns their values are the first slots
     * @param changes of a conflict; their values are the slots after them
     */
    static InsertReturningStep<?> insert(
            ModelType<?> model, Columns columns, Conflict conflict, Optional<Changes> changes) {
        var into = DSL.insertInto(model.table());
        InsertReturningStep<?> plain =
                columns.size() == 0 ? into.defaultValues() : into.set(Slots.assignments(columns.list(), 0));
        return switch (conflict) {
            case Conflict.Fail fail -> plain;
            case Conflict.DoNothing nothing ->
                onConflict(into, columns, nothing.target()).nothing();
            case Conflict.Fetch fetch ->
                onConflict(into, columns, fetch.target()).nothing();
            case Conflict.Replace replace ->
                onConflict(into, columns, replace.target()).update(replaced(model, columns, replace.target()));
            case Conflict.Change change ->
                onConflict(into, columns, change.target())
                        .update(changed(
                                model,
                                changes.map(some -> some.assignments(columns.size()))
                                        .orElse(Map.of())));
        };
    }

    /** Many rows at once; the arrays of their values are the slots. */
    static InsertReturningStep<?> insertMany(ModelType<?> model, Columns columns, Conflict conflict) {
        InsertOnDuplicateStep<?> filled =
                DSL.insertInto(model.table()).columns(columns.list()).select(Unnest.select(model, columns));
        return switch (conflict) {
            case Conflict.Fail fail -> filled;
            case Conflict.DoNothing nothing -> new OnConflict(filled, nothing.target()).nothing();
            case Conflict.Replace replace ->
                new OnConflict(filled, replace.target()).update(replaced(model, columns, replace.target()));
            case Conflict.Fetch fetch -> throw new IllegalArgumentException("many rows are not fetched by a conflict");
            case Conflict.Change change ->
                throw new IllegalArgumentException("many rows are changed to what they are given");
        };
    }

    static Update<?> update(ModelType<?> model, Map<Field<?>, Field<?>> changes, Condition condition) {
        return DSL.update(model.table()).set(changed(model, changes)).where(condition);
    }

    static Delete<?> delete(ModelType<?> model, Condition condition) {
        return DSL.deleteFrom(model.table()).where(condition);
    }

    /** Every given value but those of the target; one of the target where nothing is left, so that the row is given. */
    private static Map<Field<?>, Field<?>> replaced(ModelType<?> model, Columns columns, ConflictTarget target) {
        Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
        columns.list().stream()
                .filter(column -> !target.columns().contains(column))
                .forEach(column -> values.put(column, DSL.excluded(column)));
        if (values.isEmpty()) {
            TableField<?, ?> any = columns.list().get(0);
            return Map.of(any, DSL.excluded(any));
        }
        return changed(model, values);
    }

    /** The changes, the time for the fields that keep it, and the count of the updates. */
    static Map<Field<?>, Field<?>> changed(ModelType<?> model, Map<Field<?>, Field<?>> changes) {
        Map<Field<?>, Field<?>> all = new LinkedHashMap<>(changes);
        model.updatedAt().forEach(field -> all.putIfAbsent(field, DSL.field("now()", field.getDataType())));
        model.version().ifPresent(version -> all.putIfAbsent(version, next(version)));
        return all;
    }

    private static Field<?> next(TableField<?, ?> version) {
        return DSL.field("{0} + 1", version.getDataType(), version);
    }

    private static OnConflict onConflict(org.jooq.InsertSetStep<?> into, Columns columns, ConflictTarget target) {
        return new OnConflict(into.set(Slots.assignments(columns.list(), 0)), target);
    }

    /** The rest of an INSERT, from ON CONFLICT on. */
    private record OnConflict(InsertOnDuplicateStep<?> filled, ConflictTarget target) {

        InsertReturningStep<?> nothing() {
            var step = filled.onConflict(elements());
            return target.index().flatMap(index -> index.condition()).isPresent()
                    ? step.where(condition()).doNothing()
                    : step.doNothing();
        }

        InsertReturningStep<?> update(Map<Field<?>, Field<?>> changes) {
            var step = filled.onConflict(elements());
            return target.index().flatMap(index -> index.condition()).isPresent()
                    ? step.where(condition()).doUpdate().set(changes)
                    : step.doUpdate().set(changes);
        }

        private List<Field<?>> elements() {
            if (!target.columns().isEmpty()) {
                return List.copyOf(target.columns());
            }
            return List.of(DSL.field(target.index().orElseThrow().elements()));
        }

        private Condition condition() {
            return DSL.condition(
                    target.index().flatMap(index -> index.condition()).orElseThrow());
        }
    }
}
