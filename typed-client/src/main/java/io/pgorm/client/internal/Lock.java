package io.pgorm.client.internal;

import org.jooq.Select;
import org.jooq.SelectForUpdateOfStep;
import org.jooq.SelectForUpdateStep;
import org.jooq.SelectForUpdateWaitStep;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The lock that a read takes on each row it gives, until the transaction ends. */
public record Lock(Strength strength, Wait whenLocked) {

    /** As PostgreSQL names them, the strongest first. */
    public enum Strength {
        UPDATE,
        NO_KEY_UPDATE,
        SHARE,
        KEY_SHARE
    }

    /** What is done about a row that somebody else has locked. */
    public enum Wait {
        WAIT,
        NO_WAIT,
        SKIP_LOCKED
    }

    /** The query with the lock on rows of one table only: what is joined for reading is not locked. */
    Select<?> on(SelectForUpdateStep<?> select, Table<?> table) {
        SelectForUpdateOfStep<?> locking = switch (strength) {
            case UPDATE -> select.forUpdate();
            case NO_KEY_UPDATE -> select.forNoKeyUpdate();
            case SHARE -> select.forShare();
            case KEY_SHARE -> select.forKeyShare();
        };
        SelectForUpdateWaitStep<?> ofTable = locking.of(table);
        return switch (whenLocked) {
            case WAIT -> ofTable;
            case NO_WAIT -> ofTable.noWait();
            case SKIP_LOCKED -> ofTable.skipLocked();
        };
    }

    /**
     * The lock with another answer to a row that is locked already.
     *
     * @throws IllegalStateException if there is no lock to wait for
     */
    public static Lock waiting(@Nullable Lock lock, Wait wait) {
        if (lock == null) {
            throw new IllegalStateException("skipLocked() and noWait() say what a lock does; say forUpdate(),"
                    + " forNoKeyUpdate(), forShare() or forKeyShare() first");
        }
        return new Lock(lock.strength, wait);
    }

    /**
     * @throws IllegalStateException outside a transaction: the lock would be gone before the caller has the rows
     */
    public static void requireTransaction(Channel channel) {
        if (!channel.isInTransaction()) {
            throw new IllegalStateException("a lock lasts until its transaction ends, and here is none;"
                    + " read inside db.transaction(tx -> ...), by the handle that it gives");
        }
    }
}
