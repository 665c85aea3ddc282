package io.pgorm.cli;

/** What is done where something that goes looks like something that comes; the names are what people type. */
public enum RenameMode {
    /** It is told. */
    note,
    /** There is no plan until the schema says which it is. */
    strict
}
