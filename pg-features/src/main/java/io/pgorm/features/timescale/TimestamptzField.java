package io.pgorm.features.timescale;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;

/**
 * A hypertable's time of type timestamptz. Immutable; safe for use by several threads.
 *
 * @param <R> jOOQ's record of the table
 */
public final class TimestamptzField<R extends Record> extends TimeField<R, OffsetDateTime> {

    private static final long serialVersionUID = 1L;

    /** @param facts none */
    public TimestamptzField(TableField<R, OffsetDateTime> column, List<String> facts) {
        super(column);
    }

    /** The beginning of the bucket, as {@link TimeBucket#of(Field, Duration)} says. */
    public Field<OffsetDateTime> bucket(Duration width) {
        return TimeBucket.of(column(), width);
    }

    /** The beginning of the bucket, as {@link TimeBucket#of(Field, Period)} says. */
    public Field<OffsetDateTime> bucket(Period width) {
        return TimeBucket.of(column(), width);
    }

    /** Buckets that begin as the clocks of a zone say. */
    public Field<OffsetDateTime> bucket(Duration width, ZoneId zone) {
        return TimeBucket.of(column(), width, zone);
    }

    /** Buckets of the calendar, which begin as the clocks of a zone say. */
    public Field<OffsetDateTime> bucket(Period width, ZoneId zone) {
        return TimeBucket.of(column(), width, zone);
    }
}
