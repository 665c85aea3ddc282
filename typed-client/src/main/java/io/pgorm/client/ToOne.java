package io.pgorm.client;

import io.pgorm.client.internal.OneField;
import io.pgorm.client.internal.RelationQuery;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * A relation to at most one row, a member of a generated table: {@code POSTS.AUTHOR}. Immutable and safe for use by
 * several threads.
 *
 * @param <M> the record at the other end
 */
public final class ToOne<M> extends ToOneShapesTo22 {

    private final String name;
    private final Supplier<Link<M>> link;

    /** @param link asked for at first use only, because two tables may lead to each other */
    public ToOne(String name, Supplier<Link<M>> link) {
        this.name = name;
        this.link = link;
    }

    /** The whole record at the other end. */
    public OnePart<M> row() {
        return as(link.get().target().shape());
    }

    /** Not API: how the rows are found. */
    public Link<M> link() {
        return link.get();
    }

    /** The name of the field in the schema. */
    public String name() {
        return name;
    }

    @Override
    public <R> OnePart<R> as(Shape<R> shape) {
        return new OnePart<>(name, new RelationQuery(link.get()), shape);
    }

    /**
     * A field of the row at the other end, NULL where there is none: to order by, to compare, or to show. Where a shape
     * reads the same relation, ordering by it costs no second join.
     */
    public <T> Field<T> field(Field<T> field) {
        return new OneField<>(new RelationQuery(link.get()), field);
    }

    /** Whether there is a row at the other end that satisfies the condition. */
    public Condition is(Condition condition) {
        return new RelationQuery(link.get()).where(condition).exists();
    }

    /** Whether there is no row at the other end that satisfies the condition. */
    public Condition isNot(Condition condition) {
        return is(condition).not();
    }

    /** Whether there is a row at the other end, and one that the caller may see. */
    public Condition exists() {
        return new RelationQuery(link.get()).exists();
    }
}
