package io.pgorm.it.generate;

import io.pgorm.client.ConnectionOptions;

/** What an application does with a client that did not exist when the tests were compiled. */
public interface Scenario {

    /** @param options a weak role in a database that holds the schema */
    default void run(ConnectionOptions options) throws Exception {
        throw new IllegalStateException(getClass() + " runs as nobody");
    }

    /**
     * @param options a weak role in a database that holds the schema
     * @param superuser who made that database
     */
    default void run(ConnectionOptions options, ConnectionOptions superuser) throws Exception {
        run(options);
    }
}
