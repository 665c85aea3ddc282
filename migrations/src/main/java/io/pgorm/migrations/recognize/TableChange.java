package io.pgorm.migrations.recognize;

import java.util.List;

/** One clause of ALTER TABLE. Immutable. */
public sealed interface TableChange {

    record AddColumn(ColumnText column) implements TableChange {}

    record DropColumn(String column, boolean cascade) implements TableChange {}

    /** @param using whether an expression converts the values */
    record ChangeType(String column, String type, boolean using) implements TableChange {}

    record SetNotNull(String column) implements TableChange {}

    record DropNotNull(String column) implements TableChange {}

    /** A clause about a column that neither looks at the rows nor writes them. */
    record ChangeColumn(String column) implements TableChange {}

    /**
     * @param name empty where PostgreSQL is to find one
     * @param notNullOf the columns that it says are not null, where that is all that a check says
     */
    record AddConstraint(String name, ConstraintKind kind, boolean notValid, boolean usingIndex, List<String> notNullOf)
            implements TableChange {
        public AddConstraint {
            notNullOf = List.copyOf(notNullOf);
        }
    }

    record ValidateConstraint(String name) implements TableChange {}

    record DropConstraint(String name, boolean cascade) implements TableChange {}

    record RenameColumn(String from, String to) implements TableChange {}

    record RenameConstraint(String from) implements TableChange {}

    /** A new name or another schema. */
    record Move(String to) implements TableChange {}

    /** What writes all rows anew: LOGGED, UNLOGGED, another access method or tablespace. */
    record Rewrite(String what) implements TableChange {}

    record AttachPartition(String partition) implements TableChange {}

    record DetachPartition(String partition, boolean concurrently) implements TableChange {}

    /** Row level security is switched, or the owner is another. */
    record ChangeAccess(String what) implements TableChange {}

    record Other() implements TableChange {}

    /** Kinds of constraints. */
    enum ConstraintKind {
        CHECK,
        FOREIGN_KEY,
        UNIQUE,
        PRIMARY_KEY,
        EXCLUDE,
        NOT_NULL
    }
}
