package io.pgorm.features.timescale;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;

/**
 * A hypertable's time of type timestamp. Immutable; safe for use by several threads.
 *
 * @param <R> jOOQ's record of the table
 */
public final class TimestampField<R extends Record> extends TimeField<R, LocalDateTime> {

    private static final long serialVersionUID = 1L;

    /** @param facts none */
    public TimestampField(TableField<R, LocalDateTime> column, List<String> facts) {
        super(column);
    }

    /** The beginning of the bucket, as {@link TimeBucket#of(Field, Duration)} says. */
    public Field<LocalDateTime> bucket(Duration width) {
        return TimeBucket.of(column(), width);
    }

    /** The beginning of the bucket, as {@link TimeBucket#of(Field, Period)} says. */
    public Field<LocalDateTime> bucket(Period width) {
        return TimeBucket.of(column(), width);
    }
}
