package io.pgorm.client;

import io.pgorm.client.internal.Rows;
import org.jooq.Condition;

/**
 * Rows that were named by a condition, or by {@code all()}: they may be changed and deleted too.
 *
 * @param <M> the record of the model
 */
public final class FilteredQuery<M> extends Query<M> {

    private final DbContext context;
    private final ModelType<M> model;
    private final Condition condition;

    FilteredQuery(DbContext context, ModelType<M> model, Condition condition) {
        super(context, model, Rows.of(model, condition));
        this.context = context;
        this.model = model;
        this.condition = condition;
    }

    @Override
    public FilteredQuery<M> where(Condition more) {
        return new FilteredQuery<>(context, model, condition.and(more));
    }

    /**
     * Changes all of them.
     *
     * @return how many there were. Rows that row level security hides are not among them.
     */
    public long update(Update<M> changes) {
        return update(changes.assignments());
    }

    /**
     * Deletes all of them.
     *
     * @return how many there were. Rows that row level security hides are not among them.
     */
    public long delete() {
        return deleteRows();
    }
}
