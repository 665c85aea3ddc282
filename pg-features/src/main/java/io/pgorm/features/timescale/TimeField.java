package io.pgorm.features.timescale;

import io.pgorm.client.FeatureField;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * The column by which a hypertable is cut into chunks. Generated code makes the classes below it, one for each type. Immutable;
 * safe for use by several threads.
 *
 * @param <R> jOOQ's record of the table
 * @param <T> the Java type of the times
 */
public abstract sealed class TimeField<R extends Record, T> extends FeatureField<R, T>
        permits TimestamptzField, TimestampField, DateField, BigIntField, IntField, SmallIntField {

    private static final long serialVersionUID = 1L;

    TimeField(TableField<R, T> column) {
        super(column);
    }

    /** Of the rows of a group the value that the earliest has. An aggregate: it stands beside buckets. */
    public <V> Field<V> first(Field<V> value) {
        return DSL.aggregate("first", value.getDataType(), value, column());
    }

    /** Of the rows of a group the value that the latest has. An aggregate: it stands beside buckets. */
    public <V> Field<V> last(Field<V> value) {
        return DSL.aggregate("last", value.getDataType(), value, column());
    }
}
