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
 * @param collation where it is not the type's own
 * @param storage how large values are kept, where it is not the type's own
 * @param compression {@code pglz} or {@code lz4}, where it is not the server's default
 * @param inherited whether it is there only because a parent table has it
 * @param comment the documentation of the field
 * @param span its field in the schema
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        ColumnValue value,
        Optional<QualifiedName> collation,
        Optional<Storage> storage,
        Optional<String> compression,
        boolean inherited,
        Optional<String> comment,
        SourceSpan span) {

    /** A column that is stored and compared as its type says. */
    public Column(
            String name,
            ColumnType type,
            boolean nullable,
            ColumnValue value,
            Optional<String> comment,
            SourceSpan span) {
        this(name, type, nullable, value, Optional.empty(), Optional.empty(), Optional.empty(), false, comment, span);
    }

    /** How large values are kept. */
    public enum Storage {
        PLAIN,
        EXTERNAL,
        EXTENDED,
        MAIN
    }

    public Column withType(ColumnType newType) {
        return new Column(name, newType, nullable, value, collation, storage, compression, inherited, comment, span);
    }

    public Column withValue(ColumnValue newValue) {
        return new Column(name, type, nullable, newValue, collation, storage, compression, inherited, comment, span);
    }

    /** Whether PostgreSQL itself always makes the value, so that no client may write it. */
    public boolean isReadOnly() {
        return value instanceof ColumnValue.Generated
                || value instanceof ColumnValue.Identity identity && identity.always();
    }

    /** Whether an INSERT may leave it out. */
    public boolean hasValueWhenOmitted() {
        return nullable || !(value instanceof ColumnValue.None) || isSerial();
    }

    public boolean isSerial() {
        return type instanceof ColumnType.Scalar scalar && scalar.type().kind() == PgType.Kind.SERIAL;
    }
}
