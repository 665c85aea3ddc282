package io.pgorm.client;

import io.pgorm.client.internal.RelationQuery;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;

/**
 * A relation to any number of rows, a member of a generated table: {@code USERS.POSTS}. Conditions, order and limit are
 * those of the rows of one parent. Immutable: each method returns a new value; safe for use by several threads.
 *
 * @param <M> the record at the other end
 */
public final class ToMany<M> extends ToManyShapesTo22 {

    private final String name;
    private final Supplier<Link<M>> link;
    private final UnaryOperator<RelationQuery> refinement;

    /** @param link asked for at first use only, because two tables may lead to each other */
    public ToMany(String name, Supplier<Link<M>> link) {
        this(name, link, UnaryOperator.identity());
    }

    private ToMany(String name, Supplier<Link<M>> link, UnaryOperator<RelationQuery> refinement) {
        this.name = name;
        this.link = link;
        this.refinement = refinement;
    }

    /** Only the rows that satisfy the condition, and those set before. */
    public ToMany<M> where(Condition condition) {
        return refine(query -> query.where(condition));
    }

    /** In this order; replaces one set before. */
    public ToMany<M> orderBy(OrderField<?>... order) {
        return refine(query -> query.orderBy(java.util.List.of(order)));
    }

    /**
     * At most so many rows for each parent.
     *
     * @throws IllegalArgumentException if negative
     */
    public ToMany<M> limit(int rows) {
        return refine(query -> query.limit(rows));
    }

    /**
     * Without the first rows of each parent.
     *
     * @throws IllegalArgumentException if negative
     */
    public ToMany<M> offset(int rows) {
        return refine(query -> query.offset(rows));
    }

    /** The whole records at the other end. */
    public ManyPart<M> rows() {
        return as(link.get().target().shape());
    }

    /** Not API: how the rows are found. */
    public Link<M> link() {
        return link.get();
    }

    /** The name of the field in the schema. */
    public String name() {
        return name;
    }

    @Override
    public <R> ManyPart<R> as(Shape<R> shape) {
        return new ManyPart<>(name, query(), shape);
    }

    /** How many rows there are, as a field of each parent. */
    public Field<Long> count() {
        return query().count();
    }

    /** How many different values of the field there are, NULL aside. */
    public Field<Integer> countDistinct(Field<?> field) {
        return query().aggregate("countDistinct", field, DSL::countDistinct);
    }

    /** The average; NULL where there are no rows. */
    public Field<BigDecimal> avg(Field<? extends Number> field) {
        return query().aggregate("avg", field, DSL::avg);
    }

    /** The sum; NULL, and not 0, where there are no rows. */
    public Field<BigDecimal> sum(Field<? extends Number> field) {
        return query().aggregate("sum", field, DSL::sum);
    }

    /** The least value; NULL where there are no rows. */
    public <T> Field<T> min(Field<T> field) {
        return query().aggregate("min", field, DSL::min);
    }

    /** The greatest value; NULL where there are no rows. */
    public <T> Field<T> max(Field<T> field) {
        return query().aggregate("max", field, DSL::max);
    }

    /**
     * What any aggregate function makes of a field: {@code USERS.POSTS.aggregate(POSTS.TITLE, title ->
     * DSL.stringAgg(title, ", "))}.
     *
     * @param field over the rows at the other end
     * @param function is handed the field as the aggregate sees it
     */
    public <T, R> Field<R> aggregate(Field<T> field, Function<Field<T>, Field<R>> function) {
        return query().aggregate("aggregate", field, function);
    }

    /** Whether there is a row. It may stand in a shape too. */
    public Condition exists() {
        return query().exists();
    }

    /** Whether some row satisfies the condition. */
    public Condition some(Condition condition) {
        return query().where(condition).exists();
    }

    /** Whether no row satisfies the condition. */
    public Condition none(Condition condition) {
        return some(condition).not();
    }

    /**
     * Whether every row satisfies the condition, as is so where there is no row. One for which the condition is neither
     * true nor false does not satisfy it.
     */
    public Condition every(Condition condition) {
        return none(DSL.condition("({0}) is not true", condition));
    }

    private RelationQuery query() {
        return refinement.apply(new RelationQuery(link.get()));
    }

    private ToMany<M> refine(UnaryOperator<RelationQuery> more) {
        return new ToMany<>(name, link, query -> more.apply(refinement.apply(query)));
    }
}
