package io.pgorm.migrations.lint;

import io.pgorm.ddl.plan.Lock;
import io.pgorm.migrations.recognize.ColumnText;
import io.pgorm.migrations.recognize.ColumnText.Filling;
import io.pgorm.migrations.recognize.TableChange;
import io.pgorm.migrations.recognize.TableChange.AddConstraint;

/** The rules about the clauses of ALTER TABLE. Used by one thread, for one file. */
final class CheckTable {

    private final FileState state;
    private final Report report;

    CheckTable(FileState state, Report report) {
        this.state = state;
        this.report = report;
    }

    void check(String table, TableChange clause) {
        switch (clause) {
            case TableChange.AddColumn(ColumnText column) -> column(table, column);
            case TableChange.DropColumn(String column, boolean cascade) -> {
                report.strong(Rule.BAN_DROP_COLUMN, "column " + table + "." + column);
                if (cascade) {
                    report.strong(Rule.BAN_DROP_CASCADE, "column " + table + "." + column);
                }
            }
            case TableChange.ChangeType type -> {
                report.strong(Rule.CHANGING_COLUMN_TYPE, "column " + table + "." + type.column());
                CheckTypes.check(table, type.column(), type.type(), report);
            }
            case TableChange.SetNotNull(String column) -> {
                if (!state.isProvenNotNull(table, column)) {
                    report.strong(Rule.ADDING_NOT_NULLABLE_FIELD, "column " + table + "." + column);
                }
            }
            case TableChange.DropNotNull(String column) ->
                report.strong(Rule.BAN_DROP_NOT_NULL, "column " + table + "." + column);
            case AddConstraint constraint -> constraint(table, constraint);
            case TableChange.ValidateConstraint(String name) -> {
                if (state.wasAddedNow(table, name)) {
                    report.strong(
                            Rule.CONSTRAINT_VALIDATED_IN_THE_SAME_TRANSACTION, "constraint " + table + "." + name);
                }
                state.validated(table, name);
            }
            case TableChange.DropConstraint(String name, boolean cascade) -> {
                if (cascade) {
                    report.strong(Rule.BAN_DROP_CASCADE, "constraint " + table + "." + name);
                }
            }
            case TableChange.RenameColumn(String from, String to) ->
                report.strong(Rule.RENAMING_COLUMN, "column " + table + "." + from);
            case TableChange.Move ignored -> report.strong(Rule.RENAMING_TABLE, "table " + table);
            case TableChange.Rewrite ignored -> report.strong(Rule.REWRITING_TABLE, "table " + table);
            case TableChange.AttachPartition(String partition) -> {
                if (!state.made().has(partition)) {
                    report.strong(Rule.ATTACHING_PARTITION, "table " + partition);
                }
            }
            case TableChange.DetachPartition(String partition, boolean concurrently) -> {
                if (!concurrently) {
                    report.strong(Rule.REQUIRE_CONCURRENT_PARTITION_DETACH, "table " + partition);
                }
            }
            case TableChange.ChangeAccess ignored -> report.strong(Rule.CHANGING_PRIVILEGES, "table " + table);
            case TableChange.RenameConstraint ignored -> {}
            case TableChange.ChangeColumn ignored -> {}
            case TableChange.Other ignored -> {}
        }
    }

    private void column(String table, ColumnText column) {
        String object = "column " + table + "." + column.name();
        if (column.filling() == Filling.EACH_ROW) {
            report.strong(Rule.ADDING_FIELD_WITH_DEFAULT, object);
        }
        if (column.primaryKey()) {
            report.strong(Rule.ADDING_SERIAL_PRIMARY_KEY_FIELD, object);
        }
        if ((column.notNull() || column.primaryKey()) && column.filling() == Filling.NULL) {
            report.strong(Rule.ADDING_REQUIRED_FIELD, object);
        }
        if (column.unique()) {
            report.strong(Rule.DISALLOWED_UNIQUE_CONSTRAINT, object);
        }
        // of a column that is null in all rows PostgreSQL looks at none
        if (column.references() && column.filling() != Filling.NULL) {
            report.found(Rule.ADDING_FOREIGN_KEY_CONSTRAINT, object, Lock.SHARE_ROW_EXCLUSIVE);
        }
        if (column.check()) {
            report.strong(Rule.CONSTRAINT_MISSING_NOT_VALID, object);
        }
        CheckTypes.check(table, column, report);
    }

    private void constraint(String table, AddConstraint constraint) {
        String name = constraint.name().isEmpty() ? "" : "." + constraint.name();
        String object = (name.isEmpty() ? "table " : "constraint ") + table + name;
        state.added(table, constraint);
        switch (constraint.kind()) {
            case CHECK -> {
                if (!constraint.notValid()) {
                    report.strong(Rule.CONSTRAINT_MISSING_NOT_VALID, object);
                }
            }
            case NOT_NULL -> {
                if (!constraint.notValid()) {
                    report.strong(Rule.ADDING_NOT_NULLABLE_FIELD, object);
                }
            }
            case FOREIGN_KEY -> {
                if (!constraint.notValid()) {
                    report.found(Rule.ADDING_FOREIGN_KEY_CONSTRAINT, object, Lock.SHARE_ROW_EXCLUSIVE);
                }
            }
            case UNIQUE -> {
                if (!constraint.usingIndex()) {
                    report.strong(Rule.DISALLOWED_UNIQUE_CONSTRAINT, object);
                }
            }
            case PRIMARY_KEY -> {
                if (!constraint.usingIndex()) {
                    report.strong(Rule.ADDING_SERIAL_PRIMARY_KEY_FIELD, object);
                }
            }
            case EXCLUDE -> report.strong(Rule.ADDING_EXCLUSION_CONSTRAINT, object);
        }
    }
}
