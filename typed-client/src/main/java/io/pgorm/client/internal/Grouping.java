package io.pgorm.client.internal;

import io.pgorm.client.Shape;
import io.pgorm.client.error.ShapeMismatch;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Groups of rows, and which of them. Immutable.
 *
 * @param rows the rows that are grouped; only their model and condition count
 * @param fields empty for one group of all rows, which is there even where there are no rows
 */
public record Grouping(
        Rows rows,
        List<? extends Field<?>> fields,
        Condition having,
        List<? extends OrderField<?>> order,
        @Nullable Integer limit,
        @Nullable Integer offset) {

    public Grouping {
        fields = List.copyOf(fields);
        order = List.copyOf(order);
    }

    /** @throws IllegalStateException if the rows are more than a condition */
    public static Grouping of(Rows rows, List<? extends Field<?>> fields) {
        if (!rows.isConditionOnly() || !rows.order().isEmpty()) {
            throw new IllegalStateException("rows are grouped by their condition alone; order, limit and offset of the"
                    + " groups are said after groupBy, and locks and distinctOn do not go with it");
        }
        return new Grouping(rows, fields, DSL.noCondition(), List.of(), null, null);
    }

    public Grouping having(Condition more) {
        return new Grouping(rows, fields, having.and(more), order, limit, offset);
    }

    public Grouping orderBy(List<? extends OrderField<?>> newOrder) {
        return new Grouping(rows, fields, having, newOrder, limit, offset);
    }

    public Grouping limit(int most) {
        return new Grouping(rows, fields, having, order, RelationQuery.notNegative(most), offset);
    }

    public Grouping offset(int first) {
        return new Grouping(rows, fields, having, order, limit, RelationQuery.notNegative(first));
    }

    public <R> List<R> read(Channel channel, Identity identity, Shape<R> shape) {
        Layout layout = Reading.layout(shape, rows);
        if (layout.hasEdges() || !layout.joins.isEmpty()) {
            throw new ShapeMismatch("a group has no relations: its shape takes the fields of groupBy and aggregates;"
                    + " group by a field of the other table, as in POSTS.author().NAME");
        }
        Rendered statement = Rendering.render(select(layout));
        String hint = rows.hint();
        return Call.one(
                        hint == null ? statement : statement.hinted(hint),
                        outcomes -> GraphReader.<R>read(layout, outcomes))
                .send(channel, identity);
    }

    private Select<?> select(Layout layout) {
        var select = DSL.select(layout.columns).from(rows.model().table()).where(rows.condition());
        // GROUP BY () for no fields: then PostgreSQL refuses what is no aggregate
        var limited = select.groupBy(fields).having(having).orderBy(order);
        if (limit != null) {
            var first = limited.limit(DSL.val(limit));
            return offset == null ? first : first.offset(DSL.val(offset));
        }
        return offset == null ? limited : limited.offset(DSL.val(offset));
    }
}
