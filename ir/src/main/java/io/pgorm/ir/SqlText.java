package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Identifiers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * SQL that the author of the schema wrote, with the names in braces ({@code {field}}, {@code {Model.field}}, {@code
 * {Model}}) resolved, so that renaming or mapping a field never breaks it.
 *
 * @param parts text and references in order
 * @param span where it stands in the schema
 */
public record SqlText(List<Part> parts, SourceSpan span) {

    public SqlText {
        parts = List.copyOf(parts);
    }

    public static SqlText of(String sql) {
        return new SqlText(List.of(new Text(sql)), SourceSpan.NONE);
    }

    /** The SQL with every reference as a quoted name. */
    public String render() {
        return parts.stream().map(Part::render).collect(Collectors.joining());
    }

    /** A piece of the SQL. */
    public sealed interface Part permits Text, ColumnReference, TableReference {
        String render();
    }

    /** SQL as it stands. */
    public record Text(String sql) implements Part {
        @Override
        public String render() {
            return sql;
        }
    }

    /** A column, qualified by its table where the author wrote {@code {Model.field}}. */
    public record ColumnReference(Optional<QualifiedName> table, String column) implements Part {
        @Override
        public String render() {
            String quoted = Identifiers.quote(column);
            return table.map(name -> name.sql() + "." + quoted).orElse(quoted);
        }
    }

    /** A table, where the author wrote {@code {Model}}. */
    public record TableReference(QualifiedName table) implements Part {
        @Override
        public String render() {
            return table.sql();
        }
    }
}
