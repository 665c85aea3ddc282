package io.pgorm.ddl;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Index;
import io.pgorm.ir.PgType;
import io.pgorm.ir.Policy;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small pieces of IR, as the compiler would make them from line {@code n} of a schema. */
final class Declared {

    static final PgType INT = new PgType("Int", "integer", PgType.Kind.INTEGER, 0, 0);
    static final PgType TEXT = new PgType("Text", "text", PgType.Kind.TEXT, 0, 0);

    private Declared() {}

    static SourceSpan line(int n) {
        return new SourceSpan("schema.pgorm", n, 3, n, 40);
    }

    static SqlText sql(String text, int line) {
        return new SqlText(List.of(new SqlText.Text(text)), new SourceSpan("schema.pgorm", line, 20, line, 30));
    }

    static Column column(String name, PgType type, int line) {
        return column(name, type, ColumnValue.NONE, line);
    }

    static Column column(String name, PgType type, ColumnValue value, int line) {
        ColumnType scalar = new ColumnType.Scalar(type, List.of(), false);
        return new Column(name, scalar, false, value, Optional.empty(), line(line));
    }

    static Table table(String name, Column... columns) {
        return Table.of(
                QualifiedName.of(name),
                List.of(columns),
                List.of(new Constraint.PrimaryKey(name + "_pkey", List.of(columns[0].name()), line(1))),
                List.of(),
                Optional.empty(),
                line(1));
    }

    static Table withForeignKey(Table table, Constraint.ForeignKey key) {
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        constraints.add(key);
        return table.withConstraints(constraints);
    }

    static Constraint.ForeignKey foreignKey(String name, String column, String target) {
        return new Constraint.ForeignKey(
                name,
                List.of(column),
                QualifiedName.of(target),
                List.of("id"),
                Constraint.ReferentialAction.CASCADE,
                Constraint.ReferentialAction.NO_ACTION,
                Constraint.Deferral.INITIALLY_DEFERRED,
                line(7));
    }

    static Index index(String name, String method, Index.Key... keys) {
        return new Index(name, false, method, List.of(keys), List.of(), false, Optional.empty(), Map.of(), line(8));
    }

    static Policy policy(String name, Policy.Command command, List<String> roles) {
        return new Policy(
                name,
                true,
                command,
                roles,
                Optional.of(sql("owner = (SELECT auth.uid())", 9)),
                Optional.empty(),
                line(9));
    }

    static Schema schema(Table... tables) {
        return Schema.EMPTY.withObjects(List.of(tables));
    }
}
