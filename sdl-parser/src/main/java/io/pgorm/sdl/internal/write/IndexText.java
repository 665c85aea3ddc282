package io.pgorm.sdl.internal.write;

import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.sql.Identifiers;
import java.util.List;
import java.util.stream.Collectors;

/** An index as SQL, for one that the words of the language do not fit. Stateless. */
final class IndexText {

    private IndexText() {}

    static String statement(QualifiedName table, Index index) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + Identifiers.quote(index.name()) + " ON "
                + table.sql() + " USING " + index.method() + " "
                + index.keys().stream().map(ConstraintText::key).collect(Collectors.joining(", ", "(", ")"))
                + include(index.include())
                + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + (index.with().isEmpty()
                        ? ""
                        : index.with().entrySet().stream()
                                .map(each -> each.getKey() + "=" + each.getValue())
                                .collect(Collectors.joining(", ", " WITH (", ")")))
                + index.where()
                        .map(SqlText::render)
                        .map(where -> " WHERE " + where)
                        .orElse("");
    }

    private static String include(List<String> columns) {
        return columns.isEmpty()
                ? ""
                : columns.stream().map(Identifiers::quote).collect(Collectors.joining(", ", " INCLUDE (", ")"));
    }
}
