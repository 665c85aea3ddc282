package io.pgorm.migrations.recognize;

import io.pgorm.migrations.recognize.TableChange.AddConstraint;
import java.util.List;

/** What one statement does. Names are as in {@link TokenReader#name()}. Immutable. */
public sealed interface Change {

    record AlterTable(String table, List<TableChange> clauses) implements Change {
        public AlterTable {
            clauses = List.copyOf(clauses);
        }
    }

    /** @param constraints those that stand beside the columns */
    record CreateTable(String table, boolean temporary, List<ColumnText> columns, List<AddConstraint> constraints)
            implements Change {
        public CreateTable {
            columns = List.copyOf(columns);
            constraints = List.copyOf(constraints);
        }
    }

    /**
     * @param name empty where PostgreSQL is to find one
     * @param only whether the partitions of the table are left out
     */
    record CreateIndex(String name, String table, boolean concurrently, boolean only) implements Change {}

    record DropIndex(List<String> names, boolean concurrently) implements Change {
        public DropIndex {
            names = List.copyOf(names);
        }
    }

    record Reindex(String what, boolean concurrently) implements Change {}

    /** @param kind in lower case: {@code materialized view} */
    record Create(String kind, String name) implements Change {}

    record Drop(String kind, List<String> names, boolean cascade) implements Change {
        public Drop {
            names = List.copyOf(names);
        }
    }

    /** Another name or schema for what is not a table. */
    record Move(String kind, String name) implements Change {}

    record Alter(String kind, String name) implements Change {}

    /** @param placed whether it says before or after which one */
    record AddEnumValue(String type, boolean placed) implements Change {}

    record RenameEnumValue(String type) implements Change {}

    /** @param constrains whether all rows of all tables with the domain are looked at */
    record AlterDomain(String domain, boolean constrains) implements Change {}

    record Truncate(List<String> tables, boolean cascade) implements Change {
        public Truncate {
            tables = List.copyOf(tables);
        }
    }

    record RefreshView(String view, boolean concurrently) implements Change {}

    /** VACUUM FULL and CLUSTER. */
    record Repack(String what) implements Change {}

    /** @param filtered whether it says which rows */
    record WriteRows(String verb, String table, boolean filtered) implements Change {}

    /**
     * Who may do what.
     *
     * @param on the objects that it is about, where it names them
     */
    record Permission(String what, List<String> on) implements Change {
        public Permission {
            on = List.copyOf(on);
        }
    }

    record UpdateExtension(String name) implements Change {}

    record LockTable(String table) implements Change {}

    /** @param name {@code lock_timeout} or {@code statement_timeout} */
    record SetTimeout(String name) implements Change {}

    /** Code in another language, which may do anything. */
    record Code() implements Change {}

    record Other() implements Change {}
}
