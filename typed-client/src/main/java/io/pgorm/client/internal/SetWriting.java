package io.pgorm.client.internal;

import io.pgorm.client.Assignments;
import io.pgorm.client.DbContext;
import io.pgorm.client.ModelType;
import io.pgorm.client.Shape;
import io.pgorm.client.error.ShapeMismatch;
import io.pgorm.client.internal.Channel.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DeleteReturningStep;
import org.jooq.UpdateReturningStep;
import org.jspecify.annotations.Nullable;

/** Changes of sets of rows that give the rows back, each one round trip. */
public final class SetWriting {

    private SetWriting() {}

    /** Changes all rows of the condition, and gives them as they are then. */
    public static <R> List<R> update(
            DbContext context,
            ModelType<?> model,
            Shape<R> shape,
            Condition condition,
            Assignments changes,
            @Nullable Long expected) {
        Layout layout = Writing.layout(shape, model);
        UpdateReturningStep<?> update =
                (UpdateReturningStep<?>) WriteStatements.update(model, Writing.parameters(model, changes), condition);
        if (layout.isOwnColumns()) {
            return own(context, layout, Rendering.render(update.returningResult(layout.columns)), expected);
        }
        PassedKeys keys = PassedKeys.of(model, 0);
        Rendered write = Rendering.render(update.returningResult(keys.returning()));
        List<Rendered> all = new ArrayList<>();
        all.add(expected == null ? keys.around(write) : keys.around(write, expected));
        all.addAll(Reading.where(layout, model, keys.condition()));
        return guarded(context, layout, Scope.TRANSACTION, all, 1, expected);
    }

    /**
     * Deletes all rows of the condition, and gives what they were.
     *
     * @throws ShapeMismatch if the shape has relations
     */
    public static <R> List<R> delete(
            DbContext context, ModelType<?> model, Shape<R> shape, Condition condition, @Nullable Long expected) {
        Layout layout = Writing.layout(shape, model);
        if (!layout.isOwnColumns()) {
            throw new ShapeMismatch("rows that are deleted by a condition give back their own columns only: what they"
                    + " are related to may be gone with them. Read the shape first, or delete by key");
        }
        DeleteReturningStep<?> delete = (DeleteReturningStep<?>) WriteStatements.delete(model, condition);
        return own(context, layout, Rendering.render(delete.returningResult(layout.columns)), expected);
    }

    private static <R> List<R> own(DbContext context, Layout layout, Rendered write, @Nullable Long expected) {
        Rendered checked = expected == null ? write : ExpectedRows.checking(write, expected);
        return guarded(context, layout, Scope.STATEMENT, List.of(checked), 0, expected);
    }

    private static <R> List<R> guarded(
            DbContext context, Layout layout, Scope scope, List<Rendered> all, int rows, @Nullable Long expected) {
        return ExpectedRows.guard(
                () -> context.channel()
                        .send(
                                context.identity(),
                                scope,
                                all,
                                new Object[0],
                                outcomes -> GraphReader.<R>read(layout, outcomes.subList(rows, outcomes.size()))),
                number -> "",
                expected == null ? 0 : expected);
    }
}
