package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Column;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.Table;
import java.util.ArrayList;
import java.util.List;

/** The SQL of documentation. PostgreSQL has no place for that of an enum's values. Stateless. */
public final class CommentSql {

    private CommentSql() {}

    /** The comments of a table and its columns, where they have one. */
    public static List<DdlStatement> create(Table table) {
        List<DdlStatement> statements = new ArrayList<>();
        table.comment()
                .ifPresent(text -> statements.add(new SqlBuilder()
                        .sql("COMMENT ON TABLE ")
                        .name(table.name())
                        .sql(" IS ")
                        .literal(text)
                        .statement(table.span())));
        for (Column column : table.columns()) {
            column.comment()
                    .ifPresent(text -> statements.add(new SqlBuilder()
                            .sql("COMMENT ON COLUMN ")
                            .name(table.name())
                            .sql(".")
                            .name(column.name())
                            .sql(" IS ")
                            .literal(text)
                            .statement(column.span())));
        }
        return statements;
    }

    /** The comment of an enum, if it has one. */
    public static List<DdlStatement> create(EnumType type) {
        return type.comment().stream()
                .map(text -> new SqlBuilder()
                        .sql("COMMENT ON TYPE ")
                        .name(type.name())
                        .sql(" IS ")
                        .literal(text)
                        .statement(type.span()))
                .toList();
    }
}
