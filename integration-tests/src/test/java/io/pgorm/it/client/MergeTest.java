package io.pgorm.it.client;

import static io.pgorm.it.stock.Tables.ACCOUNTS;
import static io.pgorm.it.stock.Tables.ITEMS;
import static io.pgorm.it.stock.Tables.SHELVES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pgorm.client.Merged;
import io.pgorm.client.Merged.Action;
import io.pgorm.client.Operation;
import io.pgorm.client.Permission;
import io.pgorm.client.Shape;
import io.pgorm.client.error.OperationForbidden;
import io.pgorm.client.error.RowLevelSecurityViolation;
import io.pgorm.client.error.ServerTooOld;
import io.pgorm.client.error.ShapeMismatch;
import io.pgorm.client.error.StatementRefused;
import io.pgorm.it.stock.AccountCreate;
import io.pgorm.it.stock.Db;
import io.pgorm.it.stock.Item;
import io.pgorm.it.stock.ItemCreate;
import io.pgorm.it.stock.ItemUpdate;
import io.pgorm.it.stock.Session;
import io.pgorm.it.stock.Shelf;
import io.pgorm.it.stock.ShelfCreate;
import io.pgorm.it.stock.ShelfUpdate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are merged into a table, each merge one round trip. */
class MergeTest {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private static StockServer server;
    private static Db plain;
    private static int version;

    @BeforeAll
    static void open() throws Exception {
        server = new StockServer();
        plain = server.connect();
        version = server.version();
    }

    @AfterAll
    static void close() {
        plain.close();
        server.close();
    }

    private static Db db(boolean identity) {
        return identity ? plain.as(Session.uid(7)) : plain;
    }

    private static String room() {
        return "r" + COUNTER.incrementAndGet();
    }

    private static List<Shelf> shelves(String room) {
        return plain.shelves()
                .where(SHELVES.ROOM.eq(room))
                .orderBy(SHELVES.PLACE)
                .fetch();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rowsAreInsertedChangedAndDeletedInOneRoundTrip(boolean identity) throws Exception {
        assumeTrue(version >= 15);
        Db db = db(identity);
        String room = room();
        plain.shelves()
                .createMany(List.of(
                        ShelfCreate.room(room).place(1).amount(1).note("one"),
                        ShelfCreate.room(room).place(2).amount(2).note("two")));
        List<ShelfCreate> delivered = List.of(
                ShelfCreate.room(room).place(1).amount(10),
                ShelfCreate.room(room).place(2).amount(0),
                ShelfCreate.room(room).place(3).amount(3),
                ShelfCreate.room(room).place(4).amount(0));
        server.proxy().assertRoundTrips(1, () -> {
            long written = db.shelves()
                    .merge(delivered)
                    .on(SHELVES.ROOM, SHELVES.PLACE)
                    .whenMatched(DSL.excluded(SHELVES.AMOUNT).eq(0))
                    .delete()
                    .whenMatched()
                    .update(ShelfUpdate.set(SHELVES.AMOUNT, SHELVES.AMOUNT.plus(DSL.excluded(SHELVES.AMOUNT))))
                    .whenNotMatched(DSL.excluded(SHELVES.AMOUNT).gt(0))
                    .insert()
                    .run();
            assertThat(written).isEqualTo(3);
        });
        assertThat(shelves(room)).containsExactly(new Shelf(room, 1, 11, "one"), new Shelf(room, 3, 3, null));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatNobodyGaveIsMetToo(boolean identity) throws Exception {
        assumeTrue(version >= 17);
        Db db = db(identity);
        String room = room();
        plain.shelves()
                .createMany(List.of(
                        ShelfCreate.room(room).place(1).amount(1),
                        ShelfCreate.room(room).place(2).amount(2),
                        ShelfCreate.room(room).place(3).amount(3)));
        List<ShelfCreate> counted = List.of(
                ShelfCreate.room(room).place(1).amount(5),
                ShelfCreate.room(room).place(9).amount(9));
        server.proxy().assertRoundTrips(1, () -> {
            List<Merged<Shelf>> merged = db.shelves()
                    .merge(counted)
                    .on(SHELVES.ROOM, SHELVES.PLACE)
                    .whenMatched()
                    .update()
                    .whenNotMatched()
                    .insert()
                    .whenNotMatchedBySource(SHELVES.ROOM.eq(room).and(SHELVES.AMOUNT.lt(3)))
                    .delete()
                    .whenNotMatchedBySource(SHELVES.ROOM.eq(room))
                    .update(ShelfUpdate.amount(0).note("lost"))
                    .fetch();
            assertThat(merged)
                    .containsExactlyInAnyOrder(
                            new Merged<>(Action.UPDATE, new Shelf(room, 1, 5, null)),
                            new Merged<>(Action.DELETE, new Shelf(room, 2, 2, null)),
                            new Merged<>(Action.UPDATE, new Shelf(room, 3, 0, "lost")),
                            new Merged<>(Action.INSERT, new Shelf(room, 9, 9, null)));
        });
        // no row at all: all of them are those that nobody gave
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.shelves()
                                        .merge(List.<ShelfCreate>of())
                                        .on(SHELVES.ROOM, SHELVES.PLACE)
                                        .whenNotMatchedBySource(SHELVES.ROOM.eq(room))
                                        .delete()
                                        .run())
                                .isEqualTo(3));
        assertThat(shelves(room)).isEmpty();
    }

    @Test
    void noRowsAreNoRoundTrip() throws Exception {
        server.proxy()
                .assertRoundTrips(
                        0,
                        () -> assertThat(plain.shelves()
                                        .merge(List.<ShelfCreate>of())
                                        .on(SHELVES.ROOM, SHELVES.PLACE)
                                        .whenNotMatched()
                                        .insert()
                                        .run())
                                .isZero());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aQueryIsMergedWithoutItsRowsComingHere(boolean identity) throws Exception {
        assumeTrue(version >= 17);
        Db db = db(identity);
        String room = room();
        plain.items()
                .createMany(List.of(
                        ItemCreate.code(room + "a").amount(3),
                        ItemCreate.code(room + "b").amount(4)));
        plain.shelves().create(ShelfCreate.room(room + "a").place(1).amount(1));
        var stock =
                DSL.select(ITEMS.CODE, DSL.inline(1), ITEMS.AMOUNT).from(ITEMS).where(ITEMS.CODE.startsWith(room));
        server.proxy().assertRoundTrips(1, () -> {
            List<Merged<Integer>> merged = db.shelves()
                    .merge(stock, SHELVES.ROOM, SHELVES.PLACE, SHELVES.AMOUNT)
                    .on(SHELVES.ROOM, SHELVES.PLACE)
                    .whenMatched()
                    .update()
                    .whenNotMatched()
                    .insert()
                    .fetch(Shape.of((Integer amount) -> amount, SHELVES.AMOUNT));
            assertThat(merged)
                    .containsExactlyInAnyOrder(new Merged<>(Action.UPDATE, 3), new Merged<>(Action.INSERT, 4));
        });
    }

    @Test
    void timesVersionsAndArraysAreKeptAsInAnyUpdate() {
        assumeTrue(version >= 15);
        Item item = plain.items().create(ItemCreate.code(room()).amount(1));
        plain.items()
                .merge(List.of(
                        ItemCreate.code(item.code()).labels(new String[] {"a", "b\"c"}),
                        ItemCreate.code(item.code() + "new").labels(new String[] {"d"})))
                .on(ITEMS.CODE)
                .whenMatched()
                .update()
                .whenNotMatched()
                .insert()
                .run();
        Item after = plain.items().findByCode(item.code()).orElseThrow();
        assertThat(after.labels()).containsExactly("a", "b\"c");
        assertThat(after.version()).isEqualTo(item.version() + 1);
        assertThat(after.changed()).isAfter(item.changed());
        assertThat(plain.items().findByCode(item.code() + "new").orElseThrow().labels())
                .containsExactly("d");
        plain.items()
                .merge(List.of(ItemCreate.code(item.code()).amount(4)))
                .on(ITEMS.CODE.eq(DSL.excluded(ITEMS.CODE)).and(ITEMS.AMOUNT.lt(DSL.excluded(ITEMS.AMOUNT))))
                .whenMatched()
                .update(ItemUpdate.increment(ITEMS.AMOUNT, 10))
                .whenNotMatched()
                .doNothing()
                .run();
        assertThat(plain.items().findByCode(item.code()).orElseThrow().amount()).isEqualTo(11);
    }

    @Test
    void policiesHoldForEachBranch() {
        assumeTrue(version >= 15);
        int id = 1000 + COUNTER.incrementAndGet();
        Db seven = plain.as(Session.uid(7));
        seven.accounts().create(AccountCreate.id(id).ownerId(7).amount(1));
        assertThatThrownBy(() -> seven.accounts()
                        .merge(List.of(AccountCreate.id(id).ownerId(8).amount(5)))
                        .on(ACCOUNTS.ID)
                        .whenMatched()
                        .update()
                        .run())
                .isInstanceOf(RowLevelSecurityViolation.class);
        assertThat(plain.as(Session.uid(8))
                        .accounts()
                        .merge(List.of(AccountCreate.id(id).ownerId(8).amount(5)))
                        .on(ACCOUNTS.ID)
                        .whenMatched()
                        .update()
                        .run())
                .isZero();
    }

    @Test
    void permissionsLookAtEachBranch() throws Exception {
        assumeTrue(version >= 15);
        String room = room();
        try (Db some = server.connect(Permission.none().allow(SHELVES, Operation.READ, Operation.UPDATE))) {
            var merge = some.shelves()
                    .merge(List.of(ShelfCreate.room(room).place(1)))
                    .on(SHELVES.ROOM, SHELVES.PLACE);
            assertThat(merge.whenMatched().update(ShelfUpdate.note("x")).run()).isZero();
            assertThatThrownBy(() -> merge.whenNotMatched().insert().run()).isInstanceOf(OperationForbidden.class);
            assertThatThrownBy(() -> merge.whenMatched().delete().run()).isInstanceOf(OperationForbidden.class);
        }
    }

    @Test
    void whatIsMissingOrTwiceIsSaid() {
        assumeTrue(version >= 15);
        String room = room();
        var rows = List.of(ShelfCreate.room(room).place(1));
        assertThatThrownBy(() -> plain.shelves().merge(rows).on(SHELVES.AMOUNT))
                .hasMessageContaining("give each of them a value, amount too");
        assertThatThrownBy(() -> plain.shelves().merge(rows).on()).hasMessageContaining("name the fields");
        assertThatThrownBy(() -> plain.shelves().merge(rows).on(SHELVES.ROOM).run())
                .hasMessageContaining("nothing is said");
        assertThatThrownBy(() -> plain.shelves()
                        .merge(rows)
                        .on(SHELVES.ROOM, SHELVES.PLACE)
                        .whenMatched()
                        .update()
                        .run())
                .hasMessageContaining("nothing but what they are found by");
        assertThatThrownBy(() -> plain.shelves()
                        .merge(List.of(
                                ShelfCreate.room(room).place(1),
                                ShelfCreate.room(room).place(2).amount(1))))
                .hasMessageContaining("have to set the same fields");
        assertThatThrownBy(() -> plain.shelves().merge(DSL.select(DSL.inline("x")), SHELVES.ROOM, SHELVES.PLACE))
                .hasMessageContaining("gives 1 columns, and 2 fields");
        plain.shelves().create(ShelfCreate.room(room).place(1));
        StatementRefused twice = catchThrowableOfType(
                StatementRefused.class,
                () -> plain.shelves()
                        .merge(List.of(
                                ShelfCreate.room(room).place(1).amount(1),
                                ShelfCreate.room(room).place(1).amount(2)))
                        .on(SHELVES.ROOM, SHELVES.PLACE)
                        .whenMatched()
                        .update()
                        .run());
        assertThat(twice.sqlState()).contains("21000");
        assertThatThrownBy(() -> plain.items()
                        .merge(List.of(ItemCreate.code(room)))
                        .on(ITEMS.CODE)
                        .whenNotMatched()
                        .insert()
                        .fetch(ExpressionTest.STOCKED))
                .isInstanceOf(ShapeMismatch.class);
    }

    @Test
    void aServerThatIsTooOldIsNamed() {
        assumeTrue(version < 17);
        var merge = plain.shelves()
                .merge(List.of(ShelfCreate.room(room()).place(1)))
                .on(SHELVES.ROOM, SHELVES.PLACE)
                .whenNotMatched()
                .insert();
        assertThatThrownBy(merge::fetch)
                .isInstanceOf(ServerTooOld.class)
                .hasMessageContaining("this MERGE needs PostgreSQL 17 or later, and the server is version " + version);
        assertThatThrownBy(merge.whenNotMatchedBySource().delete()::run).isInstanceOf(ServerTooOld.class);
        if (version < 15) {
            assertThatThrownBy(merge::run).hasMessageContaining("MERGE needs PostgreSQL 15");
        }
    }
}
