package io.pgorm.client;

import org.jooq.Context;
import org.jooq.Field;
import org.jooq.impl.CustomField;
import org.jspecify.annotations.Nullable;

/**
 * A part of a shape that is more than a column: a whole record, or a relation. It is a jOOQ field too, so it may stand
 * in the select list of any jOOQ query over the same table; there it becomes a nested collection of that query.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param <T> what it gives for each row
 */
public abstract sealed class Part<T extends @Nullable Object> extends CustomField<T>
        permits RowPart, OnePart, ManyPart {

    private static final long serialVersionUID = 1L;

    private final transient Field<T> inQuery;

    /** @param inQuery what stands for it in a jOOQ query */
    Part(String name, Field<T> inQuery) {
        super(name, inQuery.getDataType());
        this.inQuery = inQuery;
    }

    @Override
    public final void accept(Context<?> context) {
        context.visit(inQuery);
    }
}
