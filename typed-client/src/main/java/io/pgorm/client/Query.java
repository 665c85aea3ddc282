package io.pgorm.client;

import io.pgorm.client.error.TooManyRows;
import io.pgorm.client.internal.Call;
import io.pgorm.client.internal.Hints;
import io.pgorm.client.internal.Lock;
import io.pgorm.client.internal.Planning;
import io.pgorm.client.internal.Reading;
import io.pgorm.client.internal.RowStream;
import io.pgorm.client.internal.Rows;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
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

    private static final Object[] NOTHING = {};
    private static final int ROWS_AT_A_TIME = 1000;

    private final @Nullable DbContext context;
    private final ModelType<M> model;
    private final Rows rows;

    Query(@Nullable DbContext context, ModelType<M> model, Rows rows) {
        this.context = context;
        this.model = model;
        this.rows = rows;
    }

    /** A query that is sent by what it becomes a part of. */
    static <M> Query<M> template(ModelType<M> model) {
        return new Query<>(null, model, Rows.all(model));
    }

    private Query<M> with(Rows newRows) {
        return new Query<>(context, model, newRows);
    }

    /**
     * Each statement of it takes no longer than this; see {@link AbstractDb#withTimeout}. For {@code batch} say it of the db.
     *
     * @throws IllegalArgumentException if it is less than a millisecond
     */
    public Query<M> timeout(Duration limit) {
        return new Query<>(known().withTimeout(limit), model, rows);
    }

    /** Only the rows that satisfy this condition too. */
    public Query<M> where(Condition more) {
        return with(rows.where(more));
    }

    /**
     * Only the rows that a feature finds, in its order (which replaces one set before) where it has one: {@code
     * by(POSTS.SEARCH.search("cats -dogs"))}.
     */
    public Query<M> by(RowChoice choice) {
        Rows chosen = rows.where(choice.condition());
        return with(choice.order().isEmpty() ? chosen : chosen.orderBy(choice.order()));
    }

    /** In this order; replaces one set before. */
    public Query<M> orderBy(OrderField<?>... newOrder) {
        return with(rows.orderBy(List.of(newOrder)));
    }

    /** As {@link #orderBy(OrderField...)}, for an order that was put together at run time. */
    public Query<M> orderBy(List<? extends OrderField<?>> newOrder) {
        return with(rows.orderBy(newOrder));
    }

    /**
     * In the order that a text asks for, as it comes from a request: {@code "createdAt desc nulls last, title"}, {@code
     * "-createdAt,title"}. Any field of the model may be named; {@link Sorting} allows fewer, or more.
     *
     * @throws io.pgorm.client.error.UnknownSortField naming the fields that there are
     */
    public Query<M> orderBy(String text) {
        return orderBy(Sorting.of(model).parse(text));
    }

    /**
     * One row for each group of rows that agree in these fields: {@code db.posts().groupBy(POSTS.AUTHOR_ID)
     * .having(DSL.count().gt(3)).fetch(Shape.of(Stats::new, POSTS.AUTHOR_ID, DSL.count(), DSL.avg(POSTS.SCORE)))}.
     *
     * @throws IllegalStateException if the query has an order, a limit, an offset, a lock or {@code distinctOn}: order
     *     and limit of the groups are said after {@code groupBy}
     */
    public GroupedQuery groupBy(Field<?>... fields) {
        return GroupedQuery.of(context(), rows, List.of(fields));
    }

    /**
     * All rows as one group, in a shape of aggregates: {@code db.posts().where(...).aggregate(Shape.of(Range::new,
     * DSL.min(POSTS.SCORE), DSL.max(POSTS.SCORE)))}.
     *
     * @throws IllegalStateException as {@link #groupBy}
     */
    public <R> R aggregate(Shape<R> shape) {
        return groupBy().fetch(shape).get(0);
    }

    /**
     * Of the rows that agree in these fields only the first, in the order of the query. That order starts with these
     * fields; those that {@link #orderBy} does not name are put before it.
     */
    public Query<M> distinctOn(Field<?>... fields) {
        return with(rows.distinctOn(List.of(fields)));
    }

    /**
     * At most so many rows.
     *
     * @throws IllegalArgumentException if negative
     */
    public Query<M> limit(int most) {
        return with(rows.limit(most));
    }

    /**
     * Without the first rows.
     *
     * @throws IllegalArgumentException if negative
     */
    public Query<M> offset(int first) {
        return with(rows.offset(first));
    }

    /**
     * {@code fetch} locks the rows against every change by others, until the transaction ends: {@code tx.jobs()
     * .where(...).orderBy(...).limit(10).forUpdate().skipLocked().fetch()}. Only in a transaction. Rows that a shape reads
     * beside them are not locked; relations to many take a second round trip, because what was skipped or waited for
     * cannot be found by repeating the condition.
     */
    public Query<M> forUpdate() {
        return lock(Lock.Strength.UPDATE);
    }

    /** As {@link #forUpdate()}, but others may still add rows that point to these. */
    public Query<M> forNoKeyUpdate() {
        return lock(Lock.Strength.NO_KEY_UPDATE);
    }

    /** {@code fetch} locks the rows so that others may lock them like this too, but not change them. */
    public Query<M> forShare() {
        return lock(Lock.Strength.SHARE);
    }

    /** {@code fetch} locks the rows so that others may neither delete them nor change what others point to. */
    public Query<M> forKeyShare() {
        return lock(Lock.Strength.KEY_SHARE);
    }

    /**
     * Rows that somebody else has locked are left out.
     *
     * @throws IllegalStateException if no lock was asked for before
     */
    public Query<M> skipLocked() {
        return with(rows.lock(Lock.waiting(rows.lock(), Lock.Wait.SKIP_LOCKED)));
    }

    /**
     * Does not wait for rows that somebody else has locked: {@code fetch} throws
     * {@link io.pgorm.client.error.LockTimeout}.
     *
     * @throws IllegalStateException if no lock was asked for before
     */
    public Query<M> noWait() {
        return with(rows.lock(Lock.waiting(rows.lock(), Lock.Wait.NO_WAIT)));
    }

    private Query<M> lock(Lock.Strength strength) {
        return with(rows.lock(new Lock(strength, Lock.Wait.WAIT)));
    }

    /**
     * The page behind the row that a cursor names; from the first row on where it is null. See {@link Page}.
     *
     * @param cursor {@link Page#next()} of the same query, as a client of the application sent it back
     */
    public KeysetQuery<M> after(@Nullable String cursor) {
        return new KeysetQuery<>(context(), model, rows, KeysetQuery.Direction.FORWARD, cursor);
    }

    /**
     * The page before the row that a cursor names; up to the last row where it is null. Its rows are in the order of the
     * query, as those of any other page.
     *
     * @param cursor {@link Page#previous()} of the same query
     */
    public KeysetQuery<M> before(@Nullable String cursor) {
        return new KeysetQuery<>(context(), model, rows, KeysetQuery.Direction.BACKWARD, cursor);
    }

    /**
     * The first page, with the cursors that lead on.
     *
     * @throws IllegalStateException without {@link #limit}
     */
    public Page<M> page() {
        return after(null).page();
    }

    /** The first page in the shape. */
    public <R> Page<R> page(Shape<R> shape) {
        return after(null).page(shape);
    }

    /** The last page. */
    public Page<M> lastPage() {
        return before(null).page();
    }

    /** The last page in the shape. */
    public <R> Page<R> lastPage(Shape<R> shape) {
        return before(null).page(shape);
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
        return Reading.read(context().channel(), context().identity(), shape, rows);
    }

    /** The rows as JSON that PostgreSQL makes; nothing is sent before it is asked for. */
    public JsonRows asJson() {
        return asJson(model.shape());
    }

    /** The rows in the shape, as JSON that PostgreSQL makes; nothing is sent before it is asked for. */
    public JsonRows asJson(Shape<?> shape) {
        return new JsonRows(context(), shape, rows);
    }

    /**
     * The rows one after the other, with memory for some of them only: {@code try (Stream<Post> all = db.posts().stream())
     * { ... }}. Outside a transaction it holds a connection, and sees one state of the database, until it is read to the
     * end or closed. For one thread at a time.
     *
     * @throws io.pgorm.client.error.PgOrmException if PostgreSQL refuses or cannot be reached; so may reading on
     */
    public Stream<M> stream() {
        return stream(model.shape());
    }

    /**
     * The rows in the shape, one after the other, as {@link #stream()}. The rows of relations to many are read for 1,000
     * rows at a time.
     */
    public <R> Stream<R> stream(Shape<R> shape) {
        return stream(shape, ROWS_AT_A_TIME);
    }

    /**
     * As {@link #stream(Shape)}, with another number of rows in memory.
     *
     * @param atATime how many rows each round trip brings
     * @throws IllegalArgumentException if not positive
     */
    public <R> Stream<R> stream(Shape<R> shape, int atATime) {
        return RowStream.open(context().channel(), context().identity(), shape, rows, atATime);
    }

    /**
     * Tells PostgreSQL how to plan the rows of the query (not those of its relations to many), for a server with the
     * extension {@code pg_hint_plan}: {@code hint("IndexScan(posts posts_author_id_idx)")}. Whether it is there is asked
     * once, in a round trip of its own.
     *
     * @param hint without the comment around it; part of the SQL, so never made of what comes from outside
     * @throws IllegalArgumentException if it would end the comment
     */
    public Query<M> hint(String hint) {
        return with(rows.hint(Hints.checked(hint)));
    }

    /** How {@link #fetch()} will go about it. Nothing is sent. */
    public QueryPlan plan() {
        return plan(model.shape());
    }

    /**
     * How {@link #fetch(Shape)} will go about it. Nothing is sent.
     *
     * @throws io.pgorm.client.error.ShapeMismatch if the parts do not fit the constructor or the table
     */
    public QueryPlan plan(Shape<?> shape) {
        return Planning.plan(shape, rows);
    }

    /** What EXPLAIN says of {@link #fetch()}. */
    public String explain(Explain... options) {
        return explain(model.shape(), options);
    }

    /**
     * What EXPLAIN says of each statement of {@link #fetch(Shape)}, in one round trip. The text holds the values of
     * conditions, as PostgreSQL shows them.
     *
     * @throws io.pgorm.client.error.PgOrmException if PostgreSQL refuses or cannot be reached
     */
    public String explain(Shape<?> shape, Explain... options) {
        Set<Explain> wanted = options.length == 0 ? Set.of() : EnumSet.copyOf(List.of(options));
        return Planning.explain(context().channel(), context().identity(), shape, rows, wanted);
    }

    /** The only row, or none; {@link TooManyRows} if there are more. */
    public Optional<M> fetchOptional() {
        return fetchOptional(model.shape());
    }

    /** The only row in the shape, or none; {@link TooManyRows} if there are more. */
    public <R> Optional<R> fetchOptional(Shape<R> shape) {
        return only(with(forOptional()).fetch(shape));
    }

    /** How many rows {@link #fetch()} would give. */
    public long count() {
        return send(countCall());
    }

    /** Whether {@link #fetch()} would give a row. */
    public boolean exists() {
        return send(existsCall());
    }

    private <R> R send(Call<R> call) {
        return call.send(context().channel(), context().identity(), NOTHING);
    }

    private DbContext context() {
        DbContext known = known();
        if (rows.hint() != null) {
            known.engine().hints().require(known.channel(), known.identity());
        }
        return known;
    }

    private DbContext known() {
        if (context == null) {
            throw new IllegalStateException(
                    "inside PreparedQuery.of a query is only described; send it by db.run(QUERY, value)");
        }
        return context;
    }

    /** @throws IllegalArgumentException if it is to be sent in another way, or for somebody else */
    final void requireContext(DbContext other) {
        if (!context().equals(other)) {
            throw new IllegalArgumentException(
                    "the query was made by another db than the batch: they differ in identity"
                            + " or transaction; make both by the same");
        }
    }

    final Call<List<M>> call() {
        return call(model.shape());
    }

    final <R> Call<List<R>> call(Shape<R> shape) {
        return Reading.call(shape, prepared(rows));
    }

    final Call<Optional<M>> optionalCall() {
        return optionalCall(model.shape());
    }

    final <R> Call<Optional<R>> optionalCall(Shape<R> shape) {
        return Reading.call(shape, prepared(forOptional())).then(Query::only);
    }

    /** Whether a hint is heeded is asked of a server, which a description does not have. */
    private Rows prepared(Rows described) {
        if (context == null && described.hint() != null) {
            throw new IllegalStateException("a prepared query takes no hint; fetch it as a query of its own");
        }
        return described;
    }

    final Call<Long> countCall() {
        return Reading.count(rows);
    }

    final Call<Boolean> existsCall() {
        return Reading.exists(rows);
    }

    /** Two rows are enough to know that there is more than one. */
    private Rows forOptional() {
        Integer limit = rows.limit();
        return limit == null || limit > 2 ? rows.limit(2) : rows;
    }

    private static <R> Optional<R> only(List<R> found) {
        if (found.size() > 1) {
            throw new TooManyRows();
        }
        return found.stream().findFirst();
    }
}
