package io.pgorm.client;

import io.pgorm.client.internal.Call;
import io.pgorm.client.internal.PreparedCall;
import io.pgorm.client.internal.Slots;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * A {@link PreparedQuery} with two parameters.
 *
 * @param <P1> the type of the first parameter
 * @param <P2> the type of the second parameter
 * @param <R> what it gives
 */
public final class PreparedQuery2<P1 extends @Nullable Object, P2 extends @Nullable Object, R> {

    private final PreparedCall<R> prepared;

    private PreparedQuery2(PreparedCall<R> prepared) {
        this.prepared = prepared;
    }

    /**
     * The query; what it gives is said next.
     *
     * @param table whose rows
     * @param type1 a field of the first parameter's type, most often the one that it is compared with
     * @param type2 a field of the second parameter's type, most often the one that it is compared with
     * @param query puts the parameters where they belong; called at the first use
     */
    public static <M, P1, P2> Rows<M, P1, P2> of(
            ModelTable<M> table, Field<P1> type1, Field<P2> type2, Template<M, P1, P2> query) {
        return new Rows<>(() -> query.apply(
                Query.template(table.model()),
                Slots.parameter(type1.getDataType(), 0),
                Slots.parameter(type2.getDataType(), 1)));
    }

    /** Not API: with its values. */
    Call<R> call(P1 value1, P2 value2) {
        return prepared.call().with(new @Nullable Object[] {value1, value2});
    }

    /** Which rows, but not yet what of them. Immutable. */
    public static final class Rows<M, P1, P2> {

        private final Supplier<Query<M>> query;

        private Rows(Supplier<Query<M>> query) {
            this.query = query;
        }

        /** Gives the records. */
        public PreparedQuery2<P1, P2, List<M>> list() {
            return new PreparedQuery2<>(new PreparedCall<>(() -> query.get().call()));
        }

        /** Gives the rows in the shape. */
        public <R> PreparedQuery2<P1, P2, List<R>> list(Shape<R> shape) {
            return new PreparedQuery2<>(new PreparedCall<>(() -> query.get().call(shape)));
        }

        /** Gives the only record, or none; {@link io.pgorm.client.error.TooManyRows} if there are more. */
        public PreparedQuery2<P1, P2, Optional<M>> optional() {
            return new PreparedQuery2<>(new PreparedCall<>(() -> query.get().optionalCall()));
        }

        /** Gives the only row in the shape, or none; {@link io.pgorm.client.error.TooManyRows} if there are more. */
        public <R> PreparedQuery2<P1, P2, Optional<R>> optional(Shape<R> shape) {
            return new PreparedQuery2<>(new PreparedCall<>(() -> query.get().optionalCall(shape)));
        }

        /** Gives how many rows there are. */
        public PreparedQuery2<P1, P2, Long> count() {
            return new PreparedQuery2<>(new PreparedCall<>(() -> query.get().countCall()));
        }

        /** Gives whether there is a row. */
        public PreparedQuery2<P1, P2, Boolean> exists() {
            return new PreparedQuery2<>(new PreparedCall<>(() -> query.get().existsCall()));
        }
    }

    /** Makes the query of its parameters. */
    @FunctionalInterface
    public interface Template<M, P1, P2> {
        Query<M> apply(Query<M> rows, Field<P1> parameter1, Field<P2> parameter2);
    }
}
