package io.pgorm.client;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How to reach the database. Immutable; each {@code with} method returns a new value. The password is never part of
 * {@code toString}.
 *
 * @param url a JDBC URL, {@code jdbc:postgresql://host/database}
 * @param poolSize the most connections open at a time
 * @param connectionTimeout how long a call waits for a free connection
 * @param roles the roles that a session may take on; a role comes from a request, so that none is allowed unless named
 * @param statementListener is told the text of every round trip before it is sent, with {@code ?} for each value; it
 *     must be quick and safe for use by several threads
 * @param cursorKey signs the cursors of pages
 */
public record ConnectionOptions(
        String url,
        String user,
        String password,
        int poolSize,
        Duration connectionTimeout,
        Set<String> roles,
        Consumer<String> statementListener,
        CursorKey cursorKey) {

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
        roles = Set.copyOf(roles);
    }

    /** With a pool of 10, a wait of 30 seconds at most, and no role to take on. */
    public static ConnectionOptions of(String url, String user, String password) {
        return new ConnectionOptions(
                url,
                user,
                password,
                DEFAULT_POOL_SIZE,
                DEFAULT_CONNECTION_TIMEOUT,
                Set.of(),
                sql -> {},
                CursorKey.random());
    }

    public ConnectionOptions withPoolSize(int connections) {
        return new ConnectionOptions(
                url, user, password, connections, connectionTimeout, roles, statementListener, cursorKey);
    }

    public ConnectionOptions withConnectionTimeout(Duration timeout) {
        return new ConnectionOptions(url, user, password, poolSize, timeout, roles, statementListener, cursorKey);
    }

    public ConnectionOptions withRoles(String... allowed) {
        return new ConnectionOptions(
                url, user, password, poolSize, connectionTimeout, Set.of(allowed), statementListener, cursorKey);
    }

    public ConnectionOptions withStatementListener(Consumer<String> listener) {
        return new ConnectionOptions(url, user, password, poolSize, connectionTimeout, roles, listener, cursorKey);
    }

    /** With a key that other processes have too; without it, cursors are good for this process only. */
    public ConnectionOptions withCursorKey(CursorKey key) {
        return new ConnectionOptions(url, user, password, poolSize, connectionTimeout, roles, statementListener, key);
    }

    @Override
    public String toString() {
        return "ConnectionOptions[" + url.replaceAll("(?i)(password=)[^&]*", "$1***") + ", " + user + "]";
    }
}
