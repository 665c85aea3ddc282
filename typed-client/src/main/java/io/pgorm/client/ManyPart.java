package io.pgorm.client;

import io.pgorm.client.internal.RelationQuery;
import java.util.List;

/**
 * The rows at the other end of a relation to many, in a shape. Never null; empty where there are none.
 *
 * @param <R> what each of them becomes
 */
public final class ManyPart<R> extends Part<List<R>> {

    private static final long serialVersionUID = 1L;

    private final transient RelationQuery query;
    private final transient Shape<R> shape;

    ManyPart(String name, RelationQuery query, Shape<R> shape) {
        super(name, query.multiset(shape.definition(), rows -> rows));
        this.query = query;
        this.shape = shape;
    }

    /** Not API: which rows. */
    public RelationQuery query() {
        return query;
    }

    /** What each row becomes. */
    public Shape<R> shape() {
        return shape;
    }
}
