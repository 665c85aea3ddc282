package io.pgorm.client.internal;

import io.pgorm.client.internal.Channel.ResultReader;
import io.pgorm.client.internal.Channel.Scope;
import java.util.List;

/** A stretch of the caller's transaction. Its cursors have numbers, because several may be open. */
record TransactionStretch(TransactionChannel channel, Identity identity, long number, Runnable release)
        implements Stretch {

    private static final Object[] NOTHING = {};

    @Override
    public boolean isOwnTransaction() {
        return false;
    }

    @Override
    public boolean outlivesItsCursors() {
        return channel.canGoOn();
    }

    @Override
    public <R> R send(List<Rendered> statements, ResultReader<R> reader) {
        return channel.send(identity, Scope.STATEMENT, statements, NOTHING, reader);
    }

    @Override
    public void close() {
        release.run();
    }
}
