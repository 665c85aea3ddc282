package io.pgorm.migrations.prove.internal;

import io.pgorm.ir.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table and its rows.
 *
 * @param oid its number in the catalog, which stays when it is renamed
 * @param rows each with the values of the columns as text
 */
record TableContent(long oid, QualifiedName name, List<Column> columns, List<List<@Nullable String>> rows) {

    TableContent {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * @param number its number in the catalog, which stays when it is renamed
     * @param generated whether the server makes its values
     */
    record Column(int number, String name, String type, boolean generated) {}

    TableContent withoutRows() {
        return new TableContent(oid, name, columns, List.of());
    }

    Optional<Column> numbered(int number) {
        return columns.stream().filter(column -> column.number() == number).findFirst();
    }

    Optional<Column> named(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }
}
