package io.pgorm.client.internal;

import io.pgorm.client.Assignments;
import io.pgorm.client.DbContext;
import io.pgorm.client.Key;
import io.pgorm.client.ModelType;
import io.pgorm.client.Shape;
import io.pgorm.client.internal.Channel.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.RowCountQuery;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Inserts, updates and deletes of single rows and of sets of rows, each one round trip. */
public final class Writing {

    private static final Object[] NOTHING = {};

    private Writing() {}

    /** Inserts a row; empty where a conflict left none. */
    public static <R> Optional<R> insert(
            DbContext context, ModelType<?> model, Shape<R> shape, Assignments row, Conflict conflict) {
        Layout layout = layout(shape, model);
        boolean changesRelated = conflict instanceof Conflict.Change some
                && !some.changes().related().isEmpty();
        if (!row.related().isEmpty() || changesRelated) {
            return conflict instanceof Conflict.Fail
                    ? NestedWriting.insert(context, model, shape, row)
                    : NestedWriting.upsert(context, model, shape, row, conflict);
        }
        Columns columns = Columns.of(row.columns());
        requireTarget(model, columns, conflict);
        Optional<Changes> changes = conflict instanceof Conflict.Change change
                ? Optional.of(Changes.of(notEmpty(model, change.changes())))
                : Optional.empty();
        Supplier<WritePlan> make = () -> WritePlans.insert(model, layout, columns, conflict, changes);
        WritePlan plan = changes.isPresent()
                ? changes.get().plan(shape.definition(), kind(conflict), columns, make)
                : shape.definition().write(new WritePlan.Id(kind(conflict), columns, null), make);
        return send(context, layout, plan, arguments(row.array(), changes.map(Changes::values))).stream()
                .findFirst()
                .map(Writing::<R>cast);
    }

    /** Changes the row of a key; with {@code version}, only if that is still its version. */
    public static <R> Optional<R> updateByKey(DbContext context, KeyValues at, Shape<R> shape, Assignments changes) {
        ModelType<?> model = at.key().model();
        Layout layout = layout(shape, model);
        if (!changes.related().isEmpty()) {
            return NestedWriting.update(context, at, shape, changes);
        }
        Changes set = Changes.of(notEmpty(model, changes));
        WritePlan plan = set.plan(
                shape.definition(),
                new AtKey(Kind.UPDATE, at.key(), at.versioned()),
                null,
                () -> WritePlans.update(at.key(), layout, set, at.fields()));
        return first(send(context, layout, plan, arguments(at.values(), Optional.of(set.values()))));
    }

    /** Deletes the row of a key, and gives what it was. */
    public static <R> Optional<R> deleteByKey(DbContext context, KeyValues at, Shape<R> shape) {
        Layout layout = layout(shape, at.key().model());
        WritePlan plan = shape.definition()
                .write(
                        new WritePlan.Id(new AtKey(Kind.DELETE, at.key(), at.versioned()), Columns.of(), null),
                        () -> WritePlans.delete(at.key(), layout, at.fields()));
        return first(send(context, layout, plan, at.values()));
    }

    /** Deletes the row of a key, and says whether there was one. */
    public static boolean deleteByKey(DbContext context, KeyValues at) {
        ModelType<?> model = at.key().model();
        WritePlan plan = model.shape()
                .definition()
                .write(
                        new WritePlan.Id(new AtKey(Kind.COUNT_DELETED, at.key(), at.versioned()), Columns.of(), null),
                        () -> WritePlans.returning(
                                Rendering.render(WriteStatements.delete(model, Slots.conditions(at.fields())))));
        return context.channel()
                        .send(
                                context.identity(),
                                Scope.STATEMENT,
                                plan.statements(),
                                at.values(),
                                outcomes -> outcomes.get(0).count())
                > 0;
    }

    /** Changes all rows of the condition. */
    public static long update(
            DbContext context, ModelType<?> model, Condition condition, Assignments changes, @Nullable Long expected) {
        return count(context, WriteStatements.update(model, parameters(model, changes), condition), expected);
    }

    /** Deletes all rows of the condition. */
    public static long delete(DbContext context, ModelType<?> model, Condition condition, @Nullable Long expected) {
        return count(context, WriteStatements.delete(model, condition), expected);
    }

    static Map<Field<?>, Field<?>> parameters(ModelType<?> model, Assignments changes) {
        Map<Field<?>, Field<?>> parameters = new LinkedHashMap<>();
        if (!changes.related().isEmpty()) {
            throw new IllegalArgumentException("related rows are changed by the key of one " + model.name()
                    + ", not by a condition: say byId(...) or another key");
        }
        TableField<?, ?>[] columns = notEmpty(model, changes).columns();
        @Nullable Object[] values = changes.array();
        for (int i = 0; i < columns.length; i++) {
            parameters.put(columns[i], set(values[i], columns[i]));
        }
        return parameters;
    }

    private static <T> Field<?> set(@Nullable Object value, TableField<?, T> column) {
        return switch (value) {
            case Computed.Expression expression -> expression.field();
            case Computed.Operated operated ->
                operated.operator().of(column, ExpectedRows.value(operated.operand(), column));
            case null, default -> ExpectedRows.value(value, column);
        };
    }

    private static long count(DbContext context, RowCountQuery query, @Nullable Long expected) {
        Rendered statement = Rendering.render(query);
        if (expected != null) {
            return ExpectedRows.send(context, statement, expected);
        }
        return context.channel()
                .send(
                        context.identity(),
                        Scope.STATEMENT,
                        List.of(statement),
                        NOTHING,
                        outcomes -> outcomes.get(0).count());
    }

    static List<Object> send(DbContext context, Layout layout, WritePlan plan, Object[] arguments) {
        return context.channel().send(context.identity(), plan.scope(), plan.statements(), arguments, outcomes -> {
            if (plan.counted() >= 0 && outcomes.get(plan.counted()).count() == 0) {
                return List.of();
            }
            return GraphReader.read(layout, outcomes.subList(plan.rows(), outcomes.size()));
        });
    }

    static Layout layout(Shape<?> shape, ModelType<?> model) {
        Layout layout = shape.definition().layout();
        layout.requireTable(model.table());
        return layout;
    }

    private static <R> Optional<R> first(List<Object> rows) {
        return rows.stream().findFirst().map(Writing::<R>cast);
    }

    @SuppressWarnings("unchecked") // the layout was compiled from the shape of R
    private static <R> R cast(Object row) {
        return (R) row;
    }

    /** An update says what changes; the types see to it, except where changes are put together at run time. */
    static Assignments notEmpty(ModelType<?> model, Assignments changes) {
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("nothing to change in " + model.name()
                    + ": give at least one field, or do not call update when there is none");
        }
        return changes;
    }

    @SuppressWarnings("NullAway") // a slot may hold a null, which Object[] cannot say
    private static Object[] arguments(@Nullable Object[] first, Optional<@Nullable Object[]> second) {
        if (second.isEmpty()) {
            return first;
        }
        List<Object> all = new ArrayList<>(Arrays.asList(first));
        all.addAll(Arrays.asList(second.get()));
        return all.toArray();
    }

    private static void requireTarget(ModelType<?> model, Columns columns, Conflict conflict) {
        if (conflict instanceof Conflict.Fetch fetch
                && columns.positions(fetch.target().columns()).isEmpty()) {
            throw new IllegalArgumentException("the " + model.name()
                    + " that is there is found by the fields of onConflict: give each of them a value");
        }
        if (!(conflict instanceof Conflict.Fail) && columns.size() == 0) {
            throw new IllegalArgumentException("a row of defaults only cannot be in conflict; use create");
        }
    }

    private enum Kind {
        INSERT,
        DO_NOTHING,
        FETCH,
        REPLACE,
        CHANGE,
        UPDATE,
        DELETE,
        COUNT_DELETED
    }

    /** A statement on the row of a key. */
    private record AtKey(Kind kind, Key<?> key, boolean versioned) {}

    /** An INSERT and what it does on a conflict. */
    private record OnConflict(Kind kind, ConflictTarget target) {}

    static Object kind(Conflict conflict) {
        return switch (conflict) {
            case Conflict.Fail fail -> Kind.INSERT;
            case Conflict.DoNothing nothing -> new OnConflict(Kind.DO_NOTHING, nothing.target());
            case Conflict.Fetch fetch -> new OnConflict(Kind.FETCH, fetch.target());
            case Conflict.Replace replace -> new OnConflict(Kind.REPLACE, replace.target());
            case Conflict.Change change -> new OnConflict(Kind.CHANGE, change.target());
        };
    }
}
