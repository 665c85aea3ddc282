package io.pgorm.client;

import io.pgorm.client.internal.Rows;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;

/**
 * The entry to the rows of a view, which are read and not written: {@code db.activeUsers()}.
 *
 * <p>Safe for use by several threads, unless it belongs to a transaction.
 *
 * @param <M> the record of the view
 */
public abstract class ViewClient<M> {

    private final DbContext context;
    private final ModelType<M> model;

    protected ViewClient(DbContext context, ModelType<M> model) {
        this.context = context;
        this.model = model;
    }

    /** The rows that satisfy the condition. */
    public Query<M> where(Condition condition) {
        return new Query<>(context, model, Rows.of(model, condition));
    }

    /** The rows that a feature finds, in its order; see {@link Query#by}. */
    public Query<M> by(RowChoice choice) {
        return where(DSL.noCondition()).by(choice);
    }

    /** All rows, in this order. */
    public Query<M> orderBy(OrderField<?>... order) {
        return where(DSL.noCondition()).orderBy(order);
    }

    /**
     * All rows, in the order that a text asks for; see {@link Query#orderBy(String)}.
     *
     * @throws io.pgorm.client.error.UnknownSortField naming the fields that there are
     */
    public Query<M> orderBy(String text) {
        return where(DSL.noCondition()).orderBy(text);
    }

    /** One row for each group of rows that agree in these fields; see {@link Query#groupBy}. */
    public GroupedQuery groupBy(Field<?>... fields) {
        return where(DSL.noCondition()).groupBy(fields);
    }

    /** At most so many rows. */
    public Query<M> limit(int rows) {
        return where(DSL.noCondition()).limit(rows);
    }

    /** All rows. */
    public List<M> fetch() {
        return where(DSL.noCondition()).fetch();
    }

    /** All rows in the shape. */
    public <R> List<R> fetch(Shape<R> shape) {
        return where(DSL.noCondition()).fetch(shape);
    }

    /** All rows as JSON that PostgreSQL makes. */
    public JsonRows asJson() {
        return where(DSL.noCondition()).asJson();
    }

    /** All rows in the shape, as JSON that PostgreSQL makes. */
    public JsonRows asJson(Shape<?> shape) {
        return where(DSL.noCondition()).asJson(shape);
    }

    /** All rows, one after the other; see {@link Query#stream()}. To be closed. */
    public Stream<M> stream() {
        return where(DSL.noCondition()).stream();
    }

    /** All rows in the shape, one after the other; see {@link Query#stream(Shape)}. To be closed. */
    public <R> Stream<R> stream(Shape<R> shape) {
        return where(DSL.noCondition()).stream(shape);
    }

    /** How many rows there are. */
    public long count() {
        return where(DSL.noCondition()).count();
    }

    /** The row with the key, in a shape. */
    protected final <R> Optional<R> find(Key<M> key, Shape<R> shape, Object... values) {
        return new KeyedRow<>(context, key, values).fetch(shape);
    }

    /** The row with the key. */
    protected final Optional<M> find(Key<M> key, Object... values) {
        return new KeyedRow<>(context, key, values).fetch();
    }
}
