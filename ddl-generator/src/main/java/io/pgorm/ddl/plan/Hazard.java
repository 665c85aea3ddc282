package io.pgorm.ddl.plan;

/**
 * What may hurt in a statement. The names are codes that people put into their build files: they never change. Those
 * that pg-schema-diff has too mean what they mean there: a lock is a hazard where it is held for a time that grows with
 * the rows, not where the statement is over in a moment.
 */
public enum Hazard {
    DELETES_DATA("rows or values are gone afterwards"),
    REWRITES_TABLE("the whole table is written anew, and nobody can read it meanwhile"),
    ACQUIRES_ACCESS_EXCLUSIVE_LOCK(
            "reads and writes of the table wait until it is done, which takes the longer the more rows there are"),
    ACQUIRES_SHARE_LOCK("writes of the table wait until it is done, which takes the longer the more rows there are"),
    ACQUIRES_SHARE_ROW_EXCLUSIVE_LOCK(
            "writes of the table, and of the one it refers to, wait until it is done, which takes the longer the more"
                    + " rows there are"),
    INDEX_BUILD("an index is built, which takes time, disk and memory of the server"),
    INDEX_DROPPED("queries that used the index get slower"),
    IMPACTS_DATABASE_PERFORMANCE("the server is busy with it for a while"),
    AUTHZ_UPDATE("who may see or do what changes"),
    CORRECTNESS("the result may not be what is expected, and the server will not say so"),
    HAS_UNTRACKABLE_DEPENDENCIES("PostgreSQL does not know all that this needs, so the order may be wrong"),
    UPGRADING_EXTENSION_VERSION("another version of an extension may behave in another way"),
    MAY_FAIL_ON_DATA("whether it succeeds depends on the rows that are there"),
    BREAKS_RUNNING_APP("an application that knows only the version before may stop working"),
    IRREVERSIBLE("no statement brings back all that it takes away");

    private final String why;

    Hazard(String why) {
        this.why = why;
    }

    /** One line that says what may happen. */
    public String why() {
        return why;
    }
}
