package io.pgorm.ir;

import java.util.Optional;

/** Where the value of a column comes from when an INSERT does not give one. */
public sealed interface ColumnValue {

    /** From nowhere: NULL, or an error where the column is required. A {@code Serial} has its sequence. */
    record None() implements ColumnValue {}

    /** A default expression. */
    record Default(SqlText expression) implements ColumnValue {}

    /**
     * An identity.
     *
     * @param always whether PostgreSQL refuses a value that a client gives
     * @param sequence the name of its sequence, where it is not the one PostgreSQL would choose
     */
    record Identity(boolean always, SequenceOptions options, Optional<QualifiedName> sequence) implements ColumnValue {
        public Identity(boolean always) {
            this(always, SequenceOptions.DEFAULT, Optional.empty());
        }
    }

    /**
     * A generated column; a client can never write it.
     *
     * @param stored false for one that is computed when it is read (PostgreSQL 18)
     */
    record Generated(SqlText expression, boolean stored) implements ColumnValue {
        public Generated(SqlText expression) {
            this(expression, true);
        }
    }

    ColumnValue NONE = new None();
}
