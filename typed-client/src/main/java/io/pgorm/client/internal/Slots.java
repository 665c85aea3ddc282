package io.pgorm.client.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;

/**
 * Parameters whose values come with each call. jOOQ knows them by a name; a name that comes twice would be one
 * parameter, so that each is given out once.
 */
public final class Slots {

    private static final String PREFIX = "pgorm_slot_";
    private static final AtomicLong COUNTER = new AtomicLong();

    private Slots() {}

    /** Each field equal to its slot. */
    static Condition conditions(List<? extends Field<?>> fields) {
        List<Condition> equal = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            equal.add(equal(fields.get(i), i));
        }
        return DSL.and(equal);
    }

    /** Each field equal to the slot of its own position. */
    static Condition conditions(List<? extends Field<?>> fields, List<Integer> positions) {
        List<Condition> equal = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            equal.add(equal(fields.get(i), positions.get(i)));
        }
        return DSL.and(equal);
    }

    /** A parameter for each column, in their order, the first of which is the slot {@code from}. */
    static Map<Field<?>, Field<?>> assignments(List<? extends Field<?>> columns, int from) {
        Map<Field<?>, Field<?>> parameters = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            parameters.put(columns.get(i), parameter(columns.get(i).getDataType(), from + i));
        }
        return parameters;
    }

    private static <T> Condition equal(Field<T> field, int position) {
        return field.eq(parameter(field.getDataType(), position));
    }

    /** May stand in several places of a query. */
    public static <T> Field<T> parameter(DataType<T> type, int position) {
        return new Place<>(type, position);
    }

    /** A new parameter wherever it is met, since jOOQ takes two of one name for one. */
    private static final class Place<T> extends CustomField<T> {

        private static final long serialVersionUID = 1L;

        private final int position;

        Place(DataType<T> type, int position) {
            super(PREFIX + position, type);
            this.position = position;
        }

        @Override
        public void accept(Context<?> context) {
            context.visit(DSL.param(PREFIX + position + "_" + COUNTER.incrementAndGet(), getDataType()));
        }
    }

    /** The slot that a parameter stands for, if it does. */
    static Optional<Rendered.Slot> of(Param<?> parameter) {
        String name = parameter.getParamName();
        if (name == null || !name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String position = name.substring(PREFIX.length(), name.lastIndexOf('_'));
        return Optional.of(new Rendered.Slot(Integer.parseInt(position)));
    }
}
