package io.pgorm.client.internal;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The small SQL that several queries are put together from. */
public final class Sql {

    private Sql() {}

    /** Column by column equal. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the two sides of a relation have the same types, or do not compare
    static Condition equal(List<? extends Field<?>> left, List<? extends Field<?>> right) {
        List<Condition> pairs = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            pairs.add(((Field) left.get(i)).eq((Field) right.get(i)));
        }
        return DSL.and(pairs);
    }

    /** The fields under the names {@code prefix0}, {@code prefix1} and so on. */
    static List<Field<?>> numbered(List<? extends Field<?>> fields, String prefix) {
        List<Field<?>> named = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            named.add(fields.get(i).as(prefix + i));
        }
        return named;
    }

    /** The columns that {@link #numbered} made, seen from outside the derived table {@code alias}. */
    static List<Field<?>> columnsOf(String alias, List<? extends Field<?>> fields, String prefix) {
        List<Field<?>> columns = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            columns.add(DSL.field(DSL.name(alias, prefix + i), fields.get(i).getDataType()));
        }
        return columns;
    }

    /** What is ordered by, without its direction. */
    static Field<?> ordered(OrderField<?> order) {
        return switch (order) {
            case SortField<?> sort -> sort.$field();
            case Field<?> field -> field;
            default -> throw new IllegalArgumentException("only a field can be ordered by, not " + order);
        };
    }

    /** The values of a record, in the order of its fields. */
    public static @Nullable Object[] values(Record record) {
        @Nullable Object[] values = new @Nullable Object[record.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = record.get(i);
        }
        return values;
    }
}
