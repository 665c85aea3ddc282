package io.pgorm.features.timescale;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;

/**
 * A hypertable's time of type date. Immutable; safe for use by several threads.
 *
 * @param <R> jOOQ's record of the table
 */
public final class DateField<R extends Record> extends TimeField<R, LocalDate> {

    private static final long serialVersionUID = 1L;

    /** @param facts none */
    public DateField(TableField<R, LocalDate> column, List<String> facts) {
        super(column);
    }

    /** The beginning of the bucket, as {@link TimeBucket#of(Field, Duration)} says. */
    public Field<LocalDate> bucket(Duration width) {
        return TimeBucket.of(column(), width);
    }

    /** The beginning of the bucket, as {@link TimeBucket#of(Field, Period)} says. */
    public Field<LocalDate> bucket(Period width) {
        return TimeBucket.of(column(), width);
    }
}
