package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table as the database holds it.
 *
 * @param columns in order
 * @param constraints in the order primary key, unique, check, exclusion, foreign keys, others
 * @param comment the documentation of the model
 * @param span the model, or the relation that implies it
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        RowSecurity rowSecurity,
        List<Policy> policies,
        List<Trigger> triggers,
        TableStorage storage,
        Hierarchy hierarchy,
        Optional<String> comment,
        SourceSpan span)
        implements SchemaObject {

    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        policies = List.copyOf(policies);
        triggers = List.copyOf(triggers);
    }

    /** A plain table: stored as usual, without policies and triggers, part of no hierarchy. */
    public static Table of(
            QualifiedName name,
            List<Column> columns,
            List<Constraint> constraints,
            List<Index> indexes,
            Optional<String> comment,
            SourceSpan span) {
        return new Table(
                name,
                columns,
                constraints,
                indexes,
                RowSecurity.DISABLED,
                List.of(),
                List.of(),
                TableStorage.DEFAULT,
                Hierarchy.NONE,
                comment,
                span);
    }

    public Optional<Constraint.PrimaryKey> primaryKey() {
        return constraintsOf(Constraint.PrimaryKey.class).findFirst();
    }

    public List<Constraint.Unique> uniques() {
        return constraintsOf(Constraint.Unique.class).toList();
    }

    public List<Constraint.Check> checks() {
        return constraintsOf(Constraint.Check.class).toList();
    }

    public List<Constraint.ForeignKey> foreignKeys() {
        return constraintsOf(Constraint.ForeignKey.class).toList();
    }

    private <C extends Constraint> Stream<C> constraintsOf(Class<C> kind) {
        return constraints.stream().filter(kind::isInstance).map(kind::cast);
    }

    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    public Table withColumns(List<Column> newColumns) {
        return new Table(
                name,
                newColumns,
                constraints,
                indexes,
                rowSecurity,
                policies,
                triggers,
                storage,
                hierarchy,
                comment,
                span);
    }

    public Table withConstraints(List<Constraint> newConstraints) {
        return new Table(
                name,
                columns,
                newConstraints,
                indexes,
                rowSecurity,
                policies,
                triggers,
                storage,
                hierarchy,
                comment,
                span);
    }

    public Table withIndexes(List<Index> newIndexes) {
        return new Table(
                name,
                columns,
                constraints,
                newIndexes,
                rowSecurity,
                policies,
                triggers,
                storage,
                hierarchy,
                comment,
                span);
    }

    public Table withRowSecurity(RowSecurity newRowSecurity, List<Policy> newPolicies) {
        return new Table(
                name,
                columns,
                constraints,
                indexes,
                newRowSecurity,
                newPolicies,
                triggers,
                storage,
                hierarchy,
                comment,
                span);
    }

    public Table withTriggers(List<Trigger> newTriggers) {
        return new Table(
                name,
                columns,
                constraints,
                indexes,
                rowSecurity,
                policies,
                newTriggers,
                storage,
                hierarchy,
                comment,
                span);
    }

    public Table withStorage(TableStorage newStorage) {
        return new Table(
                name,
                columns,
                constraints,
                indexes,
                rowSecurity,
                policies,
                triggers,
                newStorage,
                hierarchy,
                comment,
                span);
    }

    public Table withHierarchy(Hierarchy newHierarchy) {
        return new Table(
                name,
                columns,
                constraints,
                indexes,
                rowSecurity,
                policies,
                triggers,
                storage,
                newHierarchy,
                comment,
                span);
    }
}
