package io.pgorm.features.timescale;

import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;

/**
 * A hypertable's time of type integer. Immutable; safe for use by several threads.
 *
 * @param <R> jOOQ's record of the table
 */
public final class IntField<R extends Record> extends TimeField<R, Integer> {

    private static final long serialVersionUID = 1L;

    /** @param facts none */
    public IntField(TableField<R, Integer> column, List<String> facts) {
        super(column);
    }

    /** The first number of the bucket, as {@link TimeBucket#of(Field, Number)} says. */
    public Field<Integer> bucket(int width) {
        return TimeBucket.of(column(), width);
    }
}
