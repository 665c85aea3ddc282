package io.pgorm.client;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Not API: the columns of one row of a model, in the order of its record's components, as generated code reads them. Numbers
 * that are never NULL come without being boxed. For one row and one thread.
 */
public abstract class RowValues {

    /** Called by the client only. */
    protected RowValues() {}

    /** The value of a column; null for NULL. */
    public abstract @Nullable Object at(int index) throws SQLException;

    /** @throws io.pgorm.client.error.ShapeMismatch if it is NULL, as of those below */
    public abstract int intAt(int index) throws SQLException;

    public abstract long longAt(int index) throws SQLException;

    public abstract short shortAt(int index) throws SQLException;

    public abstract double doubleAt(int index) throws SQLException;

    public abstract float floatAt(int index) throws SQLException;

    public abstract boolean booleanAt(int index) throws SQLException;

    /** Makes a record of a row. */
    @FunctionalInterface
    public interface Reader<M> {
        M read(RowValues values) throws SQLException;
    }
}
