package io.pgorm.client.internal;

import io.pgorm.client.Assignments;
import io.pgorm.client.DbContext;
import io.pgorm.client.ModelType;
import io.pgorm.client.Shape;
import io.pgorm.client.internal.Channel.Scope;
import io.pgorm.client.internal.NestedStep.Column;
import io.pgorm.client.internal.NestedStep.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Writes of a row with related rows: one round trip and one transaction, whatever the tree. Each statement hands the keys
 * that the database makes to those after it by settings; see {@link PassedKeys} for why.
 */
final class NestedWriting {

    private NestedWriting() {}

    static <R> Optional<R> insert(DbContext context, ModelType<?> model, Shape<R> shape, Assignments row) {
        NestedPlan plan = new NestedPlan();
        NestedPlan.Handle root = plan.insert(model, row);
        List<Origin> key = primaryKey(model).stream().map(root::column).toList();
        return send(
                context,
                plan.steps(),
                null,
                read(model, shape, key),
                shape.definition().layout());
    }

    /** Changes the row of a key and what is related to it. */
    static <R> Optional<R> update(DbContext context, KeyValues at, Shape<R> shape, Assignments changes) {
        ModelType<?> model = at.key().model();
        List<Column> found = new ArrayList<>();
        at.fields().forEach(column -> found.add(Column.of(model, column)));
        List<Origin> key = new ArrayList<>();
        for (Object value : at.values()) {
            key.add(new Origin.Value(value));
        }
        NestedPlan plan = new NestedPlan();
        NestedStep root = plan.step(Kind.FIND, model, List.of(), found);
        root.rows.add(key);
        Sources values = plan.pointedTo(model, changes);
        boolean made = plan.steps().size() > 1;
        List<Column> columns = new ArrayList<>();
        values.columns().forEach(column -> columns.add(Column.of(model, column)));
        boolean changed = !columns.isEmpty()
                || !model.updatedAt().isEmpty()
                || model.version().isPresent();
        if (changed) {
            NestedStep update = plan.step(Kind.UPDATE, model, columns, found);
            List<Origin> row = new ArrayList<>(values.origins());
            row.addAll(key);
            update.rows.add(row);
            if (!made) {
                // Nothing has to be written before it, so that it finds the row itself.
                plan.steps().remove(root);
                root = update;
            }
        }
        NestedPlan.Handle handle = new NestedPlan.Handle(root, 1, new Sources(Assignments.none()));
        primaryKey(model).forEach(root::pass);
        plan.relate(root, model, changes);
        List<Origin> written = primaryKey(model).stream().map(handle::column).toList();
        return send(
                context,
                plan.steps(),
                root,
                read(model, shape, written),
                shape.definition().layout());
    }

    private static List<? extends TableField<?, ?>> primaryKey(ModelType<?> model) {
        if (model.primaryKey().isEmpty()) {
            throw new IllegalArgumentException(model.name()
                    + " has no primary key, by which related rows could point to it; write them one by one");
        }
        return model.primaryKey();
    }

    /** What reads the row that was written. Rendered once for each shape and each way to its key. */
    private static List<Rendered> read(ModelType<?> model, Shape<?> shape, List<Origin> key) {
        List<String> passed = new ArrayList<>();
        List<@Nullable Object> given = new ArrayList<>();
        for (Origin part : key) {
            if (part instanceof Origin.Written written) {
                passed.add(
                        "(" + written.step().array(written.step().pass(written.column())) + ")[" + written.row() + "]");
            } else if (part instanceof Origin.Value value) {
                passed.add("");
                given.add(value.value());
            }
        }
        WritePlan plan = shape.definition()
                .write(
                        new WritePlan.Id(new Read(passed), Columns.of(), null),
                        () -> new WritePlan(
                                Scope.TRANSACTION,
                                Reading.one(shape.definition().layout(), model, key(model, passed)),
                                -1,
                                0));
        Object[] arguments = given.toArray();
        return plan.statements().stream()
                .map(statement -> statement.filledWith(arguments))
                .toList();
    }

    /** What a reading is kept by: the expression of each part of the key, empty where its value is given. */
    private record Read(List<String> passed) {}

    private static Map<Field<?>, Field<?>> key(ModelType<?> model, List<String> passed) {
        Map<Field<?>, Field<?>> key = new LinkedHashMap<>();
        int slot = 0;
        for (int i = 0; i < passed.size(); i++) {
            TableField<?, ?> column = model.primaryKey().get(i);
            key.put(
                    column,
                    passed.get(i).isEmpty()
                            ? Slots.parameter(column.getDataType(), slot++)
                            : DSL.field(passed.get(i), column.getDataType()));
        }
        return key;
    }

    private static <R> Optional<R> send(
            DbContext context,
            List<NestedStep> steps,
            @Nullable NestedStep root,
            List<Rendered> reading,
            Layout layout) {
        // From the last to the first, for only then it is known which keys a step has to pass.
        List<Rendered> statements = new ArrayList<>();
        for (int i = steps.size() - 1; i >= 0; i--) {
            statements.add(0, NestedSql.render(steps.get(i), root));
        }
        int first = statements.size();
        statements.addAll(reading);
        return MissingRow.guard(() -> ExpectedRows.guard(
                () -> context
                        .channel()
                        .send(
                                context.identity(),
                                Scope.TRANSACTION,
                                statements,
                                new Object[0],
                                outcomes -> GraphReader.<R>read(layout, outcomes.subList(first, outcomes.size())))
                        .stream()
                        .findFirst(),
                number -> described(steps, number),
                rows -> rowsOf(steps, rows)));
    }

    private static String described(List<NestedStep> steps, int number) {
        return steps.stream()
                .filter(step -> step.number == number)
                .map(step -> step.what)
                .findFirst()
                .orElse("");
    }

    private static long rowsOf(List<NestedStep> steps, int number) {
        return steps.stream()
                .filter(step -> step.number == number)
                .mapToLong(step -> step.rows.size())
                .findFirst()
                .orElse(0);
    }
}
