package io.pgorm.client.internal;

import io.pgorm.client.Assignments;
import io.pgorm.client.ModelType;
import io.pgorm.client.internal.NestedStep.Column;
import io.pgorm.client.internal.NestedStep.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps that change a row which may be there, and what is related to it: where it is not, none of them does anything.
 *
 * @param found columns that find the row
 * @param key their values
 * @param inserted what was to be inserted before, of an upsert
 */
record NestedChange(
        ModelType<?> model,
        List<Column> found,
        List<Origin> key,
        @Nullable NestedStep inserted) {

    NestedChange(ModelType<?> model, List<Column> found, List<Origin> key) {
        this(model, found, key, null);
    }

    /** @return the row as later steps see it */
    NestedHandle add(NestedPlan plan, Assignments changes) {
        NestedStep root = find(plan);
        NestedGuard guard = root.guard;
        plan.guard(new NestedGuard(root, true));
        int before = plan.steps().size();
        Sources values = plan.pointedTo(model, changes);
        boolean made = plan.steps().size() > before;
        boolean changed = !values.columns().isEmpty()
                || !model.updatedAt().isEmpty()
                || model.version().isPresent();
        if (changed) {
            NestedStep update = update(plan, values);
            if (!made) {
                // Nothing has to be written before it, so that it finds the row itself.
                plan.steps().remove(root);
                update.guard = guard;
                root = root(update);
                plan.guard(new NestedGuard(root, true));
            }
        }
        plan.relate(root, model, changes);
        return new NestedHandle(root, 1, new Sources(Assignments.none()));
    }

    /** Only finds the row. */
    NestedStep find(NestedPlan plan) {
        plan.guard(inserted == null ? null : new NestedGuard(inserted, false));
        NestedStep find = root(plan.step(Kind.FIND, model, List.of(), found));
        find.rows.add(key);
        return find;
    }

    private NestedStep root(NestedStep step) {
        step.optional = true;
        step.target = inserted == null ? null : inserted.target;
        model.primaryKey().forEach(step::pass);
        return step;
    }

    private NestedStep update(NestedPlan plan, Sources values) {
        List<Column> columns = new ArrayList<>();
        values.columns().forEach(column -> columns.add(Column.of(model, column)));
        NestedStep update = plan.step(Kind.UPDATE, model, columns, found);
        List<Origin> row = new ArrayList<>(values.origins());
        row.addAll(key);
        update.rows.add(row);
        if (inserted != null && update.hasExpression()) {
            update.excluded = inserted.columns;
            row.addAll(inserted.rows.get(0));
        }
        return update;
    }
}
