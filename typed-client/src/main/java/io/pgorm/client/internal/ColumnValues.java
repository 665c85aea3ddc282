package io.pgorm.client.internal;

import io.pgorm.client.RowValues;
import io.pgorm.client.error.ShapeMismatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The columns of a record in the current row of a result set. */
final class ColumnValues extends RowValues {

    private final ResultSet row;
    private final Column[] columns;

    ColumnValues(ResultSet row, Column[] columns) {
        this.row = row;
        this.columns = columns;
    }

    /** A column of the result set; {@code direct} where the driver itself gives what is wanted of a number. */
    static final class Column {
        private final Field<?> field;
        private final int position;
        private final ColumnReader reader;
        private final boolean direct;

        Column(Field<?> field, int position) {
            this.field = field;
            this.position = position;
            this.reader = ColumnReader.of(field);
            this.direct = ColumnReader.DIRECT.get(field.getType()) == reader;
        }

        private ShapeMismatch isNull() {
            return new ShapeMismatch(
                    "NULL came for " + field.getName()
                            + ", which is never NULL by the schema that the client was generated from; is the database of another one?");
        }
    }

    @Override
    public @Nullable Object at(int index) throws SQLException {
        return columns[index].reader.read(row, columns[index].position);
    }

    private Object boxed(int index) throws SQLException {
        Object value = at(index);
        if (value == null) {
            throw columns[index].isNull();
        }
        return value;
    }

    @Override
    public int intAt(int index) throws SQLException {
        if (!columns[index].direct) {
            return (Integer) boxed(index);
        }
        int value = row.getInt(columns[index].position);
        if (value == 0 && row.wasNull()) {
            throw columns[index].isNull();
        }
        return value;
    }

    @Override
    public long longAt(int index) throws SQLException {
        if (!columns[index].direct) {
            return (Long) boxed(index);
        }
        long value = row.getLong(columns[index].position);
        if (value == 0 && row.wasNull()) {
            throw columns[index].isNull();
        }
        return value;
    }

    @Override
    public short shortAt(int index) throws SQLException {
        if (!columns[index].direct) {
            return (Short) boxed(index);
        }
        short value = row.getShort(columns[index].position);
        if (value == 0 && row.wasNull()) {
            throw columns[index].isNull();
        }
        return value;
    }

    @Override
    public double doubleAt(int index) throws SQLException {
        if (!columns[index].direct) {
            return (Double) boxed(index);
        }
        double value = row.getDouble(columns[index].position);
        if (value == 0 && row.wasNull()) {
            throw columns[index].isNull();
        }
        return value;
    }

    @Override
    public float floatAt(int index) throws SQLException {
        if (!columns[index].direct) {
            return (Float) boxed(index);
        }
        float value = row.getFloat(columns[index].position);
        if (value == 0 && row.wasNull()) {
            throw columns[index].isNull();
        }
        return value;
    }

    @Override
    public boolean booleanAt(int index) throws SQLException {
        if (!columns[index].direct) {
            return (Boolean) boxed(index);
        }
        boolean value = row.getBoolean(columns[index].position);
        if (!value && row.wasNull()) {
            throw columns[index].isNull();
        }
        return value;
    }
}
