package io.pgorm.client;

import javax.sql.DataSource;

/** What a feature of PostgreSQL may need to know of the client that it works with. Stateless. */
public final class FeatureAccess {

    private FeatureAccess() {}

    /** Whether calls are part of a transaction that goes on after them. */
    public static boolean isInTransaction(AbstractDb<?> db) {
        return db.context().channel().isInTransaction();
    }

    /** Where the client takes its connections from. What is borrowed there has no identity, and has to be given back clean. */
    public static DataSource pool(AbstractDb<?> db) {
        return db.context().engine().dataSource();
    }

    /** Whether the client was told that there is PgBouncer in transaction mode, or anything else that hands sessions round. */
    public static boolean sharesSessions(AbstractDb<?> db) {
        return db.context().engine().options().sessionGuard() == SessionGuard.OFF;
    }
}
