package io.pgorm.client;

import io.pgorm.client.internal.Channel;
import io.pgorm.client.internal.Identity;

/**
 * Where calls go and for whom. Made by {@link AbstractDb}, handed on by generated code.
 *
 * @param channel the pool, or the connection of a transaction
 * @param identity who asks
 * @param cursorKey signs the cursors of pages
 */
public record DbContext(Channel channel, Identity identity, CursorKey cursorKey) {

    /** The same way for somebody else. */
    public DbContext as(Identity newIdentity) {
        return new DbContext(channel, newIdentity, cursorKey);
    }

    DbContext over(Channel newChannel) {
        return new DbContext(newChannel, identity, cursorKey);
    }
}
