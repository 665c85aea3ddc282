package io.pgorm.client;

/** How much a transaction sees of others. READ UNCOMMITTED is READ COMMITTED in PostgreSQL. */
public enum Isolation {
    /** Each statement sees what was committed before it began. */
    READ_COMMITTED("READ COMMITTED"),
    /** All statements see what was committed before the first one. */
    REPEATABLE_READ("REPEATABLE READ"),
    /** As if transactions came one after the other; expect to be run again. */
    SERIALIZABLE("SERIALIZABLE");

    private final String sql;

    Isolation(String sql) {
        this.sql = sql;
    }

    /** As SQL says it. */
    public String sql() {
        return sql;
    }
}
