package io.pgorm.features.timescale;

import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;

/**
 * A hypertable's time of type smallint. Immutable; safe for use by several threads.
 *
 * @param <R> jOOQ's record of the table
 */
public final class SmallIntField<R extends Record> extends TimeField<R, Short> {

    private static final long serialVersionUID = 1L;

    /** @param facts none */
    public SmallIntField(TableField<R, Short> column, List<String> facts) {
        super(column);
    }

    /** The first number of the bucket, as {@link TimeBucket#of(Field, Number)} says. */
    public Field<Short> bucket(short width) {
        return TimeBucket.of(column(), width);
    }
}
