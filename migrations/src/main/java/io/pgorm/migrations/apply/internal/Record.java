package io.pgorm.migrations.apply.internal;

import java.sql.SQLException;

/** What the history is told of one file. Each method is called within a transaction that it shares with what it tells. */
interface Record {

    /** A file of several steps is about to do something. */
    void begun() throws SQLException;

    /** All of it is done. */
    void completed(long milliseconds) throws SQLException;
}
