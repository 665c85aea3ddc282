package io.pgorm.client.internal;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM.NullOrdering;

/**
 * A field of an order, with all that PostgreSQL takes for granted said.
 *
 * @param nullable whether it can be NULL, as far as is known
 */
record SortKey(Field<?> field, boolean descending, boolean nullsFirst, boolean nullable) {

    static SortKey of(OrderField<?> order, Table<?> table) {
        Field<?> field = Sql.ordered(order);
        boolean descending = order instanceof SortField<?> sort && sort.$sortOrder() == SortOrder.DESC;
        NullOrdering nulls = order instanceof SortField<?> sort ? sort.$nullOrdering() : null;
        boolean nullsFirst = nulls == null ? descending : nulls == NullOrdering.NULLS_FIRST;
        return new SortKey(field, descending, nullsFirst, isNullable(field, table));
    }

    /** A column of a key, which is never NULL. */
    static SortKey ofKey(Field<?> field, boolean descending) {
        return new SortKey(field, descending, descending, false);
    }

    private static boolean isNullable(Field<?> field, Table<?> table) {
        boolean own = field instanceof TableField<?, ?> column && table.equals(column.getTable());
        return !own || field.getDataType().nullable();
    }

    SortKey reversed() {
        return new SortKey(field, !descending, !nullsFirst, nullable);
    }

    OrderField<?> order() {
        SortField<?> sort = descending ? field.desc() : field.asc();
        if (nullsFirst == descending) {
            return sort;
        }
        return nullsFirst ? sort.nullsFirst() : sort.nullsLast();
    }

    /** Behind the position, in this field alone. */
    Condition behind(Position position) {
        if (position.isNull()) {
            return nullsFirst ? field.isNotNull() : DSL.falseCondition();
        }
        Condition further = DSL.condition(descending ? "{0} < {1}" : "{0} > {1}", field, position.parameter());
        return nullable && !nullsFirst ? further.or(field.isNull()) : further;
    }

    Condition at(Position position) {
        return position.isNull() ? field.isNull() : DSL.condition("{0} = {1}", field, position.parameter());
    }

    /** Implied by being at the position or behind it; what an index can begin with. */
    Condition notBefore(Position position) {
        if (position.isNull()) {
            return nullsFirst ? DSL.noCondition() : field.isNull();
        }
        return nullable && !nullsFirst
                ? DSL.noCondition()
                : DSL.condition(descending ? "{0} <= {1}" : "{0} >= {1}", field, position.parameter());
    }

    boolean canBeCompared(Position position, boolean sameDirection) {
        return !nullable && !position.isNull() && descending == sameDirection;
    }

    static Condition behind(List<SortKey> keys, List<Position> positions) {
        return DSL.and(keys.get(0).notBefore(positions.get(0)), behindFrom(0, keys, positions));
    }

    private static Condition behindFrom(int first, List<SortKey> keys, List<Position> positions) {
        SortKey key = keys.get(first);
        Position position = positions.get(first);
        if (first == keys.size() - 1) {
            return key.behind(position);
        }
        boolean asRow = true;
        for (int i = first; i < keys.size(); i++) {
            asRow &= keys.get(i).canBeCompared(positions.get(i), key.descending);
        }
        if (asRow) {
            return DSL.condition(
                    key.descending ? "{0} < {1}" : "{0} > {1}",
                    DSL.row(keys.subList(first, keys.size()).stream()
                            .map(SortKey::field)
                            .toList()),
                    DSL.row(positions.subList(first, keys.size()).stream()
                            .map(Position::parameter)
                            .toList()));
        }
        return key.behind(position).or(key.at(position).and(behindFrom(first + 1, keys, positions)));
    }
}
