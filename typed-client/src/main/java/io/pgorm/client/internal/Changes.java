package io.pgorm.client.internal;

import io.pgorm.client.Assignments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * What an UPDATE sets. Values and operators with values have fixed SQL, in which the values are slots; an expression is part
 * of the SQL, which is rendered anew then.
 *
 * @param columns what is set
 * @param values of the slots
 * @param computed for each column how it is computed, null where it gets the value itself; empty if all do
 */
record Changes(Columns columns, @Nullable Object[] values, List<Optional<Computed>> computed) {

    static Changes of(Assignments assignments) {
        Columns columns = Columns.of(assignments.columns());
        @Nullable Object[] values = assignments.array();
        if (!assignments.isComputed()) {
            return new Changes(columns, values, List.of());
        }
        List<Optional<Computed>> computed = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            computed.add(values[i] instanceof Computed how ? Optional.of(how) : Optional.empty());
            values[i] = switch (values[i]) {
                case Computed.Operated operated -> operated.operand();
                case Computed.Expression expression -> null;
                case null, default -> values[i];
            };
        }
        return new Changes(columns, values, computed);
    }

    boolean sets(TableField<?, ?> column) {
        return columns.indexOf(column) >= 0;
    }

    /** Each column and what it is set to; the first value is the slot {@code from}. */
    Map<Field<?>, Field<?>> assignments(int from) {
        if (computed.isEmpty()) {
            return Slots.assignments(columns.list(), from);
        }
        Map<Field<?>, Field<?>> all = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            TableField<?, ?> column = columns.array()[i];
            all.put(column, assigned(column, from + i, computed.get(i)));
        }
        return all;
    }

    private static <T> Field<?> assigned(TableField<?, T> column, int slot, Optional<Computed> computed) {
        Field<T> value = Slots.parameter(column.getDataType(), slot);
        return computed.<Field<?>>map(how -> switch (how) {
                    case Computed.Operated operated -> operated.operator().of(column, value);
                    case Computed.Expression expression -> expression.field();
                })
                .orElse(value);
    }

    /**
     * The plan of a write in which these changes are: kept where its SQL is fixed.
     *
     * @param kind what is written
     * @param given columns that have values beside the changes
     */
    WritePlan plan(ShapeDefinition<?> shape, Object kind, @Nullable Columns given, Supplier<WritePlan> make) {
        Object id = kind;
        if (!computed.isEmpty()) {
            if (computed.stream().flatMap(Optional::stream).anyMatch(Computed.Expression.class::isInstance)) {
                return make.get();
            }
            id = new Operators(
                    kind,
                    computed.stream()
                            .map(how -> how.map(operated -> ((Computed.Operated) operated).operator()))
                            .toList());
        }
        return shape.write(
                given == null ? new WritePlan.Id(id, columns, null) : new WritePlan.Id(id, given, columns), make);
    }

    private record Operators(Object kind, List<Optional<Computed.Operator>> operators) {}
}
