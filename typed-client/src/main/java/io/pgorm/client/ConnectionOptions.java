package io.pgorm.client;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How to reach the database. Immutable; each {@code with} method returns a new value. The password is never part of
 * {@code toString}.
 *
 * @param url a JDBC URL, {@code jdbc:postgresql://host/database}
 * @param poolSize the most connections open at a time
 * @param connectionTimeout how long a call waits for a free connection
 * @param client what the client does around its calls
 */
public record ConnectionOptions(
        String url, String user, String password, int poolSize, Duration connectionTimeout, ClientOptions client) {

    private static final int DEFAULT_POOL_SIZE = 10;
    private static final Duration DEFAULT_CONNECTION_TIMEOUT = Duration.ofSeconds(30);

    /**
     * @throws IllegalArgumentException if the URL is none of PostgreSQL's, or asks for {@code preferQueryMode=simple},
     *     in which values become SQL text
     */
    public ConnectionOptions {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("a JDBC URL of PostgreSQL starts with jdbc:postgresql:");
        }
        if (url.toLowerCase(Locale.ROOT).contains("preferquerymode=simple")) {
            throw new IllegalArgumentException(
                    "preferQueryMode=simple puts values into the SQL text; leave it out (the default is extended)");
        }
        if (poolSize < 1) {
            throw new IllegalArgumentException("a pool has at least one connection, not " + poolSize);
        }
    }

    /** With a pool of 10, a wait of 30 seconds at most, and no role to take on. */
    public static ConnectionOptions of(String url, String user, String password) {
        return new ConnectionOptions(
                url, user, password, DEFAULT_POOL_SIZE, DEFAULT_CONNECTION_TIMEOUT, ClientOptions.defaults());
    }

    public ConnectionOptions withPoolSize(int connections) {
        return new ConnectionOptions(url, user, password, connections, connectionTimeout, client);
    }

    public ConnectionOptions withConnectionTimeout(Duration timeout) {
        return new ConnectionOptions(url, user, password, poolSize, timeout, client);
    }

    /** What the client does around its calls. */
    public ConnectionOptions withClient(ClientOptions options) {
        return new ConnectionOptions(url, user, password, poolSize, connectionTimeout, options);
    }

    /** As {@link ClientOptions#withRoles}. */
    public ConnectionOptions withRoles(String... allowed) {
        return withClient(client.withRoles(allowed));
    }

    /** As {@link ClientOptions#withStatementListener}. */
    public ConnectionOptions withStatementListener(Consumer<String> listener) {
        return withClient(client.withStatementListener(listener));
    }

    /** As {@link ClientOptions#withCursorKey}. */
    public ConnectionOptions withCursorKey(CursorKey key) {
        return withClient(client.withCursorKey(key));
    }

    @Override
    public String toString() {
        return "ConnectionOptions[" + url.replaceAll("(?i)(password=)[^&]*", "$1***") + ", " + user + "]";
    }
}
