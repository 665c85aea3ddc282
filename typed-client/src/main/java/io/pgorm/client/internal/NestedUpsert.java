package io.pgorm.client.internal;

import io.pgorm.client.Assignments;
import io.pgorm.client.ModelType;
import io.pgorm.client.RelatedChange;
import io.pgorm.client.internal.NestedStep.Column;
import java.util.ArrayList;
import java.util.List;
import org.jooq.TableField;

/**
 * An upsert of a row with related ones. The row is inserted unless it is there, with what hangs on a new one; then it is
 * changed where it was there, with what hangs on that. Two statements for the row itself, for only the server knows which of
 * the two it is, and the others go by that. Each sees what was committed before it, so that a row which somebody else
 * inserts meanwhile is waited for and then found, as in ON CONFLICT DO UPDATE.
 */
final class NestedUpsert {

    private NestedUpsert() {}

    /**
     * @return the row as each of the two ways leaves it; one of them has none
     * @throws IllegalArgumentException if the row cannot be found by the target, or a new row would point to one that is to
     *     be made
     */
    static List<NestedHandle> plan(NestedPlan plan, ModelType<?> model, Assignments row, Conflict conflict) {
        return switch (conflict) {
            case Conflict.DoNothing nothing -> List.of(plan.insertUnlessThere(model, row, nothing.target()));
            case Conflict.Fetch fetch -> {
                NestedHandle inserted = plan.insertUnlessThere(model, row, fetch.target());
                NestedChange there = there(model, inserted, fetch.target());
                NestedStep find = there.find(plan);
                yield List.of(inserted, new NestedHandle(find, 1, new Sources(Assignments.none())));
            }
            case Conflict.Replace replace -> both(plan, model, row, replace.target(), others(row, replace.target()));
            case Conflict.Change change -> both(plan, model, row, change.target(), change.changes());
            case Conflict.Fail fail -> throw new IllegalArgumentException("an insert that fails is no upsert");
        };
    }

    private static List<NestedHandle> both(
            NestedPlan plan, ModelType<?> model, Assignments row, ConflictTarget target, Assignments changes) {
        NestedHandle inserted = plan.insertUnlessThere(model, row, target);
        return List.of(inserted, there(model, inserted, target).add(plan, changes));
    }

    /** The row that is there. */
    private static NestedChange there(ModelType<?> model, NestedHandle inserted, ConflictTarget target) {
        if (target.columns().isEmpty()) {
            throw new IllegalArgumentException("a " + model.name()
                    + " with related rows cannot be found by an index over an expression; write it first, and its"
                    + " related rows by update");
        }
        List<Column> found = new ArrayList<>();
        List<Origin> key = new ArrayList<>();
        for (TableField<?, ?> column : target.columns()) {
            Origin origin = inserted.sources().get(column);
            if (origin == null) {
                throw new IllegalArgumentException("the " + model.name()
                        + " that is there is found by the fields of onConflict: give each of them a value");
            }
            found.add(Column.of(model, column));
            key.add(origin);
        }
        return new NestedChange(model, found, key, inserted.step());
    }

    /** Everything that was given, but the key that the row has already. */
    private static Assignments others(Assignments row, ConflictTarget target) {
        Assignments others = Assignments.none();
        for (TableField<?, ?> column : row.columns()) {
            if (!target.columns().contains(column)) {
                others = row.copy(column, others);
            }
        }
        for (RelatedChange change : row.related()) {
            others = others.with(change);
        }
        return others;
    }
}
