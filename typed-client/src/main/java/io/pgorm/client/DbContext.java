package io.pgorm.client;

import io.pgorm.client.internal.Channel;
import io.pgorm.client.internal.Identity;
import java.sql.Connection;
import java.time.Duration;

/**
 * Where calls go and for whom. Made by {@link AbstractDb}, handed on by generated code.
 *
 * @param channel the pool, or the connection of a transaction
 * @param identity who asks
 * @param engine what it all belongs to
 */
public record DbContext(Channel channel, Identity identity, Engine engine) {

    /** The same way for somebody else. */
    public DbContext as(Identity newIdentity) {
        return new DbContext(channel, newIdentity, engine);
    }

    /** Signs the cursors of pages. */
    CursorKey cursorKey() {
        return engine.options().cursorKey();
    }

    /** @throws IllegalArgumentException if it is less than a millisecond */
    DbContext withTimeout(Duration limit) {
        if (limit.toMillis() < 1) {
            throw new IllegalArgumentException("a timeout is at least one millisecond, not " + limit);
        }
        return over(channel.withTimeout(limit));
    }

    /** Not API: for the same caller by another way. */
    public DbContext over(Channel newChannel) {
        return new DbContext(newChannel, identity, engine);
    }

    DbContext on(Connection connection) {
        return over(engine.on(connection));
    }
}
