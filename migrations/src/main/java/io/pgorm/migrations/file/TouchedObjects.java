package io.pgorm.migrations.file;

import io.pgorm.migrations.recognize.Change;
import io.pgorm.migrations.recognize.Recognize;
import io.pgorm.migrations.recognize.TableChange;
import java.util.ArrayList;
import java.util.List;

/** The objects that a statement touches, named as plans name them. Stateless. */
final class TouchedObjects {

    private TouchedObjects() {}

    static List<String> of(String sql) {
        return switch (Recognize.change(sql)) {
            case Change.AlterTable(String table, List<TableChange> clauses) -> {
                List<String> objects = new ArrayList<>();
                clauses.forEach(clause -> objects.add(of(table, clause)));
                yield objects;
            }
            case Change.CreateTable table -> List.of("table " + table.table());
            case Change.CreateIndex index -> List.of("index " + index.table() + "." + index.name());
            case Change.Create(String kind, String name) -> List.of(kind + " " + name);
            case Change.Drop(String kind, List<String> names, boolean cascade) ->
                names.stream().map(name -> kind + " " + name).toList();
            case Change.DropIndex(List<String> names, boolean concurrently) ->
                names.stream().map(name -> "index " + name).toList();
            case Change.Move(String kind, String name) -> List.of(kind + " " + name);
            case Change.Alter(String kind, String name) -> List.of(kind + " " + name);
            case Change.AddEnumValue(String type, boolean placed) -> List.of("type " + type);
            case Change.RenameEnumValue(String type) -> List.of("type " + type);
            case Change.AlterDomain(String domain, boolean constrains) -> List.of("domain " + domain);
            case Change.Truncate(List<String> tables, boolean cascade) ->
                tables.stream().map(name -> "table " + name).toList();
            case Change.WriteRows rows -> List.of("table " + rows.table());
            case Change.RefreshView(String view, boolean concurrently) -> List.of("materialized view " + view);
            case Change.UpdateExtension(String name) -> List.of("extension " + name);
            case Change.LockTable(String table) -> List.of("table " + table);
            case Change.Reindex ignored -> List.of();
            case Change.Repack ignored -> List.of();
            case Change.Permission ignored -> List.of();
            case Change.SetTimeout ignored -> List.of();
            case Change.Code ignored -> List.of();
            case Change.Other ignored -> List.of();
        };
    }

    private static String of(String table, TableChange clause) {
        return switch (clause) {
            case TableChange.AddColumn add ->
                "column " + table + "." + add.column().name();
            case TableChange.DropColumn drop -> "column " + table + "." + drop.column();
            case TableChange.ChangeType type -> "column " + table + "." + type.column();
            case TableChange.SetNotNull(String column) -> "column " + table + "." + column;
            case TableChange.DropNotNull(String column) -> "column " + table + "." + column;
            case TableChange.ChangeColumn(String column) -> "column " + table + "." + column;
            case TableChange.RenameColumn rename -> "column " + table + "." + rename.from();
            case TableChange.AddConstraint constraint -> "constraint " + table + "." + constraint.name();
            case TableChange.ValidateConstraint(String name) -> "constraint " + table + "." + name;
            case TableChange.DropConstraint drop -> "constraint " + table + "." + drop.name();
            case TableChange.RenameConstraint(String from) -> "constraint " + table + "." + from;
            case TableChange.AttachPartition(String partition) -> "table " + partition;
            case TableChange.DetachPartition detach -> "table " + detach.partition();
            case TableChange.Move ignored -> "table " + table;
            case TableChange.Rewrite ignored -> "table " + table;
            case TableChange.ChangeAccess ignored -> "table " + table;
            case TableChange.Other ignored -> "table " + table;
        };
    }
}
