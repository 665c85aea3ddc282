package io.pgorm.client;

import io.pgorm.client.internal.Call;
import io.pgorm.client.internal.Outcome;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Independent queries that travel in one round trip, and outside a transaction see one state of the database. Made and
 * sent by {@code db.batch(...)}; for one thread, and for that call only.
 */
public final class Batch {

    private final DbContext context;
    private final List<Result<?>> results = new ArrayList<>();

    Batch(DbContext context) {
        this.context = context;
    }

    public <P1 extends @Nullable Object, R> Supplier<R> add(PreparedQuery<P1, R> query, P1 value) {
        return add(query.call(value));
    }

    public <P1 extends @Nullable Object, P2 extends @Nullable Object, R> Supplier<R> add(
            PreparedQuery2<P1, P2, R> query, P1 value1, P2 value2) {
        return add(query.call(value1, value2));
    }

    public <P1 extends @Nullable Object, P2 extends @Nullable Object, P3 extends @Nullable Object, R> Supplier<R> add(
            PreparedQuery3<P1, P2, P3, R> query, P1 value1, P2 value2, P3 value3) {
        return add(query.call(value1, value2, value3));
    }

    /** What {@link Query#fetch()} gives. */
    public <M> Supplier<List<M>> fetch(Query<M> query) {
        query.requireContext(context);
        return add(query.call());
    }

    /**
     * What {@link Query#fetch(Shape)} gives.
     *
     * @throws IllegalStateException if that takes two round trips
     */
    public <R> Supplier<List<R>> fetch(Query<?> query, Shape<R> shape) {
        query.requireContext(context);
        return add(query.call(shape));
    }

    /** What {@link Query#fetchOptional()} gives. */
    public <M> Supplier<Optional<M>> fetchOptional(Query<M> query) {
        query.requireContext(context);
        return add(query.optionalCall());
    }

    /** What {@link Query#fetchOptional(Shape)} gives. */
    public <R> Supplier<Optional<R>> fetchOptional(Query<?> query, Shape<R> shape) {
        query.requireContext(context);
        return add(query.optionalCall(shape));
    }

    /** What {@link Query#count()} gives. */
    public Supplier<Long> count(Query<?> query) {
        query.requireContext(context);
        return add(query.countCall());
    }

    /** What {@link Query#exists()} gives. */
    public Supplier<Boolean> exists(Query<?> query) {
        query.requireContext(context);
        return add(query.existsCall());
    }

    /** What {@link KeyedRow#fetch()} gives. */
    public <M> Supplier<Optional<M>> find(KeyedRow<M> row) {
        row.requireContext(context);
        return add(row.call());
    }

    /** What {@link KeyedRow#fetch(Shape)} gives. */
    public <R> Supplier<Optional<R>> find(KeyedRow<?> row, Shape<R> shape) {
        row.requireContext(context);
        return add(row.call(shape));
    }

    private <R> Supplier<R> add(Call<R> call) {
        Result<R> result = new Result<>(call);
        results.add(result);
        return result;
    }

    void send() {
        if (results.isEmpty()) {
            return;
        }
        Call.together(results.stream().map(result -> result.call).toList(), this::read)
                .send(context.channel(), context.identity(), new Object[0]);
    }

    private Boolean read(List<Outcome> outcomes) throws SQLException {
        int from = 0;
        for (Result<?> result : results) {
            int to = from + result.call.statements().size();
            result.read(outcomes.subList(from, to));
            from = to;
        }
        return true;
    }

    /** One of them. */
    private static final class Result<R> implements Supplier<R> {
        private final Call<R> call;
        private @Nullable R value;

        Result(Call<R> call) {
            this.call = call;
        }

        void read(List<Outcome> outcomes) throws SQLException {
            value = call.reader().read(outcomes);
        }

        @Override
        public R get() {
            if (value == null) {
                throw new IllegalStateException("the batch has not been sent yet: read its results in the function that"
                        + " is returned to db.batch, as in b -> { var n = b.count(...); return () -> n.get(); }");
            }
            return value;
        }
    }
}
