package io.pgorm.ir;

/** Where the value of a column comes from when an INSERT does not give one. */
public sealed interface ColumnValue {

    /** From nowhere: NULL, or an error where the column is required. A {@code Serial} has its sequence. */
    record None() implements ColumnValue {}

    /** A default expression. */
    record Default(SqlText expression) implements ColumnValue {}

    /** An identity. {@code always}: PostgreSQL refuses a value that a client gives. */
    record Identity(boolean always) implements ColumnValue {}

    /** A stored generated column; a client can never write it. */
    record Generated(SqlText expression) implements ColumnValue {}

    ColumnValue NONE = new None();
}
