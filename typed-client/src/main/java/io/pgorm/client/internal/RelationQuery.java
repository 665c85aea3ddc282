package io.pgorm.client.internal;

import io.pgorm.client.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.SelectFromStep;
import org.jooq.Table;
import org.jooq.impl.CustomField;
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
    private static final String ARGUMENT = "_v";

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
        return DSL.exists(ofParent(DSL.selectOne(), DSL.one()));
    }

    /** How many such rows there are, as a field of the parent. */
    public Field<Long> count() {
        return new Computed<>("count", DSL.field(ofParent(DSL.select(DSL.count().cast(Long.class)), DSL.one())));
    }

    /** What an aggregate function makes of a field of such rows, as a field of the parent. */
    public <T, R> Field<R> aggregate(String name, Field<T> argument, Function<Field<T>, Field<R>> function) {
        Field<T> seen = DSL.field(DSL.name(RELATED, ARGUMENT), argument.getDataType());
        return new Computed<>(name, DSL.field(ofParent(DSL.select(function.apply(seen)), argument)));
    }

    /** A field of the one such row, as a field of the parent. */
    <T> Field<T> value(Field<T> field) {
        return DSL.field(ofParent(DSL.select(DSL.field(DSL.name(RELATED, ARGUMENT), field.getDataType())), field));
    }

    /**
     * A query over the related rows of one parent, which see only their keys and one more field. Without a limit they are
     * a derived table that PostgreSQL pulls up; with one they are chosen for the parent first.
     */
    private <R extends org.jooq.Record> Select<R> ofParent(SelectFromStep<R> select, Field<?> argument) {
        if (!isLimited()) {
            List<Field<?>> fields = Sql.numbered(keyFields(), KEYS);
            fields.add(argument.as(ARGUMENT));
            Table<?> related =
                    DSL.select(fields).from(source()).where(conditions).asTable(RELATED);
            return select.from(related).where(Sql.equal(Sql.columnsOf(RELATED, keyFields(), KEYS), link.local()));
        }
        Table<?> keys = DSL.select(Sql.numbered(link.local(), KEYS)).asTable(KEYS);
        Table<?> related = DSL.select(argument.as(ARGUMENT))
                .from(source())
                .where(Sql.equal(keyFields(), parentKeys()))
                .and(DSL.and(conditions))
                .orderBy(totalOrder(false))
                .limit(limit == null ? DSL.noField(Integer.class) : DSL.val(limit))
                .offset(offset == null ? DSL.noField(Integer.class) : DSL.val(offset))
                .asTable(RELATED);
        return select.from(keys.crossJoin(DSL.lateral(related)));
    }

    /** A field with a name for messages, and no alias, so that it may stand in conditions and orders too. */
    private static final class Computed<T> extends CustomField<T> {

        private static final long serialVersionUID = 1L;

        private final transient Field<T> expression;

        Computed(String name, Field<T> expression) {
            super(name, expression.getDataType());
            this.expression = expression;
        }

        @Override
        public void accept(Context<?> context) {
            context.visit(expression);
        }
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
