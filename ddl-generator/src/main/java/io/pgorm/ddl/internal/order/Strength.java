package io.pgorm.ddl.internal.order;

/** How sure it is that a step has to wait for another, strongest first. */
public enum Strength {
    /** The schema says so. */
    HARD,
    /** SQL that PostgreSQL resolves when it runs the step has the name in it. */
    NAMED,
    /** The body of a routine has the name in it; PostgreSQL can be told not to look. */
    BODY
}
