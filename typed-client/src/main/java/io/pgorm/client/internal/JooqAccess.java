package io.pgorm.client.internal;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** jOOQ contexts over our connections: same identity, same errors. */
final class JooqAccess {

    private JooqAccess() {}

    /** A connection for each statement; with an identity, in a transaction of its own. */
    static DSLContext overPool(PooledChannel pool, Identity identity, Wire wire) {
        Suspicion suspicion = new Suspicion(wire.guard());
        JooqConnections.OverPool connections = new JooqConnections.OverPool(pool, identity, wire, suspicion);
        return DSL.using(configuration()
                .set(connections)
                .set(new JooqTransactions.OverPool(pool, identity, wire))
                .set(new JooqListener(wire, identity, suspicion, connections, pool::wrote)));
    }

    /** The connection of a transaction. */
    static DSLContext overTransaction(TransactionChannel transaction, Identity identity, Wire wire) {
        Suspicion suspicion = new Suspicion(wire.guard());
        return DSL.using(configuration()
                .set(new JooqConnections.OverTransaction(transaction, identity, suspicion))
                .set(new JooqTransactions.Savepoints(transaction))
                .set(new JooqListener(wire, identity, suspicion, null, transaction::wrote)));
    }

    private static DefaultConfiguration configuration() {
        DefaultConfiguration configuration = new DefaultConfiguration();
        configuration.set(SQLDialect.POSTGRES);
        configuration.set(Rendering.settings());
        return configuration;
    }
}
