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
        JooqConnections.OverPool connections = new JooqConnections.OverPool(pool, identity, wire);
        return DSL.using(configuration()
                .set(connections)
                .set(new JooqTransactions.OverPool(pool, identity, wire))
                .set(new JooqListener(wire, connections)));
    }

    /** The connection of a transaction. */
    static DSLContext overTransaction(TransactionChannel transaction, Identity identity, Wire wire) {
        return DSL.using(configuration()
                .set(new JooqConnections.OverTransaction(transaction, identity))
                .set(new JooqTransactions.Savepoints(transaction))
                .set(new JooqListener(wire, null)));
    }

    private static DefaultConfiguration configuration() {
        DefaultConfiguration configuration = new DefaultConfiguration();
        configuration.set(SQLDialect.POSTGRES);
        configuration.set(Rendering.settings());
        return configuration;
    }
}
