package io.pgorm.client;

import io.pgorm.client.internal.RelationQuery;
import org.jspecify.annotations.Nullable;

/**
 * The row at the other end of a relation to one, in a shape. Null where there is none, or none that row level security
 * lets the caller see.
 *
 * @param <R> what it becomes
 */
public final class OnePart<R> extends Part<@Nullable R> {

    private static final long serialVersionUID = 1L;

    private final transient RelationQuery query;
    private final transient Shape<R> shape;

    OnePart(String name, RelationQuery query, Shape<R> shape) {
        super(name, query.multiset(shape.definition(), rows -> rows.isEmpty() ? null : rows.get(0)));
        this.query = query;
        this.shape = shape;
    }

    /** Not API: which row. */
    public RelationQuery query() {
        return query;
    }

    /** What the row becomes. */
    public Shape<R> shape() {
        return shape;
    }
}
