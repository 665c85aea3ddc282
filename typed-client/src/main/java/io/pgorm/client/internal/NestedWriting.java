package io.pgorm.client.internal;

import io.pgorm.client.Assignments;
import io.pgorm.client.DbContext;
import io.pgorm.client.ModelType;
import io.pgorm.client.Shape;
import io.pgorm.client.internal.Channel.Scope;
import io.pgorm.client.internal.NestedStep.Column;
import io.pgorm.client.internal.NestedStep.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        NestedHandle root = plan.insert(model, row);
        List<Origin> key = primaryKey(model).stream().map(root::column).toList();
        Layout layout = shape.definition().layout();
        if (isAnsweredBy(root.step(), plan.steps(), layout)) {
            root.step().answer = layout.columns;
            return send(context, plan.steps(), root.step(), read(model, shape, key, false), layout);
        }
        return send(context, plan.steps(), null, read(model, shape, key, true), layout);
    }

    /**
     * Whether the row of the step can be given at once, since no later one may change it, and no policy may let it be seen
     * only when what hangs on it is there.
     */
    private static boolean isAnsweredBy(NestedStep root, List<NestedStep> steps, Layout layout) {
        return layout.isOwnRow()
                && !root.hasRowSecurity()
                && steps.stream()
                        .allMatch(
                                step -> !step.hasTriggers() && (step.kind == Kind.INSERT || step.table != root.table));
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
        NestedHandle root = new NestedChange(model, found, key).add(plan, changes);
        List<Origin> written = primaryKey(model).stream().map(root::column).toList();
        return send(
                context,
                plan.steps(),
                null,
                read(model, shape, written, true),
                shape.definition().layout());
    }

    /** Inserts a row with what is related to it, or does something else where it is there already. */
    static <R> Optional<R> upsert(
            DbContext context, ModelType<?> model, Shape<R> shape, Assignments row, Conflict conflict) {
        primaryKey(model);
        NestedPlan plan = new NestedPlan();
        List<NestedHandle> ends = NestedUpsert.plan(plan, model, row, conflict);
        List<String> passed = new ArrayList<>();
        for (TableField<?, ?> column : model.primaryKey()) {
            passed.add(ends.stream()
                    .map(end -> passed(new Origin.Written(end.step(), end.row(), column)))
                    .collect(Collectors.joining(", ", "coalesce(", ")")));
        }
        return send(
                context,
                plan.steps(),
                null,
                read(model, shape, passed, List.of(), true),
                shape.definition().layout());
    }

    /** Inserts rows with all that hangs on them. @return how many rows of the model itself */
    static long insertAll(DbContext context, ModelType<?> model, List<Assignments> rows) {
        NestedPlan plan = new NestedPlan();
        Set<NestedStep> own = plan.insertAll(model, rows);
        List<NestedStep> steps = plan.steps();
        return guarded(context, steps, statements(steps), outcomes -> {
            long written = 0;
            for (int i = 0; i < steps.size(); i++) {
                if (own.contains(steps.get(i))) {
                    written += steps.get(i).isSure() ? 1 : count(outcomes.get(i));
                }
            }
            return written;
        });
    }

    private static long count(Outcome outcome) throws SQLException {
        ResultSet rows = outcome.rows();
        if (rows == null) {
            return outcome.count();
        }
        rows.next();
        return rows.getLong(1);
    }

    private static List<? extends TableField<?, ?>> primaryKey(ModelType<?> model) {
        if (model.primaryKey().isEmpty()) {
            throw new IllegalArgumentException(model.name()
                    + " has no primary key, by which related rows could point to it; write them one by one");
        }
        return model.primaryKey();
    }

    /** What reads the row that was written, or without it what hangs on it. */
    private static List<Rendered> read(ModelType<?> model, Shape<?> shape, List<Origin> key, boolean withRow) {
        List<String> passed = new ArrayList<>();
        List<@Nullable Object> given = new ArrayList<>();
        for (Origin part : key) {
            if (part instanceof Origin.Written written) {
                passed.add(passed(written));
            } else if (part instanceof Origin.Value value) {
                passed.add("");
                given.add(value.value());
            }
        }
        return read(model, shape, passed, given, withRow);
    }

    private static String passed(Origin.Written written) {
        return "(" + written.step().array(written.step().pass(written.column())) + ")[" + written.row() + "]";
    }

    /** Rendered once for each shape and each way to its key. */
    private static List<Rendered> read(
            ModelType<?> model, Shape<?> shape, List<String> passed, List<@Nullable Object> given, boolean withRow) {
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
                .skip(withRow ? 0 : 1)
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

    /** @param answering the step that gives the row; null if it is the first thing that is read */
    private static <R> Optional<R> send(
            DbContext context,
            List<NestedStep> steps,
            @Nullable NestedStep answering,
            List<Rendered> reading,
            Layout layout) {
        List<Rendered> statements = statements(steps);
        int first = statements.size();
        statements.addAll(reading);
        return guarded(context, steps, statements, outcomes -> {
                    List<Outcome> read = new ArrayList<>(outcomes.subList(first, outcomes.size()));
                    if (answering != null) {
                        read.add(0, outcomes.get(steps.indexOf(answering)));
                    }
                    return GraphReader.<R>read(layout, read);
                })
                .stream()
                .findFirst();
    }

    private static List<Rendered> statements(List<NestedStep> steps) {
        // From the last to the first, for only then it is known which keys a step has to pass.
        List<Rendered> statements = new ArrayList<>();
        for (int i = steps.size() - 1; i >= 0; i--) {
            statements.add(0, NestedSql.render(steps.get(i)));
        }
        return statements;
    }

    private static <R> R guarded(
            DbContext context, List<NestedStep> steps, List<Rendered> statements, Channel.ResultReader<R> reader) {
        return MissingRow.guard(() -> ExpectedRows.guard(
                () -> context.channel().send(context.identity(), Scope.TRANSACTION, statements, new Object[0], reader),
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
