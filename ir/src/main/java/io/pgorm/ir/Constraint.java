package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

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

    /**
     * The primary key.
     *
     * @param include columns carried by its index only
     */
    record PrimaryKey(String name, List<String> columns, List<String> include, Deferral deferral, SourceSpan span)
            implements Constraint {
        public PrimaryKey {
            columns = List.copyOf(columns);
            include = List.copyOf(include);
        }

        public PrimaryKey(String name, List<String> columns, SourceSpan span) {
            this(name, columns, List.of(), Deferral.NOT_DEFERRABLE, span);
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

    /**
     * A condition that each row satisfies or for which it is NULL.
     *
     * @param inherited false for NO INHERIT, which leaves child tables out
     * @param validated false for NOT VALID: rows that were there before it are not known to satisfy it
     */
    record Check(String name, SqlText expression, boolean inherited, boolean validated, SourceSpan span)
            implements Constraint {
        public Check(String name, SqlText expression, SourceSpan span) {
            this(name, expression, true, true, span);
        }
    }

    /**
     * An exclusion: no two rows for which all the operators give true.
     *
     * @param method the access method of its index, in lower case
     * @param where the condition that rows must satisfy to be concerned
     */
    record Exclusion(
            String name,
            String method,
            List<Element> elements,
            List<String> include,
            Optional<SqlText> where,
            Deferral deferral,
            SourceSpan span)
            implements Constraint {
        public Exclusion {
            elements = List.copyOf(elements);
            include = List.copyOf(include);
        }

        /**
         * @param operator as it stands behind WITH, {@code &&} or {@code OPERATOR(s.&&)}
         */
        public record Element(Index.Key key, String operator) {}
    }

    /** A constraint for whose form there is no record here: what stands behind its name in DDL. */
    record Other(String name, SqlText definition, SourceSpan span) implements Constraint {}

    /**
     * A foreign key.
     *
     * @param columns columns of this table
     * @param target the table it points to
     * @param targetColumns columns there, in the order of {@code columns}
     * @param matchFull whether all columns are NULL or none
     * @param validated false for NOT VALID: rows that were there before it are not known to satisfy it
     */
    record ForeignKey(
            String name,
            List<String> columns,
            QualifiedName target,
            List<String> targetColumns,
            ReferentialAction onDelete,
            ReferentialAction onUpdate,
            Deferral deferral,
            boolean matchFull,
            boolean validated,
            SourceSpan span)
            implements Constraint {
        public ForeignKey(
                String name,
                List<String> columns,
                QualifiedName target,
                List<String> targetColumns,
                ReferentialAction onDelete,
                ReferentialAction onUpdate,
                Deferral deferral,
                SourceSpan span) {
            this(name, columns, target, targetColumns, onDelete, onUpdate, deferral, false, true, span);
        }

        public ForeignKey {
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
        }

        /** The same key, which all rows are known to satisfy. */
        public ForeignKey asValidated() {
            return new ForeignKey(
                    name, columns, target, targetColumns, onDelete, onUpdate, deferral, matchFull, true, span);
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
