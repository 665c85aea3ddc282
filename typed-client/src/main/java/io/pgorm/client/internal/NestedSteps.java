package io.pgorm.client.internal;

import io.pgorm.client.Link;
import io.pgorm.client.ModelType;
import io.pgorm.client.RelatedChange;
import io.pgorm.client.internal.NestedStep.Column;
import io.pgorm.client.internal.NestedStep.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** The steps of a nested write, in the order in which they go. For one thread. */
final class NestedSteps {

    private final List<NestedStep> steps = new ArrayList<>();
    private int numbers;

    /** Of the steps that are added from now on. */
    private @Nullable NestedGuard guard;

    List<NestedStep> all() {
        return steps;
    }

    void guard(@Nullable NestedGuard newGuard) {
        guard = newGuard;
    }

    /** A step on the table of a model. */
    NestedStep add(Kind kind, ModelType<?> model, List<Column> columns, List<Column> found) {
        return add(new NestedStep(kind, numbers++, model.name(), model.table(), model, columns, found));
    }

    /** A step on the join table of a relation. */
    NestedStep add(Kind kind, RelatedChange change, List<Column> columns, List<Column> found) {
        Link.Join join = change.link().join().orElseThrow();
        return add(new NestedStep(kind, numbers++, change.relation(), join.table(), null, columns, found));
    }

    private NestedStep add(NestedStep step) {
        step.guard = guard;
        steps.add(step);
        return step;
    }

    /** The last step, if it does the same with the same columns. */
    @Nullable
    NestedStep lastLike(Kind kind, List<Column> columns) {
        NestedStep last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        return last != null && last.kind == kind && last.columns.equals(columns) && Objects.equals(last.guard, guard)
                ? last
                : null;
    }

    /** Equal for values that come in the same way from the same place. */
    static Object likeness(Origin source) {
        return switch (source) {
            case Origin.Value value -> 0;
            case Origin.Written written ->
                Map.entry(written.step().number, written.column().getName());
            case Origin.Found found -> Map.entry(found.key(), found.column().getName());
        };
    }

    /** @throws IllegalArgumentException if rows of one statement would come in several ways */
    static void requireAlike(long ways, RelatedChange change) {
        if (ways > 1) {
            throw new IllegalArgumentException(change.relation()
                    + ": name the rows that are set by the same key, not some by one and some by another");
        }
    }

    @SuppressWarnings("unchecked") // the columns of a link are those of generated tables
    static List<TableField<?, ?>> fields(List<? extends Field<?>> columns) {
        return (List<TableField<?, ?>>) columns;
    }
}
