package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * A table as the database holds it.
 *
 * @param columns in order
 * @param comment the documentation of the model
 * @param span the model, or the relation that implies it
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        Optional<Constraint.PrimaryKey> primaryKey,
        List<Constraint.Unique> uniques,
        List<Constraint.Check> checks,
        List<Constraint.ForeignKey> foreignKeys,
        List<Index> indexes,
        RowSecurity rowSecurity,
        List<Policy> policies,
        Optional<String> comment,
        SourceSpan span) {

    public Table {
        columns = List.copyOf(columns);
        uniques = List.copyOf(uniques);
        checks = List.copyOf(checks);
        foreignKeys = List.copyOf(foreignKeys);
        indexes = List.copyOf(indexes);
        policies = List.copyOf(policies);
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
                primaryKey,
                uniques,
                checks,
                foreignKeys,
                indexes,
                rowSecurity,
                policies,
                comment,
                span);
    }

    public Table withIndexes(List<Index> newIndexes) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniques,
                checks,
                foreignKeys,
                newIndexes,
                rowSecurity,
                policies,
                comment,
                span);
    }

    public Table withRowSecurity(RowSecurity newRowSecurity, List<Policy> newPolicies) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniques,
                checks,
                foreignKeys,
                indexes,
                newRowSecurity,
                newPolicies,
                comment,
                span);
    }
}
