package io.pgorm.it.client;

import static io.pgorm.it.stock.Tables.ACCOUNTS;
import static io.pgorm.it.stock.Tables.ITEMS;
import static io.pgorm.it.stock.Tables.MOVES;
import static io.pgorm.it.stock.Tables.SHELVES;
import static io.pgorm.it.stock.Tables.SUPPLIERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.Shape;
import io.pgorm.client.error.InvalidValue;
import io.pgorm.client.error.StaleVersion;
import io.pgorm.it.stock.AccountCreate;
import io.pgorm.it.stock.AccountUpdate;
import io.pgorm.it.stock.Db;
import io.pgorm.it.stock.Item;
import io.pgorm.it.stock.ItemCreate;
import io.pgorm.it.stock.ItemUpdate;
import io.pgorm.it.stock.MoveCreate;
import io.pgorm.it.stock.Session;
import io.pgorm.it.stock.ShelfCreate;
import io.pgorm.it.stock.ShelfUpdate;
import io.pgorm.it.stock.SupplierCreate;
import io.pgorm.it.stock.SupplierRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that an update computes of what the row holds, in every call that updates. */
class ExpressionTest {

    record Stocked(String code, int amount, List<Integer> moves) {}

    static final Shape<Stocked> STOCKED = Shape.of(
            Stocked::new,
            ITEMS.CODE,
            ITEMS.AMOUNT,
            ITEMS.MOVES.orderBy(MOVES.ID).as((Integer by) -> by, MOVES.BY));

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private static StockServer server;
    private static Db plain;

    @BeforeAll
    static void open() throws Exception {
        server = new StockServer();
        plain = server.connect();
    }

    @AfterAll
    static void close() {
        plain.close();
        server.close();
    }

    private static Db db(boolean identity) {
        return identity ? plain.as(Session.uid(7)) : plain;
    }

    private static String code() {
        return "c" + COUNTER.incrementAndGet();
    }

    private static Item item(int amount) {
        return plain.items().create(ItemCreate.code(code()).amount(amount));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyOperatorIsOneRoundTrip(boolean identity) throws Exception {
        Db db = db(identity);
        Item item = plain.items()
                .create(ItemCreate.code(code())
                        .name("Tea")
                        .amount(10)
                        .price(new BigDecimal("2.50"))
                        .weight(3)
                        .labels(new String[] {"a"}));
        server.proxy().assertRoundTrips(1, () -> {
            Item changed = db.items()
                    .byId(item.id())
                    .update(ItemUpdate.increment(ITEMS.AMOUNT, 5)
                            .decrement(ITEMS.SMALL, (short) 3)
                            .multiply(ITEMS.PRICE, new BigDecimal("1.1"))
                            .divide(ITEMS.WEIGHT, 2.0)
                            .append(ITEMS.NAME, " (green)")
                            .append(ITEMS.LABELS, "b", "c"))
                    .orElseThrow();
            assertThat(changed.amount()).isEqualTo(15);
            assertThat(changed.small()).isEqualTo((short) -2);
            assertThat(changed.price()).isEqualByComparingTo("2.75");
            assertThat(changed.weight()).isEqualTo(1.5);
            assertThat(changed.name()).isEqualTo("Tea (green)");
            assertThat(changed.labels()).containsExactly("a", "b", "c");
            assertThat(changed.version()).isEqualTo(item.version() + 1);
            assertThat(changed.changed()).isAfter(item.changed());
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anExpressionSeesTheRowAsItWas(boolean identity) throws Exception {
        Db db = db(identity);
        Item item = item(4);
        server.proxy().assertRoundTrips(1, () -> {
            Item changed = db.items()
                    .byId(item.id())
                    .update(ItemUpdate.set(
                                    ITEMS.SOLD, DSL.coalesce(ITEMS.SOLD, 0L).plus(2))
                            .set(ITEMS.AMOUNT, ITEMS.AMOUNT.minus(1))
                            .set(ITEMS.WEIGHT, ITEMS.AMOUNT.cast(Double.class))
                            .set(ITEMS.NAME, ITEMS.CODE)
                            .set(ITEMS.PRICE, DSL.defaultValue(ITEMS.PRICE))
                            .labels(new String[] {"x"}))
                    .orElseThrow();
            assertThat(changed.sold()).isEqualTo(2);
            assertThat(changed.amount()).isEqualTo(3);
            assertThat(changed.weight()).isEqualTo(4);
            assertThat(changed.name()).isEqualTo(item.code());
            assertThat(changed.price()).isEqualByComparingTo("1");
            assertThat(changed.labels()).containsExactly("x");
        });
    }

    @Test
    void ofTwoChangesOfAColumnTheLaterStands() {
        Item item = item(4);
        assertThat(plain.items().byId(item.id()).update(ItemUpdate.amount(9).increment(ITEMS.AMOUNT, 1)))
                .hasValueSatisfying(changed -> assertThat(changed.amount()).isEqualTo(5));
        assertThat(plain.items()
                        .byId(item.id())
                        .update(ItemUpdate.increment(ITEMS.AMOUNT, 1).amount(9)))
                .hasValueSatisfying(changed -> assertThat(changed.amount()).isEqualTo(9));
        assertThat(plain.items().byId(item.id()).update(ItemUpdate.decrement(ITEMS.AMOUNT, 1)))
                .hasValueSatisfying(changed -> assertThat(changed.amount()).isEqualTo(8));
        assertThat(plain.items().byId(item.id()).update(ItemUpdate.increment(ITEMS.AMOUNT, 2)))
                .hasValueSatisfying(changed -> assertThat(changed.amount()).isEqualTo(10));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void setsOfRowsToo(boolean identity) throws Exception {
        Db db = db(identity);
        Item one = item(1);
        Item two = item(2);
        var both = db.items().where(ITEMS.ID.in(one.id(), two.id()));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(both.update(ItemUpdate.increment(ITEMS.AMOUNT, 10)))
                                .isEqualTo(2));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(both.expectRows(2)
                                        .update(ItemUpdate.set(ITEMS.NAME, ITEMS.NAME.concat(ITEMS.CODE))
                                                .multiply(ITEMS.AMOUNT, 2)))
                                .isEqualTo(2));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(both.returning(STOCKED).update(ItemUpdate.decrement(ITEMS.AMOUNT, 1)))
                                .containsExactlyInAnyOrder(
                                        new Stocked(one.code(), 21, List.of()),
                                        new Stocked(two.code(), 23, List.of())));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anUpsertChangesTheRowThatIsThereByWhatItHoldsAndByWhatWasGiven(boolean identity) throws Exception {
        Db db = db(identity);
        String room = code();
        for (int expected : new int[] {3, 4, 5}) {
            server.proxy()
                    .assertRoundTrips(
                            1,
                            () -> assertThat(db.shelves()
                                            .upsert(ShelfCreate.room(room)
                                                    .place(1)
                                                    .amount(3))
                                            .onConflict(SHELVES.ROOM, SHELVES.PLACE)
                                            .doUpdate(ShelfUpdate.increment(SHELVES.AMOUNT, 1))
                                            .amount())
                                    .isEqualTo(expected));
        }
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.shelves()
                                        .upsert(ShelfCreate.room(room).place(1).amount(30))
                                        .onConflict(SHELVES.ROOM, SHELVES.PLACE)
                                        .doUpdate(ShelfUpdate.set(
                                                        SHELVES.AMOUNT,
                                                        SHELVES.AMOUNT.plus(DSL.excluded(SHELVES.AMOUNT)))
                                                .note("twice"))
                                        .amount())
                                .isEqualTo(35));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void besideRelatedRows(boolean identity) throws Exception {
        Db db = db(identity);
        Item item = item(5);
        plain.suppliers().create(SupplierCreate.name(item.code()));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.items()
                                        .byId(item.id())
                                        .returning(STOCKED)
                                        .update(ItemUpdate.decrement(ITEMS.AMOUNT, 2)
                                                .set(
                                                        ITEMS.NAME,
                                                        ITEMS.NAME
                                                                .concat("from ")
                                                                .concat(DSL.val(item.code())))
                                                .supplier(SupplierRef.connectByName(item.code()))
                                                .moves(MoveCreate.by(-2))))
                                .contains(new Stocked(item.code(), 3, List.of(-2))));
        Item after = plain.items().findById(item.id()).orElseThrow();
        assertThat(after.name()).isEqualTo("from " + item.code());
        assertThat(after.supplierId()).isNotNull();
    }

    @Test
    void relationsCountInAnExpression() {
        plain.items().all().delete();
        plain.suppliers().all().delete();
        Item item = item(5);
        plain.suppliers().create(SupplierCreate.name(item.code()));
        plain.items().byId(item.id()).update(ItemUpdate.moves(MoveCreate.by(1), MoveCreate.by(2)));
        Item changed = plain.items()
                .byId(item.id())
                .update(ItemUpdate.set(ITEMS.SOLD, ITEMS.MOVES.count())
                        .set(
                                ITEMS.NAME,
                                DSL.field(DSL.select(DSL.max(SUPPLIERS.NAME)).from(SUPPLIERS))))
                .orElseThrow();
        assertThat(changed.name()).isEqualTo(item.code());
        assertThat(changed.sold()).isEqualTo(2);
    }

    @Test
    void theOwnerOnlyChangesHisRows() {
        int id = COUNTER.incrementAndGet();
        Db seven = plain.as(Session.uid(7));
        seven.accounts().create(AccountCreate.id(id).ownerId(7).amount(1));
        assertThat(plain.as(Session.uid(8)).accounts().byId(id).update(AccountUpdate.increment(ACCOUNTS.AMOUNT, 1)))
                .isEmpty();
        assertThat(seven.accounts().byId(id).update(AccountUpdate.increment(ACCOUNTS.AMOUNT, 1)))
                .hasValueSatisfying(account -> assertThat(account.amount()).isEqualTo(2));
    }

    @Test
    void aVersionGuardsHereToo() {
        Item item = item(1);
        plain.items().byId(item.id()).ifVersion(item.version()).update(ItemUpdate.increment(ITEMS.AMOUNT, 1));
        assertThatThrownBy(() -> plain.items()
                        .byId(item.id())
                        .ifVersion(item.version())
                        .update(ItemUpdate.increment(ITEMS.AMOUNT, 1)))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void whatDoesNotFitIsSaid() {
        Item item = item(Integer.MAX_VALUE);
        assertThatThrownBy(() -> plain.items().byId(item.id()).update(ItemUpdate.increment(ITEMS.AMOUNT, 1)))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> plain.items().byId(item.id()).update(ItemUpdate.divide(ITEMS.AMOUNT, 0)))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> ItemUpdate.increment(ITEMS.AMOUNT, null))
                .hasMessage("the value to change amount by is null");
        assertThat(ItemUpdate.increment(ITEMS.AMOUNT, 4711).assignments().toString())
                .isEqualTo("[amount]");
    }

    @Test
    void manyThreadsCountWithoutLosingAny() throws Exception {
        Item item = item(0);
        List<Thread> threads = java.util.stream.IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    for (int k = 0; k < 25; k++) {
                        plain.items().byId(item.id()).update(ItemUpdate.increment(ITEMS.AMOUNT, 1));
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(plain.items().findById(item.id()).orElseThrow().amount()).isEqualTo(200);
    }
}
