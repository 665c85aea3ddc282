package io.pgorm.client.internal;

import io.pgorm.client.internal.Channel.ResultReader;
import java.util.ArrayList;
import java.util.List;

/** A stretch with a connection and a transaction of its own, which begins with its first round trip. */
final class OwnStretch implements Stretch {

    /** Sends over the connection of the stretch. */
    interface Sender {
        <R> R send(List<Rendered> opening, List<Rendered> statements, ResultReader<R> reader);
    }

    private final List<Rendered> opening;
    private final Sender sender;
    private final Runnable giveBack;
    private boolean begun;
    private boolean over;

    OwnStretch(List<Rendered> opening, Sender sender, Runnable giveBack) {
        this.opening = opening;
        this.sender = sender;
        this.giveBack = giveBack;
    }

    @Override
    public long number() {
        return 0;
    }

    @Override
    public boolean isOwnTransaction() {
        return true;
    }

    @Override
    public boolean outlivesItsCursors() {
        return false;
    }

    @Override
    public <R> R send(List<Rendered> statements, ResultReader<R> reader) {
        List<Rendered> first = begun ? new ArrayList<>() : opening;
        begun = true;
        return sender.send(first, statements, reader);
    }

    @Override
    public void close() {
        if (!over) {
            over = true;
            giveBack.run();
        }
    }
}
