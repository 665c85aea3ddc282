package io.pgorm.client.internal;

import io.pgorm.client.Key;
import io.pgorm.client.ModelType;
import io.pgorm.client.internal.Channel.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DeleteReturningStep;
import org.jooq.Field;
import org.jooq.InsertReturningStep;
import org.jooq.TableField;
import org.jooq.UpdateReturningStep;

/**
 * How single rows are written and read back in one round trip. A shape of the table's own columns is the statement's
 * RETURNING; any other is read by the key of the row after the write, within the same transaction.
 */
final class WritePlans {

    private WritePlans() {}

    static WritePlan insert(
            ModelType<?> model, Layout layout, Columns columns, Conflict conflict, Optional<Changes> changes) {
        InsertReturningStep<?> insert = WriteStatements.insert(model, columns, conflict, changes);
        if (conflict instanceof Conflict.Fetch fetch) {
            return thenRead(
                    layout,
                    model,
                    Rendering.render(insert),
                    Slots.conditions(
                            fetch.target().columns(),
                            columns.positions(fetch.target().columns())),
                    -1);
        }
        if (layout.isOwnColumns()) {
            return returning(Rendering.render(insert.returningResult(layout.columns)));
        }
        List<Integer> key = columns.positions(model.primaryKey());
        boolean givenKey = conflict instanceof Conflict.Fail || conflict instanceof Conflict.DoNothing;
        if (!key.isEmpty() && givenKey) {
            return thenRead(layout, model, Rendering.render(insert), Slots.conditions(model.primaryKey(), key), 0);
        }
        PassedKeys keys = PassedKeys.of(model, 0);
        Rendered write = keys.around(Rendering.render(insert.returningResult(keys.returning())));
        return thenRead(layout, model, write, keys.condition(), -1);
    }

    /** @param found what finds the row: the key, and its version where that is asked for */
    static WritePlan update(Key<?> key, Layout layout, Changes changes, List<? extends TableField<?, ?>> found) {
        ModelType<?> model = key.model();
        Condition condition = Slots.conditions(found);
        UpdateReturningStep<?> update =
                (UpdateReturningStep<?>) WriteStatements.update(model, changes.assignments(found.size()), condition);
        if (layout.isOwnColumns()) {
            return returning(Rendering.render(update.returningResult(layout.columns)));
        }
        boolean stays = found.stream().noneMatch(column -> changes.sets(column) || isVersion(model, column));
        if (stays) {
            return thenRead(layout, model, Rendering.render(update), Slots.conditions(found), 0);
        }
        PassedKeys keys = PassedKeys.of(model, 0);
        return thenRead(
                layout,
                model,
                keys.around(Rendering.render(update.returningResult(keys.returning()))),
                keys.condition(),
                -1);
    }

    private static boolean isVersion(ModelType<?> model, Field<?> column) {
        return model.version().filter(version -> version == column).isPresent();
    }

    /** What hangs on a row may go with it, so that a shape with relations is read before. */
    static WritePlan delete(Key<?> key, Layout layout, List<? extends TableField<?, ?>> found) {
        ModelType<?> model = key.model();
        Condition condition = Slots.conditions(found);
        DeleteReturningStep<?> delete = (DeleteReturningStep<?>) WriteStatements.delete(model, condition);
        if (layout.isOwnColumns()) {
            return returning(Rendering.render(delete.returningResult(layout.columns)));
        }
        List<Rendered> all = new ArrayList<>(Reading.where(layout, model, condition));
        all.add(Rendering.render(delete));
        return new WritePlan(Scope.TRANSACTION, all, all.size() - 1, 0);
    }

    static WritePlan returning(Rendered statement) {
        return new WritePlan(Scope.STATEMENT, List.of(statement), -1, 0);
    }

    static WritePlan thenRead(Layout layout, ModelType<?> model, Rendered write, Condition condition, int counted) {
        List<Rendered> all = new ArrayList<>(List.of(write));
        all.addAll(Reading.where(layout, model, condition));
        return new WritePlan(Scope.TRANSACTION, all, counted, 1);
    }
}
