package io.pgorm.ddl.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Index;
import io.pgorm.ir.ReplicaIdentity;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The SQL of a table with the constraints that concern it alone. Foreign keys come later, when all tables are there,
 * so that two tables may point at each other. Stateless.
 */
public final class TableSql {

    private TableSql() {}

    /** The table with all that can stand in its definition. */
    public static DdlStatement create(Table table) {
        return create(table, false);
    }

    /**
     * The table.
     *
     * @param bare whether to leave out defaults, checks and exclusions, whose expressions may need what needs the table
     */
    public static DdlStatement create(Table table, boolean bare) {
        SqlBuilder sql = new SqlBuilder()
                .sql("CREATE ")
                .sqlIf(table.storage().unlogged(), "UNLOGGED ")
                .sql("TABLE ")
                .name(table.name())
                .sql(" (");
        List<Runnable> elements = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!column.inherited()) {
                elements.add(() -> ColumnSql.append(bare ? withoutDefault(column) : column, sql));
            }
        }
        table.constraints().stream()
                .filter(constraint -> isInline(table, constraint) && !(bare && hasExpression(constraint)))
                .sorted(Comparator.comparing(TableSql::place))
                .forEach(constraint -> elements.add(() -> ConstraintSql.append(constraint, sql)));
        sql.each(elements, ",", element -> {
            sql.sql("\n    ");
            element.run();
        });
        sql.sqlIf(!elements.isEmpty(), "\n").sql(")");
        if (!table.hierarchy().inherits().isEmpty()) {
            sql.sql(" INHERITS (")
                    .each(table.hierarchy().inherits(), ", ", sql::name)
                    .sql(")");
        }
        table.hierarchy().partitionedBy().ifPresent(key -> PartitionSql.appendKey(key, sql));
        table.storage().accessMethod().ifPresent(method -> sql.sql(" USING ").name(method));
        ParameterSql.append(" ", table.storage().parameters(), sql);
        table.storage().tablespace().ifPresent(name -> sql.sql(" TABLESPACE ").name(name));
        return sql.statement(table.span());
    }

    /** What says how large values of the columns are kept. */
    public static List<DdlStatement> storage(Table table) {
        return table.columns().stream()
                .flatMap(column -> ColumnSql.storage(table.name(), column).stream())
                .toList();
    }

    /** What a bare table lacks, each in a statement of its own. */
    public static List<DdlStatement> expressions(Table table) {
        List<DdlStatement> statements = new ArrayList<>();
        table.columns().stream()
                .filter(column -> !column.inherited())
                .forEach(column -> ColumnSql.setDefault(table.name(), column).ifPresent(statements::add));
        table.constraints().stream()
                .filter(constraint -> isInline(table, constraint) && hasExpression(constraint))
                .forEach(constraint -> statements.add(ConstraintSql.add(table.name(), constraint)));
        return statements;
    }

    /** The statement that says what logical replication writes; the index it names has to be there. */
    public static Optional<DdlStatement> replicaIdentity(Table table) {
        SqlBuilder sql = new SqlBuilder().sql("ALTER TABLE ").name(table.name()).sql(" REPLICA IDENTITY ");
        switch (table.storage().replicaIdentity()) {
            case ReplicaIdentity.Default() -> {
                return Optional.empty();
            }
            case ReplicaIdentity.Full() -> sql.sql("FULL");
            case ReplicaIdentity.Nothing() -> sql.sql("NOTHING");
            case ReplicaIdentity.ByIndex(String index) ->
                sql.sql("USING INDEX ").name(index);
        }
        return Optional.of(sql.statement(table.span()));
    }

    /**
     * Whether the constraint stands in the definition of its table. A check that is not validated does not: on a new
     * table PostgreSQL would take it for valid. Nor does one that asks for the same index as another: within one
     * definition PostgreSQL makes one constraint of the two.
     */
    public static boolean isInline(Table table, Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> true;
            case Constraint.Unique unique -> isFirstOfItsIndex(table, constraint);
            case Constraint.Check check -> check.validated();
            case Constraint.Exclusion exclusion -> isFirstOfItsIndex(table, constraint);
            case Constraint.ForeignKey key -> false;
            // PostgreSQL 18 takes its name only while the column's own NOT NULL has none yet
            case Constraint.Other other ->
                other.definition().render().startsWith("NOT NULL ")
                        && !other.definition().render().endsWith(" NOT VALID");
        };
    }

    private static boolean isFirstOfItsIndex(Table table, Constraint constraint) {
        Object asked = index(constraint);
        return table.constraints().stream()
                        .filter(other ->
                                other instanceof Constraint.PrimaryKey || other.getClass() == constraint.getClass())
                        .filter(other -> index(other).equals(asked))
                        .min(Comparator.comparing(TableSql::place))
                        .orElseThrow()
                == constraint;
    }

    /** What PostgreSQL looks at to tell whether two constraints can share an index. */
    private static List<Object> index(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> List.of(key.columns(), false, key.include(), key.deferral());
            case Constraint.Unique unique ->
                List.of(unique.columns(), unique.nullsNotDistinct(), unique.include(), unique.deferral());
            case Constraint.Exclusion exclusion ->
                List.of(
                        exclusion.method(),
                        exclusion.elements().stream()
                                .map(element -> List.of(rendered(element.key()), element.operator()))
                                .toList(),
                        exclusion.include(),
                        exclusion.where().map(SqlText::render),
                        exclusion.deferral());
            case Constraint.Check check -> List.of(check);
            case Constraint.ForeignKey key -> List.of(key);
            case Constraint.Other other -> List.of(other);
        };
    }

    private static String rendered(Index.Key key) {
        SqlBuilder sql = new SqlBuilder();
        KeySql.append(key, sql);
        return sql.statement(SourceSpan.NONE).sql();
    }

    private static int place(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> 0;
            case Constraint.Unique unique -> 1;
            case Constraint.Check check -> 2;
            case Constraint.Exclusion exclusion -> 3;
            case Constraint.ForeignKey key -> 4;
            case Constraint.Other other -> 5;
        };
    }

    private static boolean hasExpression(Constraint constraint) {
        return constraint instanceof Constraint.Check || constraint instanceof Constraint.Exclusion;
    }

    private static Column withoutDefault(Column column) {
        return column.value() instanceof ColumnValue.Default ? column.withValue(ColumnValue.NONE) : column;
    }
}
