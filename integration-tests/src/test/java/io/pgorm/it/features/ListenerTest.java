package io.pgorm.it.features;

import static io.pgorm.it.live.Tables.LETTERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.database.testkit.FaultProxy;
import io.pgorm.features.notify.Event;
import io.pgorm.features.notify.Event.Gap;
import io.pgorm.features.notify.Event.Message;
import io.pgorm.features.notify.Event.Reason;
import io.pgorm.features.notify.Events;
import io.pgorm.features.notify.Listener;
import io.pgorm.features.notify.ListenerOptions;
import io.pgorm.features.notify.NotificationChannel;
import io.pgorm.features.notify.Outbox;
import io.pgorm.features.notify.Subscription;
import io.pgorm.features.notify.TableEvent;
import io.pgorm.it.live.Db;
import io.pgorm.it.live.Order;
import io.pgorm.it.live.OrderCreate;
import io.pgorm.it.live.OrderUpdate;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Messages between transactions and applications, on good networks and bad ones. */
class ListenerTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final NotificationChannel<TableEvent> ORDERS = NotificationChannel.tableEvents("orders");
    private static final NotificationChannel<Integer> NUMBERS =
            NotificationChannel.of("Numbers of \"ours\"", String::valueOf, Integer::valueOf);
    private static final Outbox<String> OUTBOX = Outbox.of("letters", LETTERS, LETTERS.ID, LETTERS.BODY);

    private static FeatureServer server;
    private static Db db;
    private static Listener listener;

    @BeforeAll
    static void open() throws Exception {
        server = new FeatureServer("live");
        db = Db.open(server.application());
        listener = Listener.open(server.application());
    }

    @AfterAll
    static void close() {
        listener.close();
        db.close();
        server.close();
    }

    @Test
    void aTableTellsOfItsRowsWhenTheTransactionCommits() {
        try (Events<TableEvent> events = listener.events(ORDERS)) {
            Order order = db.transactionResult(tx -> {
                Order made = tx.orders().create(OrderCreate.status("new"));
                assertThat(events.next(Duration.ofMillis(150))).isEmpty();
                return made;
            });
            db.orders().byId(order.id()).update(OrderUpdate.status("paid"));
            assertThat(message(events)).satisfies(event -> {
                assertThat(event.operation()).isEqualTo("insert");
                assertThat(event.table()).isEqualTo("orders");
                assertThat(event.number("id")).isEqualTo(order.id());
            });
            assertThat(message(events).operation()).isEqualTo("update");
        }
    }

    @Test
    void aCallbackGetsOneAfterTheOtherAndSurvivesItsOwnMistakes() throws Exception {
        BlockingQueue<Integer> heard = new LinkedBlockingQueue<>();
        Runnable reload = () -> {};
        Subscription subscription = listener.subscribe(
                NUMBERS,
                number -> {
                    if (number == 2) {
                        throw new IllegalStateException("a mistake of the application");
                    }
                    heard.add(number);
                },
                gap -> reload.run());
        try (subscription) {
            for (int number = 1; number <= 3; number++) {
                NUMBERS.send(db, number);
            }
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(3);
        }
        NUMBERS.send(db, 4);
        assertThat(heard.poll(150, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void aPublisherGivesWhatIsAskedFor() throws Exception {
        BlockingQueue<Event<Integer>> got = new LinkedBlockingQueue<>();
        CountDownLatch subscribed = new CountDownLatch(1);
        Flow.Subscription[] subscription = new Flow.Subscription[1];
        listener.publisher(NUMBERS).subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription newSubscription) {
                subscription[0] = newSubscription;
                subscribed.countDown();
            }

            @Override
            public void onNext(Event<Integer> event) {
                got.add(event);
            }

            @Override
            public void onError(Throwable failure) {}

            @Override
            public void onComplete() {}
        });
        subscribed.await();
        NUMBERS.send(db, 1);
        NUMBERS.send(db, 2);
        assertThat(got.poll(150, TimeUnit.MILLISECONDS)).isNull();
        subscription[0].request(1);
        assertThat(got.poll(10, TimeUnit.SECONDS)).isEqualTo(new Message<>(1));
        assertThat(got.poll(150, TimeUnit.MILLISECONDS)).isNull();
        subscription[0].request(1);
        assertThat(got.poll(10, TimeUnit.SECONDS)).isEqualTo(new Message<>(2));
        subscription[0].cancel();
    }

    /** PostgreSQL's limit is 8000 bytes, not characters; and what the cure is. */
    @Test
    void aMessageThatIsTooLongIsRefusedAndTheOutboxTakesIt() {
        NotificationChannel<String> words = NotificationChannel.text("words");
        words.send(db, "x".repeat(7999));
        assertThatThrownBy(() -> words.send(db, "ä".repeat(4000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a message on channel words has 8000 bytes, and PostgreSQL takes 7999: keep it in a table and send"
                                + " its key, which is what Outbox does");
        try (Events<Long> keys = listener.events(OUTBOX.channel())) {
            String body = "ä".repeat(100_000);
            long id = OUTBOX.send(db, body);
            assertThat(message(keys)).isEqualTo(id);
            assertThat(OUTBOX.read(db, id)).contains(body);
            assertThat(OUTBOX.after(db, id - 1, 10)).hasSize(1);
        }
    }

    /** PostgreSQL merges equal messages of one transaction; the outbox has keys that differ. */
    @Test
    void equalMessagesOfATransactionAreOneAndTwoInTheOutbox() {
        try (Events<Integer> numbers = listener.events(NUMBERS);
                Events<Long> keys = listener.events(OUTBOX.channel())) {
            db.transaction(tx -> {
                NUMBERS.send(tx, 7);
                NUMBERS.send(tx, 7);
                NUMBERS.send(tx, 8);
                OUTBOX.send(tx, "same");
                OUTBOX.send(tx, "same");
            });
            assertThat(List.of(message(numbers), message(numbers))).containsExactly(7, 8);
            assertThat(message(keys)).isLessThan(message(keys));
        }
    }

    @Test
    void whoIsTooSlowAndWhatCannotBeReadAreGaps() throws Exception {
        ListenerOptions small = ListenerOptions.defaults().withMailbox(3);
        try (Listener slow = Listener.open(server.application(), small);
                Events<Integer> events = slow.events(NUMBERS)) {
            db.transaction(tx -> {
                for (int number = 1; number <= 10; number++) {
                    NUMBERS.send(tx, number);
                }
            });
            NotificationChannel<String> raw = NotificationChannel.text(NUMBERS.name());
            Thread.sleep(200);
            for (int number = 1; number <= 3; number++) {
                assertThat(events.next(SOON)).contains(new Message<>(number));
            }
            assertThat(gap(events)).isEqualTo(Reason.TOO_SLOW);
            raw.send(db, "no number");
            NUMBERS.send(db, 11);
            assertThat(gap(events)).isEqualTo(Reason.UNREADABLE);
            assertThat(events.next(SOON)).contains(new Message<>(11));
        }
    }

    @Test
    void namesThatPostgresqlRefusesAreRefusedHere() {
        assertThatThrownBy(() -> NotificationChannel.text("ä".repeat(32)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the name of a channel has 1 to 63 bytes, not 64");
    }

    @Test
    void aListenerThatIsClosedSaysSoAndItsEventsEnd() {
        Listener other = Listener.open(server.application());
        Events<Integer> events = other.events(NUMBERS);
        other.close();
        assertThat(events.iterator().hasNext()).isFalse();
        assertThatThrownBy(() -> other.events(NUMBERS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the listener is closed");
    }

    /** 10,000 numbers; the server ends the connection three times in their middle. */
    @Test
    void eachOfTenThousandComesOnceOrIsCoveredByAGapWhenTheServerEndsTheConnection() throws Exception {
        ListenerOptions quick = ListenerOptions.defaults().withPauses(Duration.ofMillis(10), Duration.ofMillis(100));
        ConnectionOptions named = server.application().withApplicationName("listener_to_kill");
        try (Listener victim = Listener.open(named, quick)) {
            List<Event<Integer>> got = run(victim, number -> {
                if (number == 2000 || number == 5000 || number == 8000) {
                    server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE application_name = 'listener_to_kill'");
                }
            });
            assertThat(gaps(got)).isBetween(1, 3);
            assertThat(victim.reconnects()).isBetween(1, 3);
        }
    }

    /** 10,000 numbers; in their middle the network falls silent, and nobody is told. */
    @Test
    void eachOfTenThousandComesOnceOrIsCoveredByAGapWhenTheNetworkStalls() throws Exception {
        URI address = URI.create(server.jdbcUrl().substring("jdbc:".length()));
        ListenerOptions quick = ListenerOptions.defaults()
                .withPauses(Duration.ofMillis(10), Duration.ofMillis(100))
                .withHeartbeat(Duration.ofMillis(200), Duration.ofMillis(300));
        try (FaultProxy proxy = FaultProxy.start(address.getHost(), address.getPort());
                Listener victim = Listener.open(
                        ConnectionOptions.of(proxy.jdbcUrl(address.getPath().substring(1)), FeatureServer.LOGIN, "app"),
                        quick)) {
            List<Event<Integer>> got = run(victim, number -> {
                if (number == 4000) {
                    proxy.stallAll();
                }
            });
            assertThat(gaps(got)).isEqualTo(1);
            assertThat(victim.reconnects()).isEqualTo(1);
        }
    }

    /** Sends numbers in small transactions while somebody listens, and checks what was heard. */
    private static List<Event<Integer>> run(Listener victim, Disturbance disturbance) throws Exception {
        List<Event<Integer>> got = new ArrayList<>();
        try (Events<Integer> events = victim.events(NUMBERS)) {
            Thread reader = Thread.ofVirtual()
                    .start(() -> events.forEach(event -> {
                        synchronized (got) {
                            got.add(event);
                        }
                    }));
            for (int first = 1; first <= 10_000; first += 50) {
                int from = first;
                disturbance.at(first - 1);
                db.transaction(tx -> {
                    for (int number = from; number < from + 50; number++) {
                        NUMBERS.send(tx, number);
                    }
                });
            }
            // whatever is behind the last gap comes; this tells that all did
            int last = 10_000;
            for (int tries = 0; tries < 200 && !hasHeardAfter(got, 10_000); tries++) {
                NUMBERS.send(db, ++last);
                Thread.sleep(50);
            }
            assertThat(hasHeardAfter(got, 10_000)).isTrue();
            events.close();
            reader.join();
        }
        assertOnceOrCovered(got);
        return got;
    }

    private static boolean hasHeardAfter(List<Event<Integer>> got, int number) {
        synchronized (got) {
            return !got.isEmpty() && got.getLast() instanceof Message<Integer> message && message.value() > number;
        }
    }

    private static void assertOnceOrCovered(List<Event<Integer>> got) {
        int before = 0;
        boolean covered = false;
        for (Event<Integer> event : got) {
            switch (event) {
                case Gap<Integer> gap -> covered = true;
                case Message<Integer> message -> {
                    assertThat(message.value()).isGreaterThan(before);
                    if (!covered) {
                        assertThat(message.value()).isEqualTo(before + 1);
                    }
                    before = message.value();
                    covered = false;
                }
            }
        }
    }

    private static int gaps(List<Event<Integer>> got) {
        return (int) got.stream().filter(event -> event instanceof Gap).count();
    }

    private static <T> T message(Events<T> events) {
        return events.next(SOON)
                .map(event -> switch (event) {
                    case Message<T> message -> message.value();
                    case Gap<T> gap -> throw new AssertionError("a gap: " + gap);
                })
                .orElseThrow();
    }

    private static <T> Reason gap(Events<T> events) {
        return events.next(SOON)
                .map(event -> switch (event) {
                    case Gap<T> gap -> gap.reason();
                    case Message<T> message -> throw new AssertionError("no gap: " + message);
                })
                .orElseThrow();
    }

    private interface Disturbance {
        void at(int sent) throws Exception;
    }
}
