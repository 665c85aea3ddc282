package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Column;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The SQL of a table with the constraints that concern it alone. Foreign keys come later, when all tables are there,
 * so that two tables may point at each other. Stateless.
 */
public final class TableSql {

    private TableSql() {}

    public static DdlStatement create(Table table) {
        SqlBuilder sql =
                new SqlBuilder().sql("CREATE TABLE ").name(table.name()).sql(" (");
        List<Runnable> elements = new ArrayList<>();
        for (Column column : table.columns()) {
            elements.add(() -> ColumnSql.append(column, sql));
        }
        for (Constraint constraint : inlineConstraints(table)) {
            elements.add(() -> ConstraintSql.append(constraint, sql));
        }
        sql.each(elements, ",", element -> {
            sql.sql("\n    ");
            element.run();
        });
        return sql.sqlIf(!elements.isEmpty(), "\n").sql(")").statement(table.span());
    }

    private static List<Constraint> inlineConstraints(Table table) {
        List<Constraint> constraints = new ArrayList<>();
        table.primaryKey().ifPresent(constraints::add);
        constraints.addAll(table.uniques());
        constraints.addAll(table.checks());
        return constraints;
    }
}
