package io.pgorm.client.internal;

import io.pgorm.client.RowValues;
import io.pgorm.client.error.ShapeMismatch;
import java.sql.SQLException;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The columns of a record as jOOQ gives them, where the application's own jOOQ query reads it. */
public final class RecordValues extends RowValues {

    private final Record row;

    private RecordValues(Record row) {
        this.row = row;
    }

    /** What the reader makes of the row. */
    public static <M> M read(RowValues.Reader<M> reader, Record row) {
        try {
            return reader.read(new RecordValues(row));
        } catch (SQLException e) {
            throw new IllegalStateException("a row that has been read", e);
        }
    }

    @Override
    public @Nullable Object at(int index) {
        return row.get(index);
    }

    private Object present(int index) {
        Object value = at(index);
        if (value == null) {
            throw new ShapeMismatch("NULL came for " + row.field(index));
        }
        return value;
    }

    @Override
    public int intAt(int index) {
        return (Integer) present(index);
    }

    @Override
    public long longAt(int index) {
        return (Long) present(index);
    }

    @Override
    public short shortAt(int index) {
        return (Short) present(index);
    }

    @Override
    public double doubleAt(int index) {
        return (Double) present(index);
    }

    @Override
    public float floatAt(int index) {
        return (Float) present(index);
    }

    @Override
    public boolean booleanAt(int index) {
        return (Boolean) present(index);
    }
}
