package io.pgorm.client;

import io.pgorm.client.error.TooManyRows;
import io.pgorm.client.internal.Reading;
import io.pgorm.client.internal.Writing;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;

/**
 * A query for rows of one model. Immutable: each method returns a new value, which may be kept and used again. Nothing
 * is sent before {@code fetch}, {@code count} or {@code exists}. Each of these is one round trip, or two where a shape has
 * relations to many and the condition of the query cannot be repeated (it calls a function that is not known to answer
 * the same each time). Outside a transaction it reads one state of the database either way.
 *
 * <p>Safe for use by several threads, unless it belongs to a transaction.
 *
 * @param <M> the record of the model
 */
public sealed class Query<M> permits FilteredQuery {

    private final DbContext context;
    private final ModelType<M> model;
    private final Condition condition;
    private final List<? extends OrderField<?>> order;
    private final @Nullable Integer limit;
    private final @Nullable Integer offset;

    Query(
            DbContext context,
            ModelType<M> model,
            Condition condition,
            List<? extends OrderField<?>> order,
            @Nullable Integer limit,
            @Nullable Integer offset) {
        this.context = context;
        this.model = model;
        this.condition = condition;
        this.order = List.copyOf(order);
        this.limit = limit;
        this.offset = offset;
    }

    /** Only the rows that satisfy this condition too. */
    public Query<M> where(Condition more) {
        return new Query<>(context, model, condition.and(more), order, limit, offset);
    }

    /** In this order; replaces one set before. */
    public Query<M> orderBy(OrderField<?>... newOrder) {
        return new Query<>(context, model, condition, List.of(newOrder), limit, offset);
    }

    /**
     * At most so many rows.
     *
     * @throws IllegalArgumentException if negative
     */
    public Query<M> limit(int rows) {
        return new Query<>(context, model, condition, order, notNegative(rows), offset);
    }

    /**
     * Without the first rows.
     *
     * @throws IllegalArgumentException if negative
     */
    public Query<M> offset(int rows) {
        return new Query<>(context, model, condition, order, limit, notNegative(rows));
    }

    /**
     * The rows.
     *
     * @throws io.pgorm.client.error.PgOrmException if PostgreSQL refuses or cannot be reached
     */
    public List<M> fetch() {
        return fetch(model.shape());
    }

    /**
     * The rows in the shape, with all relations of the shape.
     *
     * @throws io.pgorm.client.error.ShapeMismatch if the parts do not fit the constructor or the table
     * @throws io.pgorm.client.error.PgOrmException if PostgreSQL refuses or cannot be reached
     */
    public <R> List<R> fetch(Shape<R> shape) {
        return Reading.read(context.channel(), context.identity(), shape, rows());
    }

    /** The only row, or none; {@link TooManyRows} if there are more. */
    public Optional<M> fetchOptional() {
        return fetchOptional(model.shape());
    }

    /** The only row in the shape, or none; {@link TooManyRows} if there are more. */
    public <R> Optional<R> fetchOptional(Shape<R> shape) {
        // Two rows are enough to know that there is more than one.
        List<R> found = (limit == null || limit > 2 ? limit(2) : this).fetch(shape);
        if (found.size() > 1) {
            throw new TooManyRows();
        }
        return found.stream().findFirst();
    }

    /** How many rows {@link #fetch()} would give. */
    public long count() {
        return Reading.count(context.channel(), context.identity(), rows());
    }

    /** Whether {@link #fetch()} would give a row. */
    public boolean exists() {
        return Reading.exists(context.channel(), context.identity(), rows());
    }

    private Reading.Rows rows() {
        return new Reading.Rows(model, condition, order, limit, offset);
    }

    final long update(Assignments assignments) {
        return Writing.update(context.channel(), context.identity(), model, condition, assignments);
    }

    final long deleteRows() {
        return Writing.delete(context.channel(), context.identity(), model, condition);
    }

    private static int notNegative(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("a number of rows cannot be negative: " + rows);
        }
        return rows;
    }
}
