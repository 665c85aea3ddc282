package io.pgorm.database.catalog.internal;

import io.pgorm.ir.QualifiedName;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The row that a result is at, with the catalog's own types. Good until the next row. */
final class Row {

    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    String text(String column) throws SQLException {
        String value = rows.getString(column);
        if (value == null) {
            // as PostgreSQL says of what is dropped while it is read; some functions give NULL instead
            throw new SQLException("no value for " + column, "XX000");
        }
        return value;
    }

    Optional<String> optional(String column) throws SQLException {
        return Optional.ofNullable(rows.getString(column));
    }

    /** The name of an object that there may not be. */
    Optional<QualifiedName> name(String schemaColumn, String column) throws SQLException {
        Optional<String> name = optional(column);
        return name.isEmpty() ? Optional.empty() : Optional.of(new QualifiedName(text(schemaColumn), name.get()));
    }

    /** A value of the type "char". */
    char letter(String column) throws SQLException {
        String value = rows.getString(column);
        return value == null || value.isEmpty() ? ' ' : value.charAt(0);
    }

    boolean is(String column) throws SQLException {
        return rows.getBoolean(column);
    }

    long number(String column) throws SQLException {
        return rows.getLong(column);
    }

    int integer(String column) throws SQLException {
        return rows.getInt(column);
    }

    double real(String column) throws SQLException {
        return rows.getDouble(column);
    }

    byte @Nullable [] bytes(String column) throws SQLException {
        return rows.getBytes(column);
    }

    /** An array without NULLs; empty for NULL. */
    List<String> texts(String column) throws SQLException {
        return Arrays.stream(array(column)).map(String::valueOf).toList();
    }

    /** An array in which there may be NULLs; empty for NULL. */
    List<Optional<String>> optionals(String column) throws SQLException {
        return Arrays.stream(array(column))
                .map(value -> Optional.ofNullable(value).map(String::valueOf))
                .toList();
    }

    List<Long> numbers(String column) throws SQLException {
        return Arrays.stream(array(column))
                .map(value -> Long.valueOf(String.valueOf(value)))
                .toList();
    }

    private @Nullable Object[] array(String column) throws SQLException {
        Array value = rows.getArray(column);
        return value == null ? new Object[0] : (@Nullable Object[]) value.getArray();
    }
}
