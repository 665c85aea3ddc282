package io.pgorm.sdl.internal.pass;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Index;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.internal.Report;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * SQL within a table that PostgreSQL would refuse: queries and aggregates, what is not immutable where a result is
 * stored, generated columns made of generated columns. For one schema.
 */
public final class CheckExpressions {

    private static final Set<String> OVER_ROWS = Set.of(
            "count",
            "sum",
            "avg",
            "min",
            "max",
            "array_agg",
            "string_agg",
            "json_agg",
            "jsonb_agg",
            "json_object_agg",
            "jsonb_object_agg",
            "bool_and",
            "bool_or",
            "every",
            "row_number",
            "rank",
            "dense_rank",
            "lag",
            "lead");

    private final Volatility volatility;
    private final Set<String> declared;
    private final Report report;

    private CheckExpressions(Schema schema, Report report) {
        this.volatility = new Volatility(schema);
        this.declared = schema.routines().stream()
                .map(routine -> routine.name().name())
                .collect(Collectors.toUnmodifiableSet());
        this.report = report;
    }

    public static void check(Schema schema, Report report) {
        CheckExpressions pass = new CheckExpressions(schema, report);
        schema.tables().forEach(pass::table);
    }

    private void table(Table table) {
        table.columns().forEach(column -> column(table, column));
        for (Constraint constraint : table.constraints()) {
            switch (constraint) {
                case Constraint.Check check -> {
                    if (isOfOneRow("a check", check.expression())) {
                        adviseOnCheck(table, check);
                    }
                }
                case Constraint.Exclusion exclusion -> {
                    exclusion.elements().forEach(element -> key(table, element.key()));
                    exclusion.where().ifPresent(where -> stored(table, "the condition of an exclusion", where));
                }
                case Constraint.PrimaryKey key -> {}
                case Constraint.Unique unique -> {}
                case Constraint.ForeignKey key -> {}
                case Constraint.Other other -> {}
            }
        }
        for (Index index : table.indexes()) {
            index.keys().forEach(key -> key(table, key));
            index.where().ifPresent(where -> stored(table, "the condition of an index", where));
        }
    }

    private void key(Table table, Index.Key key) {
        if (key.target() instanceof Index.ExpressionTarget(SqlText expression)) {
            stored(table, "an expression in an index", expression);
        }
    }

    private void column(Table table, Column column) {
        switch (column.value()) {
            case ColumnValue.Default(SqlText expression) -> isOfOneRow("a default", expression);
            case ColumnValue.Generated(SqlText expression, boolean stored) -> {
                stored(table, "a generated field", expression);
                generated(table, column, expression);
            }
            case ColumnValue.Identity identity -> {}
            case ColumnValue.None none -> {}
        }
    }

    private void generated(Table table, Column column, SqlText expression) {
        List<String> read = SqlFacts.of(expression).possibleColumns();
        Optional<Column> generated = table.columns().stream()
                .filter(other -> other.value() instanceof ColumnValue.Generated)
                .filter(other -> read.contains(other.name()))
                .findFirst();
        generated.ifPresent(other -> report.error(
                Codes.GENERATED_FROM_GENERATED,
                expression.span(),
                other.name().equals(column.name())
                        ? column.name() + " cannot be made of itself"
                        : column.name() + " is made of " + other.name()
                                + ", which is generated too; PostgreSQL does not say which comes first",
                "write out the expression of the other here"));
    }

    private void stored(Table table, String what, SqlText sql) {
        if (!isOfOneRow(what, sql)) {
            return;
        }
        volatility
                .find(table, sql)
                .ifPresent(finding -> report.error(
                        Codes.NOT_IMMUTABLE,
                        sql.span(),
                        what + " gives the same result for ever, and " + finding.what() + " does not",
                        finding.help()));
    }

    private void adviseOnCheck(Table table, Constraint.Check check) {
        volatility
                .find(table, check.expression())
                .ifPresent(finding -> report.warning(
                        Codes.CHECK_NOT_IMMUTABLE,
                        check.expression().span(),
                        "a check is tested when a row is written only, and what " + finding.what()
                                + " gives may change after: a row that was good can then not be restored from a dump",
                        finding.help()));
    }

    private boolean isOfOneRow(String what, SqlText sql) {
        SqlFacts facts = SqlFacts.of(sql);
        if (facts.hasWord("select")) {
            report.error(
                    Codes.NOT_OF_ONE_ROW,
                    sql.span(),
                    what + " sees one row only, and this is a query",
                    "put the query into a function, or into a trigger");
            return false;
        }
        Optional<SqlFacts.Call> aggregate = facts.calls().stream()
                .filter(call -> OVER_ROWS.contains(call.name())
                        && !declared.contains(call.name())
                        && call.schema().map("pg_catalog"::equals).orElse(true))
                .findFirst();
        aggregate.ifPresent(call -> report.error(
                Codes.NOT_OF_ONE_ROW,
                sql.span(),
                what + " sees one row only, and " + call.name() + "() is over many",
                call.name().equals("max") || call.name().equals("min")
                        ? "the greatest and least of several values are greatest() and least()"
                        : "put it into a view, or into a function"));
        return aggregate.isEmpty();
    }
}
