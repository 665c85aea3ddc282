package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name in the database
 * @param type its type
 * @param nullable whether it may be NULL
 * @param value where its value comes from when none is given
 * @param comment the documentation of the field
 * @param span its field in the schema
 */
public record Column(
        String name, ColumnType type, boolean nullable, ColumnValue value, Optional<String> comment, SourceSpan span) {

    public Column withType(ColumnType newType) {
        return new Column(name, newType, nullable, value, comment, span);
    }

    /** Whether PostgreSQL itself always makes the value, so that no client may write it. */
    public boolean isReadOnly() {
        return value instanceof ColumnValue.Generated
                || value instanceof ColumnValue.Identity(boolean always) && always;
    }

    /** Whether an INSERT may leave it out. */
    public boolean hasValueWhenOmitted() {
        return nullable || !(value instanceof ColumnValue.None) || isSerial();
    }

    public boolean isSerial() {
        return type instanceof ColumnType.Scalar scalar && scalar.type().kind() == PgType.Kind.SERIAL;
    }
}
