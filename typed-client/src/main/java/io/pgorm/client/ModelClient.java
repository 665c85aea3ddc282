package io.pgorm.client;

import io.pgorm.client.internal.BulkWriting;
import io.pgorm.client.internal.MergeRows;
import io.pgorm.client.internal.MergeStatement;
import io.pgorm.client.internal.RawInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * The entry to the rows of a model: {@code db.users()}. Generated classes add the keys of their model.
 *
 * <p>Safe for use by several threads, unless it belongs to a transaction.
 *
 * @param <M> the record of the model
 */
public abstract class ModelClient<M> {

    private final DbContext context;
    private final ModelType<M> model;

    protected ModelClient(DbContext context, ModelType<M> model) {
        this.context = context;
        this.model = model;
    }

    /** The rows that satisfy the condition. */
    public FilteredQuery<M> where(Condition condition) {
        return new FilteredQuery<>(context, model, condition);
    }

    /** The rows that a feature finds, in its order; see {@link Query#by}. */
    public Query<M> by(RowChoice choice) {
        return all().by(choice);
    }

    /** All rows, said so that they may be changed or deleted. */
    public FilteredQuery<M> all() {
        return where(DSL.noCondition());
    }

    /** All rows, in this order. */
    public Query<M> orderBy(OrderField<?>... order) {
        return all().orderBy(order);
    }

    /**
     * All rows, in the order that a text asks for; see {@link Query#orderBy(String)}.
     *
     * @throws io.pgorm.client.error.UnknownSortField naming the fields that there are
     */
    public Query<M> orderBy(String text) {
        return all().orderBy(text);
    }

    /** One row for each group of rows that agree in these fields; see {@link Query#groupBy}. */
    public GroupedQuery groupBy(Field<?>... fields) {
        return all().groupBy(fields);
    }

    /** At most so many rows. */
    public Query<M> limit(int rows) {
        return all().limit(rows);
    }

    /** All rows. */
    public List<M> fetch() {
        return all().fetch();
    }

    /** All rows in the shape. */
    public <R> List<R> fetch(Shape<R> shape) {
        return all().fetch(shape);
    }

    /** All rows as JSON that PostgreSQL makes. */
    public JsonRows asJson() {
        return all().asJson();
    }

    /** All rows in the shape, as JSON that PostgreSQL makes. */
    public JsonRows asJson(Shape<?> shape) {
        return all().asJson(shape);
    }

    /** All rows, one after the other; see {@link Query#stream()}. To be closed. */
    public Stream<M> stream() {
        return all().stream();
    }

    /** All rows in the shape, one after the other; see {@link Query#stream(Shape)}. To be closed. */
    public <R> Stream<R> stream(Shape<R> shape) {
        return all().stream(shape);
    }

    /** How many rows there are. */
    public long count() {
        return all().count();
    }

    /**
     * Inserts a row.
     *
     * @return the row with what the database put in
     * @throws io.pgorm.client.error.ConstraintViolation if a constraint refuses it
     * @throws io.pgorm.client.error.RowLevelSecurityViolation if a policy refuses it, or does not let the caller read it
     */
    public M create(Create<M> row) {
        return returning(model.shape()).create(row);
    }

    /**
     * Inserts a row of values by the names of their fields, as they come from outside: from a form, or as JSON.
     *
     * @throws IllegalArgumentException if a required field is missing, a name is no field, or a value has another type; it
     *     says all of them
     */
    public M createFrom(Map<String, ?> input) {
        Assignments row = RawInput.create(model, input);
        return create(() -> row);
    }

    /** Writes that give back what is in the shape, relations too, in the same round trip. */
    public <R> Returning<M, R> returning(Shape<R> shape) {
        return new Returning<>(context, model, shape);
    }

    /** Inserts a row, or does something else where a row with the same key is there: {@code onConflict} says what. */
    public Upsert<M, M> upsert(Create<M> row) {
        return returning(model.shape()).upsert(row);
    }

    /**
     * Inserts rows, all of them or none: few in one round trip, many by COPY, which takes four and reads them as they
     * come. Under row level security, where PostgreSQL refuses COPY, many take a round trip for each five thousand, and so do
     * rows with related ones, where rows alike share statements.
     *
     * @return how many rows were inserted, without the related ones
     * @throws io.pgorm.client.error.ConstraintViolation if a constraint refuses one of them
     */
    public long createMany(Iterable<? extends Create<M>> rows) {
        return BulkWriting.insert(context, model, rows.iterator());
    }

    /** As {@link #createMany(Iterable)}; closes the stream. */
    public long createMany(Stream<? extends Create<M>> rows) {
        try (rows) {
            return BulkWriting.insert(context, model, rows.iterator());
        }
    }

    /** Inserts rows of which some may be there, all of them or none: {@code onConflict} says what is done then. */
    public UpsertMany<M> upsertMany(Iterable<? extends Create<M>> rows) {
        return new UpsertMany<>(context, model, rows);
    }

    /**
     * Rows to compare with those that are there, and to insert, change or delete some accordingly; {@link Merge} says how.
     * All of them have to set the same fields, in the same order. Needs PostgreSQL 15.
     *
     * @throws IllegalArgumentException if the rows set different fields, or have related rows
     */
    public MergeSource<M> merge(Iterable<? extends Create<M>> rows) {
        return new MergeSource<>(context, MergeStatement.of(model, MergeRows.of(model, rows)));
    }

    /**
     * As {@link #merge(Iterable)}, of what a query of jOOQ's gives.
     *
     * @param query gives one column for each of the fields, in their order and of their types
     * @throws IllegalArgumentException if there are not as many fields as columns, or they are not those of the model
     */
    public MergeSource<M> merge(Select<?> query, TableField<?, ?>... fields) {
        return new MergeSource<>(context, MergeStatement.of(model, MergeRows.of(model, query, fields)));
    }

    /** The row with the key. */
    protected final KeyedRow<M> at(Key<M> key, Object... values) {
        return new KeyedRow<>(context, key, values);
    }

    /** The row with the key, in a shape. */
    protected final <R> Optional<R> find(Key<M> key, Shape<R> shape, Object... values) {
        return at(key, values).fetch(shape);
    }

    /** The row with the key. */
    protected final Optional<M> find(Key<M> key, Object... values) {
        return at(key, values).fetch();
    }
}
