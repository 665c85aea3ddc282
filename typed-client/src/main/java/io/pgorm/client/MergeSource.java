package io.pgorm.client;

import io.pgorm.client.internal.MergeStatement;
import java.time.Duration;
import java.util.List;
import org.jooq.Condition;
import org.jooq.TableField;

/**
 * What is to be merged into the rows of a model; how the two meet is still to be said. Immutable.
 *
 * @param <M> the record of the model
 */
public final class MergeSource<M> {

    private final DbContext context;
    private final MergeStatement statement;

    MergeSource(DbContext context, MergeStatement statement) {
        this.context = context;
        this.statement = statement;
    }

    /**
     * The statement takes no longer than this; see {@link AbstractDb#withTimeout}. For {@code batch} say it of the db.
     *
     * @throws IllegalArgumentException if it is less than a millisecond
     */
    public MergeSource<M> timeout(Duration limit) {
        return new MergeSource<>(context.withTimeout(limit), statement);
    }

    /**
     * A row meets those that have the same values in these fields, NULL none. They are those of a key, if each row is to
     * meet one at most.
     *
     * @throws IllegalArgumentException if no field is named, or one has no value in the rows
     */
    public Merge<M> on(TableField<?, ?>... fields) {
        return new Merge<>(context, statement.on(List.of(fields)));
    }

    /**
     * A row meets those for which this is true, where {@link org.jooq.impl.DSL#excluded(org.jooq.Field)} is what the row
     * gives for a field.
     */
    public Merge<M> on(Condition condition) {
        return new Merge<>(context, statement.on(condition));
    }
}
