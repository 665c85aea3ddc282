package io.pgorm.ddl.plan;

/**
 * The strongest lock that a statement takes on a relation that was there before, weakest first. Names and conflicts are
 * those of PostgreSQL's documentation, "Explicit Locking".
 */
public enum Lock {
    /** Nothing that anybody else uses. */
    NONE,
    ACCESS_SHARE,
    ROW_SHARE,
    ROW_EXCLUSIVE,
    /** Against other changes of the table and VACUUM; reads and writes go on. */
    SHARE_UPDATE_EXCLUSIVE,
    /** Writes wait. */
    SHARE,
    /** Writes wait, and other changes. */
    SHARE_ROW_EXCLUSIVE,
    /** Everything but plain reads waits. */
    EXCLUSIVE,
    /** Everything waits, reads too. */
    ACCESS_EXCLUSIVE
}
