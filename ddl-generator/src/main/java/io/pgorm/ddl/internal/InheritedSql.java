package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a table that inherits says otherwise than the tables above it. Stateless. */
public final class InheritedSql {

    private InheritedSql() {}

    /**
     * Whether the table has to be made alone and adopted by its parents later: made together with them, it would have
     * their columns before its own.
     */
    public static boolean isAdopted(Table table, Schema schema) {
        if (table.columns().stream().anyMatch(Column::inherited)) {
            return false;
        }
        Set<String> order = new LinkedHashSet<>();
        for (QualifiedName parent : table.hierarchy().inherits()) {
            schema.table(parent).ifPresent(found -> found.columns().forEach(column -> order.add(column.name())));
        }
        table.columns().forEach(column -> order.add(column.name()));
        return !List.copyOf(order)
                .equals(table.columns().stream().map(Column::name).toList());
    }

    /** The statements by which its parents adopt it. */
    public static List<DdlStatement> adopt(Table table) {
        return table.hierarchy().inherits().stream()
                .map(parent -> new SqlBuilder()
                        .sql("ALTER TABLE ")
                        .name(table.name())
                        .sql(" INHERIT ")
                        .name(parent)
                        .statement(table.span()))
                .toList();
    }

    /** What columns that it only inherits have of their own: a default, the lack of one, NOT NULL. */
    public static List<DdlStatement> overrides(Table table, Schema schema) {
        List<DdlStatement> statements = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.inherited()) {
                above(table, column.name(), schema).ifPresent(parent -> override(table, column, parent, statements));
            }
        }
        return statements;
    }

    private static void override(Table table, Column column, Column parent, List<DdlStatement> statements) {
        Optional<String> value = defaultOf(column);
        if (!value.equals(defaultOf(parent))) {
            statements.add(ColumnSql.setDefault(table.name(), column)
                    .orElseGet(() -> alter(table, column).sql(" DROP DEFAULT").statement(column.span())));
        }
        if (parent.nullable() && !column.nullable()) {
            statements.add(alter(table, column).sql(" SET NOT NULL").statement(column.span()));
        }
    }

    private static Optional<String> defaultOf(Column column) {
        return column.value() instanceof ColumnValue.Default given
                ? Optional.of(given.expression().render())
                : Optional.empty();
    }

    private static Optional<Column> above(Table table, String name, Schema schema) {
        return table.hierarchy().inherits().stream()
                .flatMap(parent -> schema.table(parent).stream())
                .flatMap(parent -> parent.column(name).stream())
                .findFirst();
    }

    private static SqlBuilder alter(Table table, Column column) {
        return new SqlBuilder()
                .sql("ALTER TABLE ")
                .name(table.name())
                .sql(" ALTER COLUMN ")
                .name(column.name());
    }
}
