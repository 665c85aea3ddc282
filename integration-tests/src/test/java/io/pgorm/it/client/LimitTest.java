package io.pgorm.it.client;

import static io.pgorm.it.stock.Tables.ITEMS;
import static io.pgorm.it.stock.Tables.SHELVES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.Cancellation;
import io.pgorm.client.Shape;
import io.pgorm.client.error.CallCancelled;
import io.pgorm.client.error.StatementTimeout;
import io.pgorm.it.stock.Db;
import io.pgorm.it.stock.Item;
import io.pgorm.it.stock.ItemCreate;
import io.pgorm.it.stock.ItemUpdate;
import io.pgorm.it.stock.Session;
import io.pgorm.it.stock.ShelfCreate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a single call may take, and how another thread ends it. */
@Timeout(30)
class LimitTest {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Condition SLOW = DSL.condition("pg_sleep(20) is not null");

    private static final Shape<String> ITEMS_BY_CODE = Shape.of((String code) -> code, ITEMS.CODE);

    private static StockServer server;
    private static Db plain;

    @BeforeAll
    static void open() throws Exception {
        server = new StockServer();
        plain = server.connect();
        plain.items().create(ItemCreate.code("one"));
    }

    @AfterAll
    static void close() {
        plain.close();
        server.close();
    }

    private static Db db(boolean identity) {
        return identity ? plain.as(Session.uid(7)) : plain;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyKindOfCallHasALimitOfItsOwn(boolean identity) throws Exception {
        Db db = db(identity);
        server.execute(
                "CREATE OR REPLACE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(20);"
                        + " RETURN NEW; END $$;CREATE OR REPLACE TRIGGER slow BEFORE INSERT OR UPDATE ON shelves FOR EACH"
                        + " ROW EXECUTE FUNCTION slow()");
        List<ShelfCreate> rows = List.of(ShelfCreate.room("r").place(1));
        List<ThrowingCallable> calls = new ArrayList<>(List.of(
                () -> db.items().where(SLOW).timeout(SHORT).fetch(),
                () -> db.items().where(SLOW).limit(1).timeout(SHORT).count(),
                () -> db.items().where(SLOW).timeout(SHORT).groupBy(ITEMS.CODE).fetch(ITEMS_BY_CODE),
                () -> db.items().where(SLOW).timeout(SHORT).update(ItemUpdate.name("x")),
                () -> db.items().where(SLOW).timeout(SHORT).delete(),
                () -> db.shelves()
                        .returning(SHELVES.model().shape())
                        .timeout(SHORT)
                        .create(rows.get(0)),
                () -> db.withTimeout(SHORT)
                        .shelves()
                        .createMany(IntStream.range(0, 3_000)
                                .mapToObj(i -> ShelfCreate.room("copied").place(i)))));
        if (server.version() >= 15) {
            calls.add(() -> db.shelves()
                    .merge(rows)
                    .timeout(SHORT)
                    .on(SHELVES.ROOM, SHELVES.PLACE)
                    .whenNotMatched()
                    .insert()
                    .run());
        }
        for (ThrowingCallable call : calls) {
            assertThatThrownBy(call).isInstanceOf(StatementTimeout.class);
        }
        server.execute("DROP TRIGGER slow ON shelves");
        assertThat(db.withTimeout(Duration.ofSeconds(10))
                        .shelves()
                        .createMany(IntStream.range(0, 3_000)
                                .mapToObj(i ->
                                        ShelfCreate.room("copied" + identity).place(i))))
                .isEqualTo(3_000);
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.items()
                                        .where(ITEMS.CODE.eq("one"))
                                        .timeout(SHORT)
                                        .fetch())
                                .hasSize(1));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.items()
                                        .byCode("one")
                                        .timeout(SHORT)
                                        .update(ItemUpdate.increment(ITEMS.AMOUNT, 1)))
                                .isPresent());
        assertThatThrownBy(() -> db.items().all().timeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLimitInsideATransactionIsForTheOneCall() {
        plain.transaction(tx -> {
            tx.items().byCode("one").timeout(SHORT).fetch();
            assertThat(tx.sql().fetchValue("show statement_timeout", String.class))
                    .isEqualTo("0");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherThreadEndsACall(boolean identity) throws Exception {
        for (Consumer<Db> call : List.<Consumer<Db>>of(
                db -> db.items().where(SLOW).fetch(),
                db -> db.items().where(SLOW).update(ItemUpdate.name("cancelled")),
                db -> db.sql().fetch("select pg_sleep(20)"),
                db -> db.transaction(tx -> {
                    tx.items().all().update(ItemUpdate.name("cancelled"));
                    tx.items().where(SLOW).fetch();
                }),
                db -> {
                    try (Stream<Item> items = db.items().where(SLOW).stream()) {
                        items.forEach(item -> {});
                    }
                })) {
            Cancellation cancellation = new Cancellation();
            Db db = db(identity).cancelledBy(cancellation);
            CompletableFuture<Void> running = CompletableFuture.runAsync(() -> call.accept(db));
            while (!server.ask("SELECT count(*) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND wait_event = 'PgSleep'")
                    .equals("1")) {
                Thread.sleep(5);
            }
            cancellation.cancel();
            assertThatThrownBy(() -> running.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CallCancelled.class);
            assertThat(cancellation.isCancelled()).isTrue();
            server.proxy()
                    .assertRoundTrips(
                            0,
                            () -> assertThatThrownBy(() -> db.items().fetch()).isInstanceOf(CallCancelled.class));
        }
        assertThat(plain.items().where(ITEMS.NAME.eq("cancelled")).count()).isZero();
    }

    @Test
    void aTransactionThatIsCancelledBetweenItsStatementsIsNotCommitted() throws Exception {
        Cancellation cancellation = new Cancellation();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        CompletableFuture<Void> running =
                CompletableFuture.runAsync(() -> plain.cancelledBy(cancellation).transaction(tx -> {
                    tx.items().create(ItemCreate.code("two"));
                    written.countDown();
                    await(cancelled);
                }));
        written.await();
        cancellation.cancel();
        cancelled.countDown();
        assertThatThrownBy(() -> running.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(CallCancelled.class);
        assertThat(plain.items().findByCode("two")).isEmpty();
        assertThatThrownBy(() -> plain.transaction(tx -> tx.cancelledBy(new Cancellation())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("as a whole");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aCancellationMeetsNoOtherCall() throws Exception {
        try (Db db = server.connect()) {
            for (int i = 0; i < 60; i++) {
                Cancellation cancellation = new Cancellation();
                CompletableFuture<Void> call = CompletableFuture.runAsync(() -> {
                    try {
                        db.cancelledBy(cancellation).sql().fetch("select pg_sleep(0.002)");
                        db.cancelledBy(cancellation).items().count();
                    } catch (CallCancelled e) {
                        // it came in time
                        return;
                    }
                });
                Thread.sleep(i % 5);
                cancellation.cancel();
                call.get(10, TimeUnit.SECONDS);
                assertThat(db.items().count()).isEqualTo(1);
            }
        }
    }
}
