package io.pgorm.database.ddl;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Routine;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.ir.Trigger;
import io.pgorm.ir.View;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Small pieces of IR by hand, with no source behind them. */
final class Ir {

    static final SourceSpan NONE = SourceSpan.NONE;

    private Ir() {}

    static Schema schema(SchemaObject... objects) {
        return Schema.EMPTY.withObjects(List.of(objects));
    }

    static QualifiedName name(String name) {
        return QualifiedName.of(name);
    }

    static SqlText sql(String text) {
        return SqlText.of(text);
    }

    static Optional<SqlText> some(String text) {
        return Optional.of(sql(text));
    }

    static Column column(String name, String type) {
        return column(name, type, ColumnValue.NONE);
    }

    static Column column(String name, String type, ColumnValue value) {
        return new Column(name, new ColumnType.Raw(type, false), false, value, Optional.empty(), NONE);
    }

    static Column withDefault(String name, String type, String expression) {
        return column(name, type, new ColumnValue.Default(sql(expression)));
    }

    static Table table(String name, Column... columns) {
        return Table.of(name(name), List.of(columns), List.of(), List.of(), Optional.empty(), NONE);
    }

    static Constraint.PrimaryKey key(String name, String... columns) {
        return new Constraint.PrimaryKey(name, List.of(columns), NONE);
    }

    static Constraint.ForeignKey foreignKey(String name, String column, String target, String targetColumn) {
        return new Constraint.ForeignKey(
                name,
                List.of(column),
                name(target),
                List.of(targetColumn),
                Constraint.ReferentialAction.CASCADE,
                Constraint.ReferentialAction.NO_ACTION,
                Constraint.Deferral.NOT_DEFERRABLE,
                NONE);
    }

    static Index index(String name, boolean unique, Index.Key... keys) {
        return new Index(name, unique, "btree", List.of(keys), List.of(), false, Optional.empty(), Map.of(), NONE);
    }

    static Hierarchy.PartitionKey by(Hierarchy.Strategy strategy, String column) {
        return new Hierarchy.PartitionKey(strategy, List.of(Index.Key.of(column)), NONE);
    }

    static Hierarchy partitioned(Hierarchy.PartitionKey key, Hierarchy.Partition... partitions) {
        return new Hierarchy(List.of(), Optional.of(key), List.of(partitions), Optional.empty());
    }

    static Hierarchy.Partition partition(String name, Hierarchy.Bound bound) {
        return new Hierarchy.Partition(name(name), bound, Optional.empty(), List.of(), Optional.empty(), NONE);
    }

    static Hierarchy.Range range(String from, String to) {
        return new Hierarchy.Range(List.of(sql(from)), List.of(sql(to)));
    }

    static Trigger trigger(String name, Trigger.Timing timing, Trigger.Event event, String function) {
        return new Trigger(
                name,
                timing,
                List.of(event),
                List.of(),
                true,
                Optional.empty(),
                name(function),
                List.of(),
                false,
                Optional.empty(),
                Constraint.Deferral.NOT_DEFERRABLE,
                Optional.empty(),
                Optional.empty(),
                Trigger.Enabled.ORIGIN,
                NONE);
    }

    static Routine function(String name, String returns, String language, String body) {
        return function(name, List.of(), returns, language, body, false);
    }

    static Routine function(
            String name,
            List<Routine.Parameter> parameters,
            String returns,
            String language,
            String body,
            boolean atomic) {
        return new Routine(
                name(name),
                Routine.Kind.FUNCTION,
                parameters,
                Optional.of(returns),
                language,
                body,
                atomic,
                Routine.Volatility.VOLATILE,
                false,
                false,
                false,
                Routine.Parallel.UNSAFE,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                NONE);
    }

    static Routine.Parameter in(String name, String type) {
        return new Routine.Parameter(Routine.Mode.IN, Optional.of(name), type, Optional.empty(), NONE);
    }

    static View view(String name, String query) {
        return view(name, false, query);
    }

    static View view(String name, boolean materialized, String query) {
        return new View(
                name(name),
                materialized,
                List.of(),
                List.of(),
                sql(query),
                Map.of(),
                List.of(),
                List.of(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NONE);
    }
}
