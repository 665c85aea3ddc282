package io.pgorm.migrations.prove.internal;

import io.pgorm.ir.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table and its rows.
 *
 * @param oid its number in the catalog, which stays when it is renamed
 * @param partitioned whether its rows are those of its partitions
 * @param above the tables that it is a partition or a child of, to any height
 * @param rows each with the values of the columns as text
 */
record TableContent(
        long oid,
        QualifiedName name,
        boolean partitioned,
        List<QualifiedName> above,
        List<Column> columns,
        List<List<@Nullable String>> rows) {

    TableContent {
        above = List.copyOf(above);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * @param number its number in the catalog, which stays when it is renamed
     * @param generated whether the server makes its values
     * @param composite whether its type, or that of its elements, has attributes
     */
    record Column(int number, String name, String type, boolean generated, boolean composite) {

        /** Its value as text; the attributes of a composite by their names, since their order may change. */
        String text() {
            String quoted = io.pgorm.ir.sql.Identifiers.quote(name);
            return composite ? "jsonb_strip_nulls(to_jsonb(" + quoted + "))::text" : quoted + "::text";
        }
    }

    TableContent withoutRows() {
        return with(List.of());
    }

    TableContent with(List<List<@Nullable String>> newRows) {
        return new TableContent(oid, name, partitioned, above, columns, newRows);
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
