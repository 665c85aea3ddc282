package io.pgorm.features.notify.internal;

import io.pgorm.features.notify.Event;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the events of a mailbox to a callback, until it is closed. */
public final class Drain {

    private static final Logger LOG = LoggerFactory.getLogger("io.pgorm.features.notify");

    private Drain() {}

    public static <T> void start(Mailbox<T> mailbox, Consumer<Event<T>> callback) {
        Thread.ofVirtual().name("pgorm-listener-" + mailbox.channel()).start(() -> {
            for (Event<T> event = mailbox.take(); event != null; event = mailbox.take()) {
                call(mailbox, callback, event);
            }
        });
    }

    private static <T> void call(Mailbox<T> mailbox, Consumer<Event<T>> callback, Event<T> event) {
        try {
            callback.accept(event);
        } catch (RuntimeException e) {
            LOG.error("a callback of channel {} failed; the next event will come", mailbox.channel(), e);
        }
    }
}
