package io.pgorm.client;

import io.pgorm.client.internal.Grouping;
import io.pgorm.client.internal.Rows;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;

/**
 * Groups of rows, made by {@link Query#groupBy}. Immutable: each method returns a new value; safe for use by several
 * threads, unless it belongs to a transaction.
 */
public final class GroupedQuery {

    private final DbContext context;
    private final Grouping grouping;

    private GroupedQuery(DbContext context, Grouping grouping) {
        this.context = context;
        this.grouping = grouping;
    }

    static GroupedQuery of(DbContext context, Rows rows, List<? extends Field<?>> fields) {
        return new GroupedQuery(context, Grouping.of(rows, fields));
    }

    /** Only the groups that satisfy the condition, and those set before. */
    public GroupedQuery having(Condition condition) {
        return new GroupedQuery(context, grouping.having(condition));
    }

    /** In this order; replaces one set before. */
    public GroupedQuery orderBy(OrderField<?>... order) {
        return new GroupedQuery(context, grouping.orderBy(List.of(order)));
    }

    /**
     * At most so many groups.
     *
     * @throws IllegalArgumentException if negative
     */
    public GroupedQuery limit(int most) {
        return new GroupedQuery(context, grouping.limit(most));
    }

    /**
     * Without the first groups.
     *
     * @throws IllegalArgumentException if negative
     */
    public GroupedQuery offset(int first) {
        return new GroupedQuery(context, grouping.offset(first));
    }

    /**
     * The groups, in one round trip. The shape takes what the groups agree in and jOOQ's aggregates: {@code DSL.count()},
     * {@code DSL.avg(POSTS.SCORE)}.
     *
     * @throws io.pgorm.client.error.ShapeMismatch if the shape has relations, or is of another table
     * @throws io.pgorm.client.error.PgOrmException if PostgreSQL refuses or cannot be reached
     */
    public <R> List<R> fetch(Shape<R> shape) {
        return grouping.read(context.channel(), context.identity(), shape);
    }
}
