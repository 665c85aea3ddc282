package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Column;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Table;
import io.pgorm.ir.View;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SQL of documentation. PostgreSQL has no place for that of an enum's values. Stateless. */
public final class CommentSql {

    private CommentSql() {}

    public static DdlStatement create(ObjectName on, String text, SourceSpan span) {
        SqlBuilder sql =
                new SqlBuilder().sql("COMMENT ON ").sql(on.kind().sql()).sql(" ");
        ObjectSql.append(on, sql);
        return sql.sql(" IS ").literal(text).statement(span);
    }

    /** The comments of a table, its columns and its partitions, where they have one. */
    public static List<DdlStatement> create(Table table) {
        List<DdlStatement> statements = new ArrayList<>();
        add(ObjectName.of(Kind.TABLE, table.name()), table.comment(), table.span(), statements);
        for (Column column : table.columns()) {
            addColumn(table.name(), column.name(), column.comment(), column.span(), statements);
        }
        addPartitions(table.hierarchy().partitions(), statements);
        return statements;
    }

    private static void addPartitions(List<Hierarchy.Partition> partitions, List<DdlStatement> statements) {
        for (Hierarchy.Partition partition : partitions) {
            add(ObjectName.of(Kind.TABLE, partition.name()), partition.comment(), partition.span(), statements);
            addPartitions(partition.partitions(), statements);
        }
    }

    /** The comments of a view and its columns, where they have one. */
    public static List<DdlStatement> create(View view) {
        List<DdlStatement> statements = new ArrayList<>();
        Kind kind = view.materialized() ? Kind.MATERIALIZED_VIEW : Kind.VIEW;
        add(ObjectName.of(kind, view.name()), view.comment(), view.span(), statements);
        for (View.Column column : view.columns()) {
            addColumn(view.name(), column.name(), column.comment(), column.span(), statements);
        }
        return statements;
    }

    /** The comments of a composite type and its attributes, where they have one. */
    public static List<DdlStatement> create(CompositeType type) {
        List<DdlStatement> statements = new ArrayList<>();
        add(ObjectName.of(Kind.TYPE, type.name()), type.comment(), type.span(), statements);
        for (CompositeType.Attribute attribute : type.attributes()) {
            addColumn(type.name(), attribute.name(), attribute.comment(), attribute.span(), statements);
        }
        return statements;
    }

    private static void addColumn(
            QualifiedName owner, String column, Optional<String> text, SourceSpan span, List<DdlStatement> to) {
        add(ObjectName.part(Kind.COLUMN, owner, column), text, span, to);
    }

    private static void add(ObjectName on, Optional<String> text, SourceSpan span, List<DdlStatement> to) {
        text.ifPresent(given -> to.add(create(on, given, span)));
    }
}
