package io.pgorm.client;

import io.pgorm.client.internal.Call;
import io.pgorm.client.internal.PreparedCall;
import io.pgorm.client.internal.Slots;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * A query whose SQL is fixed: jOOQ renders it at its first use, and each call fills in a value only. Kept in a constant;
 * sent by {@code db.run(QUERY, value)} or as a part of {@code db.batch(...)}.
 *
 * <pre>{@code
 * static final PreparedQuery<Integer, List<Card>> LATEST = PreparedQuery
 *         .of(POSTS, POSTS.AUTHOR_ID, (posts, author) -> posts.where(POSTS.AUTHOR_ID.eq(author))
 *                 .orderBy(POSTS.ID.desc())
 *                 .limit(5))
 *         .list(CARD);
 * }</pre>
 *
 * <p>A null is bound as NULL, which equals nothing. {@link PreparedQuery2} and {@link PreparedQuery3} take more values;
 * for any number of them compare with an array: {@code POSTS.ID.eq(DSL.any(ids))}. Immutable and safe for use by several
 * threads.
 *
 * @param <P1> the type of the parameter
 * @param <R> what it gives
 */
public final class PreparedQuery<P1 extends @Nullable Object, R> {

    private final PreparedCall<R> prepared;

    private PreparedQuery(PreparedCall<R> prepared) {
        this.prepared = prepared;
    }

    /**
     * The query; what it gives is said next.
     *
     * @param table whose rows
     * @param type1 a field of the parameter's type, most often the one that it is compared with
     * @param query puts the parameters where they belong; called at the first use
     */
    public static <M, P1> Rows<M, P1> of(
            ModelTable<M> table, Field<P1> type1, BiFunction<Query<M>, Field<P1>, Query<M>> query) {
        return new Rows<>(() -> query.apply(Query.template(table.model()), Slots.parameter(type1.getDataType(), 0)));
    }

    /** Not API: with its values. */
    Call<R> call(P1 value1) {
        return prepared.call().with(new @Nullable Object[] {value1});
    }

    /** Which rows, but not yet what of them. Immutable. */
    public static final class Rows<M, P1> {

        private final Supplier<Query<M>> query;

        private Rows(Supplier<Query<M>> query) {
            this.query = query;
        }

        /** Gives the records. */
        public PreparedQuery<P1, List<M>> list() {
            return new PreparedQuery<>(new PreparedCall<>(() -> query.get().call()));
        }

        /** Gives the rows in the shape. */
        public <R> PreparedQuery<P1, List<R>> list(Shape<R> shape) {
            return new PreparedQuery<>(new PreparedCall<>(() -> query.get().call(shape)));
        }

        /** Gives the only record, or none; {@link io.pgorm.client.error.TooManyRows} if there are more. */
        public PreparedQuery<P1, Optional<M>> optional() {
            return new PreparedQuery<>(new PreparedCall<>(() -> query.get().optionalCall()));
        }

        /** Gives the only row in the shape, or none; {@link io.pgorm.client.error.TooManyRows} if there are more. */
        public <R> PreparedQuery<P1, Optional<R>> optional(Shape<R> shape) {
            return new PreparedQuery<>(new PreparedCall<>(() -> query.get().optionalCall(shape)));
        }

        /** Gives how many rows there are. */
        public PreparedQuery<P1, Long> count() {
            return new PreparedQuery<>(new PreparedCall<>(() -> query.get().countCall()));
        }

        /** Gives whether there is a row. */
        public PreparedQuery<P1, Boolean> exists() {
            return new PreparedQuery<>(new PreparedCall<>(() -> query.get().existsCall()));
        }
    }
}
