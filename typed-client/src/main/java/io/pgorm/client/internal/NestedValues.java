package io.pgorm.client.internal;

import io.pgorm.client.internal.NestedStep.Column;
import io.pgorm.client.internal.NestedStep.Kind;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a step, in this order: those of the caller's expressions; for each column what was given, or the position of the row that is meant
 * among several, or each part of the key that finds a row; all of them once more where the text asks twice; how many rows
 * there have to be. For one use.
 */
final class NestedValues {

    private static final Binder LONG = Binder.of(SQLDataType.BIGINT);
    private static final Binder INTEGER = Binder.of(SQLDataType.INTEGER);

    private final NestedStep step;
    private final List<Rendered.Bound> bound = new ArrayList<>();

    private NestedValues(NestedStep step) {
        this.step = step;
    }

    static List<Rendered.Bound> of(NestedStep step) {
        NestedValues values = new NestedValues(step);
        values.addColumns();
        if (step.hasExpression()) {
            values.bound.addAll(0, ofExpressions(step));
        }
        boolean twice = step.kind == Kind.DELETE_OTHERS || step.kind == Kind.CLEAR_OTHERS;
        if (twice && !step.found.isEmpty()) {
            values.bound.addAll(List.copyOf(values.bound));
        }
        if (step.isWrapped() && !step.optional) {
            values.bound.add(new Rendered.Bound(LONG, (long) step.rows.size()));
        }
        return values.bound;
    }

    private static List<Rendered.Bound> ofExpressions(NestedStep step) {
        List<Rendered.Bound> bound = new ArrayList<>();
        for (Origin source : step.rows.get(0)) {
            if (source instanceof Origin.Value(Computed.Expression expression)) {
                bound.addAll(Rendering.render(expression.field()).bound());
            }
        }
        return bound;
    }

    private void addColumns() {
        List<Origin> first = step.rows.get(0);
        int index = 0;
        for (Column column : step.all()) {
            int at = index++;
            switch (first.get(at)) {
                case Origin.Value(Computed.Expression expression) -> {}
                case Origin.Value(Computed.Operated operated) -> add(column.format(), row -> operated.operand());
                case Origin.Value value -> add(column.format(), row -> ((Origin.Value) row.get(at)).value());
                case Origin.Written written -> {
                    if (!written.step().isSingle()) {
                        addPositions(at);
                    }
                }
                case Origin.Found found -> {
                    List<? extends TableField<?, ?>> key = found.key().fields();
                    for (int k = 0; k < key.size(); k++) {
                        int part = k;
                        add(
                                ColumnFormat.of(found.key().model(), key.get(k)),
                                row -> ((Origin.Found) row.get(at)).values().get(part));
                    }
                }
            }
        }
        if (bound.isEmpty() && !step.isOneByOne()) {
            bound.add(new Rendered.Bound(INTEGER, step.rows.size()));
        }
    }

    private void addPositions(int at) {
        if (step.isOneByOne()) {
            bound.add(new Rendered.Bound(
                    INTEGER, ((Origin.Written) step.rows.get(0).get(at)).row()));
            return;
        }
        Integer[] positions = new Integer[step.rows.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = ((Origin.Written) step.rows.get(i).get(at)).row();
        }
        bound.add(new Rendered.Bound(ArrayParameter.binder(Integer.class), positions));
    }

    private void add(ColumnFormat format, Function<List<Origin>, @Nullable Object> value) {
        if (step.isOneByOne()) {
            bound.add(new Rendered.Bound(
                    ArrayParameter.elementBinder(format.type()), travelling(format, value.apply(step.rows.get(0)))));
            return;
        }
        boolean typed = ArrayParameter.isTyped(format.type());
        @Nullable
        Object[] array = (@Nullable Object[]) Array.newInstance(typed ? format.type() : String.class, step.rows.size());
        for (int i = 0; i < array.length; i++) {
            array[i] = travelling(format, value.apply(step.rows.get(i)));
        }
        bound.add(new Rendered.Bound(ArrayParameter.binder(format.type()), array));
    }

    private static @Nullable Object travelling(ColumnFormat format, @Nullable Object value) {
        if (!ArrayParameter.isTyped(format.type())) {
            return format.asText(value);
        }
        return value == null ? null : format.base().apply(value);
    }
}
