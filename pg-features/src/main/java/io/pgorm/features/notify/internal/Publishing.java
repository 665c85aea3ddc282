package io.pgorm.features.notify.internal;

import io.pgorm.features.notify.Event;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Gives the events of a mailbox to a reactive subscriber, as many as it asks for. Thread-safe. */
public final class Publishing<T> implements Subscription {

    private final Mailbox<T> mailbox;
    private final Subscriber<? super Event<T>> subscriber;
    private final Runnable leave;
    private final Semaphore demand = new Semaphore(0);
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private Publishing(Mailbox<T> mailbox, Subscriber<? super Event<T>> subscriber, Runnable leave) {
        this.mailbox = mailbox;
        this.subscriber = subscriber;
        this.leave = leave;
    }

    public static <T> void start(Mailbox<T> mailbox, Subscriber<? super Event<T>> subscriber, Runnable leave) {
        Publishing<T> publishing = new Publishing<>(mailbox, subscriber, leave);
        subscriber.onSubscribe(publishing);
        Thread.ofVirtual().name("pgorm-listener-" + mailbox.channel()).start(publishing::run);
    }

    private void run() {
        try {
            while (!over.get()) {
                demand.acquire();
                Throwable wrong = failure.get();
                if (wrong != null) {
                    over.set(true);
                    leave.run();
                    subscriber.onError(wrong);
                    return;
                }
                Event<T> event = over.get() ? null : mailbox.take();
                if (event == null) {
                    if (over.compareAndSet(false, true)) {
                        subscriber.onComplete();
                    }
                    return;
                }
                subscriber.onNext(event);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void request(long events) {
        if (events <= 0) {
            failure.set(new IllegalArgumentException("a subscriber asks for at least one event, not " + events));
            demand.release();
        } else {
            // more than anybody will live to see counts as without end
            int room = Integer.MAX_VALUE / 2 - demand.availablePermits();
            demand.release((int) Math.max(0, Math.min(room, events)));
        }
    }

    @Override
    public void cancel() {
        over.set(true);
        leave.run();
        demand.release();
    }
}
