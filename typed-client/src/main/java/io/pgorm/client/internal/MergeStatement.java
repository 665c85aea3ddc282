package io.pgorm.client.internal;

import io.pgorm.client.Assignments;
import io.pgorm.client.DbContext;
import io.pgorm.client.Merged;
import io.pgorm.client.ModelType;
import io.pgorm.client.Shape;
import io.pgorm.client.error.ShapeMismatch;
import io.pgorm.client.internal.Channel.Scope;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** A MERGE as it is put together. Immutable. */
public record MergeStatement(
        ModelType<?> model, MergeRows rows, List<TableField<?, ?>> keys, Condition on, List<Branch> branches) {

    public MergeStatement {
        keys = List.copyOf(keys);
        branches = List.copyOf(branches);
    }

    /** When something is done. */
    public record Branch(Meeting meeting, Optional<Condition> condition, Deed deed) {}

    /** How a given row and one that is there meet. */
    public enum Meeting {
        MATCHED("matched"),
        NOT_MATCHED("not matched"),
        NOT_MATCHED_BY_SOURCE("not matched by source");

        final String words;

        Meeting(String words) {
            this.words = words;
        }
    }

    /** What is done then. */
    public sealed interface Deed {}

    /** The given values are put in. */
    public record Replace() implements Deed {}

    /** The row is changed. */
    public record Change(Assignments assignments) implements Deed {}

    /** The row is deleted. */
    public record Delete() implements Deed {}

    /** The given row is inserted. */
    public record Insert() implements Deed {}

    /** Nothing, and no other branch is looked at. */
    public record DoNothing() implements Deed {}

    /** A MERGE without its meeting. */
    public static MergeStatement of(ModelType<?> model, MergeRows rows) {
        return new MergeStatement(model, rows, List.of(), DSL.noCondition(), List.of());
    }

    /** @throws IllegalArgumentException if there is no field, or one has no value in the rows */
    public MergeStatement on(List<TableField<?, ?>> fields) {
        if (fields.isEmpty()) {
            throw new IllegalArgumentException(
                    "name the fields by which merged rows of " + model.name() + " are found");
        }
        Condition equal = DSL.noCondition();
        for (TableField<?, ?> field : fields) {
            if (!rows.columns().contains(field)) {
                throw new IllegalArgumentException("the " + model.name()
                        + " that is there is found by the fields of on: give each of them a value, "
                        + field.getName() + " too");
            }
            equal = equal.and(equal(field));
        }
        return new MergeStatement(model, rows, fields, equal, branches);
    }

    private static <T> Condition equal(TableField<?, T> field) {
        return field.eq(DSL.excluded(field));
    }

    public MergeStatement on(Condition condition) {
        return new MergeStatement(model, rows, List.of(), condition, branches);
    }

    public MergeStatement when(Branch branch) {
        List<Branch> more = new ArrayList<>(branches);
        more.add(branch);
        return new MergeStatement(model, rows, keys, on, more);
    }

    /** Sends it. @return how many rows it wrote */
    public long run(DbContext context) {
        if (hasNothingToDo()) {
            return 0;
        }
        Rendered statement = Rendering.render(MergeSql.of(this, List.of()));
        return context.channel()
                .send(
                        context.identity(),
                        Scope.STATEMENT,
                        List.of(statement),
                        rows.arguments(),
                        outcomes -> outcomes.get(0).count());
    }

    /** Sends it. @return the rows that it wrote */
    public <R> List<Merged<R>> fetch(DbContext context, Shape<R> shape) {
        Layout layout = Writing.layout(shape, model);
        if (!layout.isOwnColumns()) {
            throw new ShapeMismatch("merged rows give back their own columns only: what deleted ones are related to may"
                    + " be gone with them. Read the relations afterwards");
        }
        if (hasNothingToDo()) {
            return List.of();
        }
        Rendered statement = Rendering.render(MergeSql.of(this, layout.columns));
        return context.channel()
                .send(context.identity(), Scope.STATEMENT, List.of(statement), rows.arguments(), outcomes -> {
                    ResultSet answer = outcomes.get(0).requireRows();
                    List<Merged.Action> actions = new ArrayList<>();
                    while (answer.next()) {
                        actions.add(Merged.Action.valueOf(answer.getString(layout.columns.size() + 1)));
                    }
                    answer.beforeFirst();
                    List<R> read = GraphReader.read(layout, outcomes);
                    List<Merged<R>> merged = new ArrayList<>();
                    for (int i = 0; i < actions.size(); i++) {
                        merged.add(new Merged<>(actions.get(i), read.get(i)));
                    }
                    return merged;
                });
    }

    /** No row meets nothing, unless something is done with rows that no row was given for. */
    private boolean hasNothingToDo() {
        if (branches.isEmpty()) {
            throw new IllegalArgumentException("nothing is said that is to be done with the merged rows of "
                    + model.name() + ": add whenMatched() or whenNotMatched()");
        }
        return rows.isEmpty()
                && branches.stream().noneMatch(branch -> branch.meeting() == Meeting.NOT_MATCHED_BY_SOURCE);
    }
}
