package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;

/** A constraint of a table. */
public sealed interface Constraint {

    /** Its name in the database. */
    String name();

    /** What in the schema asked for it. */
    SourceSpan span();

    /** When a constraint is checked. */
    enum Deferral {
        NOT_DEFERRABLE,
        DEFERRABLE,
        INITIALLY_DEFERRED
    }

    /** The primary key. */
    record PrimaryKey(String name, List<String> columns, SourceSpan span) implements Constraint {
        public PrimaryKey {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A unique constraint. One with a condition is a unique {@link Index} instead, as in PostgreSQL.
     *
     * @param nullsNotDistinct whether two NULLs count as equal (PostgreSQL 15)
     * @param include columns carried by its index only
     */
    record Unique(
            String name,
            List<String> columns,
            boolean nullsNotDistinct,
            List<String> include,
            Deferral deferral,
            SourceSpan span)
            implements Constraint {
        public Unique {
            columns = List.copyOf(columns);
            include = List.copyOf(include);
        }
    }

    /** A condition that each row satisfies or for which it is NULL. */
    record Check(String name, SqlText expression, SourceSpan span) implements Constraint {}

    /**
     * A foreign key.
     *
     * @param columns columns of this table
     * @param target the table it points to
     * @param targetColumns columns there, in the order of {@code columns}
     */
    record ForeignKey(
            String name,
            List<String> columns,
            QualifiedName target,
            List<String> targetColumns,
            ReferentialAction onDelete,
            ReferentialAction onUpdate,
            Deferral deferral,
            SourceSpan span)
            implements Constraint {
        public ForeignKey {
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
        }
    }

    /** What happens to the row that points when the row that is pointed to goes or changes its key. */
    enum ReferentialAction {
        NO_ACTION("NO ACTION"),
        RESTRICT("RESTRICT"),
        CASCADE("CASCADE"),
        SET_NULL("SET NULL"),
        SET_DEFAULT("SET DEFAULT");

        private final String sql;

        ReferentialAction(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }
}
