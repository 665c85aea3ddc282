package io.pgorm.client;

import io.pgorm.client.internal.Keyset;
import io.pgorm.client.internal.PageReading;
import io.pgorm.client.internal.Rows;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of a query that begins or ends at a cursor: {@link Query#after}, {@link Query#before}. Immutable.
 *
 * <p>The order is made total by the primary key, or by another key without NULL, where it does not hold one already. An
 * index over the fields of the order, the key among them, makes a page as cheap as its rows are, unless the order starts
 * with a column that may be NULL: PostgreSQL then reads from the first row on.
 *
 * @param <M> the record of the model
 */
public final class KeysetQuery<M> {

    enum Direction {
        FORWARD,
        BACKWARD
    }

    private final DbContext context;
    private final ModelType<M> model;
    private final Rows rows;
    private final Direction direction;
    private final @Nullable String cursor;

    KeysetQuery(DbContext context, ModelType<M> model, Rows rows, Direction direction, @Nullable String cursor) {
        this.context = context;
        this.model = model;
        this.rows = rows;
        this.direction = direction;
        this.cursor = cursor;
    }

    /**
     * At most so many rows.
     *
     * @throws IllegalArgumentException if negative
     */
    public KeysetQuery<M> limit(int most) {
        return new KeysetQuery<>(context, model, rows.limit(most), direction, cursor);
    }

    /**
     * The page: one round trip, or two as for {@link Query#fetch()}.
     *
     * @throws io.pgorm.client.error.InvalidCursor if the cursor was changed, or belongs to another query
     * @throws IllegalStateException without a limit, with an offset or {@code distinctOn}, or where no key makes the order
     *     total
     * @throws io.pgorm.client.error.PgOrmException if PostgreSQL refuses or cannot be reached
     */
    public Page<M> page() {
        return page(model.shape());
    }

    /**
     * The page in the shape.
     *
     * @throws io.pgorm.client.error.InvalidCursor if the cursor was changed, or belongs to another query
     * @throws io.pgorm.client.error.ShapeMismatch if the parts do not fit the constructor or the table
     * @throws IllegalStateException as {@link #page()}
     * @throws io.pgorm.client.error.PgOrmException if PostgreSQL refuses or cannot be reached
     */
    public <R> Page<R> page(Shape<R> shape) {
        return PageReading.read(context.channel(), context.identity(), shape, keyset());
    }

    /**
     * What EXPLAIN says of {@link #page()}, in one round trip. The text holds the values of conditions and of the cursor, as
     * PostgreSQL shows them.
     *
     * @throws io.pgorm.client.error.InvalidCursor if the cursor was changed, or belongs to another query
     * @throws IllegalStateException as {@link #page()}
     * @throws io.pgorm.client.error.PgOrmException if PostgreSQL refuses or cannot be reached
     */
    public String explain(Explain... options) {
        Set<Explain> wanted = options.length == 0 ? Set.of() : EnumSet.copyOf(List.of(options));
        return PageReading.explain(context.channel(), context.identity(), model.shape(), keyset(), wanted);
    }

    private Keyset keyset() {
        boolean backward = direction == Direction.BACKWARD;
        return new Keyset(rows, backward, Optional.ofNullable(cursor), context.cursorKey());
    }
}
