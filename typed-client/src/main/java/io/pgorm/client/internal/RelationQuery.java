package io.pgorm.client.internal;

import io.pgorm.client.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which rows at the other end of a relation, in which order.
 *
 * <p>Parent and related rows may be of one table (comments and their replies), and conditions name tables without an
 * alias. So the two never stand in one FROM: either the related rows are in a derived table of their own, or the
 * parents are, reduced to their keys.
 *
 * @param order empty for none
 */
public record RelationQuery(
        Link<?> link,
        List<Condition> conditions,
        List<? extends OrderField<?>> order,
        @Nullable Integer limit,
        @Nullable Integer offset) {

    /** The derived table that holds the keys of the parents, and the prefix of its columns. */
    static final String KEYS = "_k";

    private static final String RELATED = "_x";

    public RelationQuery {
        conditions = List.copyOf(conditions);
        order = List.copyOf(order);
    }

    public RelationQuery(Link<?> link) {
        this(link, List.of(), List.of(), null, null);
    }

    public RelationQuery where(Condition condition) {
        List<Condition> all =
                Stream.concat(conditions.stream(), Stream.of(condition)).toList();
        return new RelationQuery(link, all, order, limit, offset);
    }

    public RelationQuery orderBy(List<? extends OrderField<?>> newOrder) {
        return new RelationQuery(link, conditions, newOrder, limit, offset);
    }

    public RelationQuery limit(int rows) {
        return new RelationQuery(link, conditions, order, notNegative(rows), offset);
    }

    public RelationQuery offset(int rows) {
        return new RelationQuery(link, conditions, order, limit, notNegative(rows));
    }

    static int notNegative(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("a number of rows cannot be negative: " + rows);
        }
        return rows;
    }

    boolean isLimited() {
        return limit != null || offset != null;
    }

    /** Whether there is such a row, as a condition on the parent. */
    public Condition exists() {
        return DSL.exists(DSL.selectOne().from(related()).where(Sql.equal(relatedKeys(), link.local())));
    }

    /** How many such rows there are, as a field of the parent. */
    public Field<Long> count() {
        return DSL.field(DSL.select(DSL.count().cast(Long.class))
                        .from(related())
                        .where(Sql.equal(relatedKeys(), link.local())))
                .as("count");
    }

    /** The related rows in a derived table that shows their keys only. */
    private Table<?> related() {
        if (isLimited()) {
            throw new IllegalStateException(
                    "limit and offset choose rows to read; they mean nothing to a count or a condition");
        }
        return DSL.select(Sql.numbered(keyFields(), KEYS))
                .from(source())
                .where(conditions)
                .asTable(RELATED);
    }

    private List<Field<?>> relatedKeys() {
        return Sql.columnsOf(RELATED, keyFields(), KEYS);
    }

    /**
     * The rows as a nested collection in a jOOQ query.
     *
     * @param finish makes the value of all rows; here and not in a second conversion, which jOOQ cannot read
     */
    public <R, T extends @Nullable Object> Field<T> multiset(ShapeDefinition<R> shape, Function<List<R>, T> finish) {
        Table<?> keys = DSL.select(Sql.numbered(link.local(), KEYS)).asTable(KEYS);
        return DSL.multiset(DSL.select(shape.parts())
                        .from(joinedTo(keys, source()))
                        .where(conditions)
                        .orderBy(order)
                        .limit(limit == null ? DSL.noField(Integer.class) : DSL.val(limit))
                        .offset(offset == null ? DSL.noField(Integer.class) : DSL.val(offset)))
                .convertFrom(rows -> finish.apply(rows.map(row -> shape.assemble(Sql.values(row)))));
    }

    /** The target's table, behind the join table where there is one. */
    Table<?> source() {
        Table<?> target = link.target().table();
        return link.join()
                .<Table<?>>map(join -> join.table().join(target).on(Sql.equal(join.toTarget(), link.remote())))
                .orElse(target);
    }

    /** The columns that equal the keys of the parents. */
    List<? extends Field<?>> keyFields() {
        return link.join().<List<? extends Field<?>>>map(Link.Join::toLocal).orElse(link.remote());
    }

    /** The columns of the keys' derived table. */
    List<Field<?>> parentKeys() {
        return Sql.columnsOf(KEYS, link.local(), KEYS);
    }

    Table<?> joinedTo(Table<?> keys, Table<?> rows) {
        return keys.join(rows).on(Sql.equal(keyFields(), parentKeys()));
    }

    /** Whether condition and order choose the same rows each time within one snapshot. */
    boolean isRepeatable() {
        return Repeatability.isRepeatable(Rendering.sql(
                DSL.select(DSL.one()).from(source()).where(conditions).orderBy(order)));
    }

    /** The order, made total by the primary key where the same rows have to be found twice, or where there is none. */
    List<OrderField<?>> totalOrder(boolean foundTwice) {
        List<OrderField<?>> total = new ArrayList<>(order);
        if (foundTwice || order.isEmpty()) {
            total.addAll(link.target().primaryKey());
        }
        return total;
    }
}
