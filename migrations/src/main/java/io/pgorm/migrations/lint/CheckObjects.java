package io.pgorm.migrations.lint;

import io.pgorm.ddl.plan.Lock;
import io.pgorm.migrations.recognize.Change;
import java.util.List;
import java.util.Set;

/** The rules about statements that are not ALTER TABLE. Used by one thread, for one statement. */
final class CheckObjects {

    /** Nothing that an application uses by its name. */
    private static final Set<String> UNSEEN = Set.of("trigger", "rule", "statistics", "event trigger", "index");

    private final FileState state;
    private final Report report;
    private final boolean inTransaction;

    CheckObjects(FileState state, Report report, boolean inTransaction) {
        this.state = state;
        this.report = report;
        this.inTransaction = inTransaction;
    }

    void check(Change change) {
        switch (change) {
            case Change.CreateIndex index -> index(index);
            case Change.DropIndex(List<String> names, boolean concurrently) ->
                names.forEach(name -> dropIndex(name, concurrently));
            case Change.Reindex(String what, boolean concurrently) -> {
                if (!concurrently) {
                    report.strong(Rule.REQUIRE_CONCURRENT_REINDEX, what);
                } else if (inTransaction) {
                    outside(what);
                }
            }
            case Change.Drop drop -> drop.names().forEach(name -> drop(drop.kind(), name, drop.cascade()));
            case Change.Move(String kind, String name) -> {
                if (!state.made().has(name) && !UNSEEN.contains(kind)) {
                    report.found(Rule.RENAMING_OBJECT, kind + " " + name, Lock.NONE);
                }
            }
            case Change.AddEnumValue(String type, boolean placed) -> {
                if (!placed) {
                    report.found(Rule.REQUIRE_ENUM_VALUE_ORDERING, "type " + type, Lock.NONE);
                }
            }
            case Change.RenameEnumValue(String type) -> report.found(Rule.RENAMING_OBJECT, "type " + type, Lock.NONE);
            case Change.AlterDomain(String domain, boolean constrains) -> {
                if (constrains && !state.made().has(domain)) {
                    report.found(Rule.BAN_ALTER_DOMAIN_WITH_ADD_CONSTRAINT, "domain " + domain, Lock.SHARE);
                }
            }
            case Change.Truncate(List<String> tables, boolean cascade) ->
                tables.stream()
                        .filter(table -> cascade || !state.made().has(table))
                        .forEach(table -> report.strong(
                                cascade ? Rule.BAN_TRUNCATE_CASCADE : Rule.TRUNCATING_TABLE, "table " + table));
            case Change.RefreshView(String view, boolean concurrently) -> {
                if (!concurrently && !state.made().has(view)) {
                    report.strong(Rule.REQUIRE_CONCURRENT_REFRESH, "materialized view " + view);
                }
            }
            case Change.Repack(String what) -> report.strong(Rule.PREFER_REPACK, what);
            case Change.WriteRows rows -> rows(rows);
            case Change.Permission(String what, List<String> on) -> {
                if (on.isEmpty() || !on.stream().allMatch(state.made()::has)) {
                    report.found(Rule.CHANGING_PRIVILEGES, what, Lock.NONE);
                }
            }
            case Change.UpdateExtension(String name) ->
                report.found(Rule.UPDATING_EXTENSION, "extension " + name, Lock.NONE);
            case Change.LockTable(String table) -> report.strong(Rule.LOCKING_TABLE, "table " + table);
            case Change.Code ignored -> report.found(Rule.NOT_LOOKED_INTO, "code", Lock.NONE);
            case Change.AlterTable ignored -> {}
            case Change.CreateTable ignored -> {}
            case Change.Create ignored -> {}
            case Change.Alter ignored -> {}
            case Change.SetTimeout ignored -> {}
            case Change.Other ignored -> {}
        }
    }

    private void index(Change.CreateIndex index) {
        String object = index.name().isEmpty() ? "index of " + index.table() : "index " + index.name();
        if (index.concurrently() && inTransaction) {
            outside(object);
        }
        // ON ONLY makes the index of a partitioned table without any rows
        if (!index.concurrently() && !index.only() && !state.made().has(index.table())) {
            report.found(Rule.REQUIRE_CONCURRENT_INDEX_CREATION, object, Lock.SHARE);
        }
    }

    private void dropIndex(String name, boolean concurrently) {
        if (concurrently && inTransaction) {
            outside("index " + name);
        }
        if (!concurrently && !state.made().has(name)) {
            report.strong(Rule.REQUIRE_CONCURRENT_INDEX_DELETION, "index " + name);
        }
    }

    private void outside(String object) {
        report.found(Rule.BAN_CONCURRENT_INDEX_CREATION_IN_TRANSACTION, object, Lock.NONE);
    }

    private void drop(String kind, String name, boolean cascade) {
        String object = kind + " " + name;
        if (cascade) {
            report.strong(Rule.BAN_DROP_CASCADE, object);
        }
        if (state.made().has(name)) {
            return;
        }
        switch (kind) {
            case "table", "foreign table" -> report.strong(Rule.BAN_DROP_TABLE, object);
            case "database" -> report.found(Rule.BAN_DROP_DATABASE, object, Lock.NONE);
            case "role", "user" -> report.found(Rule.CHANGING_PRIVILEGES, object, Lock.NONE);
            case "view", "materialized view" -> report.strong(Rule.BAN_DROP_OBJECT, object);
            default -> {
                if (!UNSEEN.contains(kind)) {
                    report.found(Rule.BAN_DROP_OBJECT, object, Lock.NONE);
                }
            }
        }
    }

    private void rows(Change.WriteRows rows) {
        if (state.made().has(rows.table())) {
            return;
        }
        if (rows.verb().equals("delete")) {
            report.found(Rule.DELETING_ROWS, "table " + rows.table(), Lock.ROW_EXCLUSIVE);
        } else if (!rows.filtered()) {
            report.found(Rule.UPDATING_ALL_ROWS, "table " + rows.table(), Lock.ROW_EXCLUSIVE);
        }
    }
}
