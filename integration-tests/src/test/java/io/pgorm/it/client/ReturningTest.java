package io.pgorm.it.client;

import static io.pgorm.it.writing.Tables.ACCOUNTS;
import static io.pgorm.it.writing.Tables.AUTHORS;
import static io.pgorm.it.writing.Tables.BOOKS;
import static io.pgorm.it.writing.Tables.COMMENTS;
import static io.pgorm.it.writing.Tables.POSTS;
import static io.pgorm.it.writing.Tables.SHELVES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pgorm.client.Assignments;
import io.pgorm.client.Shape;
import io.pgorm.client.Update;
import io.pgorm.client.error.ShapeMismatch;
import io.pgorm.client.error.StaleVersion;
import io.pgorm.client.error.UniqueViolation;
import io.pgorm.client.error.WrongRowCount;
import io.pgorm.it.writing.Account;
import io.pgorm.it.writing.AccountCreate;
import io.pgorm.it.writing.AccountUpdate;
import io.pgorm.it.writing.Author;
import io.pgorm.it.writing.AuthorCreate;
import io.pgorm.it.writing.AuthorUpdate;
import io.pgorm.it.writing.BookCreate;
import io.pgorm.it.writing.CommentCreate;
import io.pgorm.it.writing.Db;
import io.pgorm.it.writing.MemoCreate;
import io.pgorm.it.writing.Post;
import io.pgorm.it.writing.PostCreate;
import io.pgorm.it.writing.PostUpdate;
import io.pgorm.it.writing.Session;
import io.pgorm.it.writing.Shelf;
import io.pgorm.it.writing.ShelfCreate;
import io.pgorm.it.writing.ShelfUpdate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes that give back shapes, upserts, versions and expected counts: each in one round trip. */
class ReturningTest {

    record Titles(int id, String email, List<String> titles, long total) {}

    record Title(String title) {}

    static final Shape<Titles> TITLES = Shape.of(
            (id, email, posts, total) ->
                    new Titles(id, email, posts.stream().map(Title::title).toList(), total),
            AUTHORS.ID,
            AUTHORS.EMAIL,
            AUTHORS.POSTS.orderBy(POSTS.ID).as(Title::new, POSTS.TITLE),
            AUTHORS.POSTS.count());

    record Written(String title, Author author) {}

    static final Shape<Written> WRITTEN = Shape.of(Written::new, POSTS.TITLE, POSTS.AUTHOR.row());

    record Boards(String room, int place, List<String> books) {}

    static final Shape<Boards> BOARDS = Shape.of(
            (room, place, books) ->
                    new Boards(room, place, books.stream().map(Title::title).toList()),
            SHELVES.ROOM,
            SHELVES.PLACE,
            SHELVES.BOOKS.orderBy(BOOKS.TITLE).as(Title::new, BOOKS.TITLE));

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private static WritingServer server;
    private static Db plain;

    @BeforeAll
    static void open() throws Exception {
        server = new WritingServer();
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

    private static String email() {
        return "a" + COUNTER.incrementAndGet() + "@x";
    }

    private static Author author() {
        return plain.authors().create(AuthorCreate.email(email()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void createGivesAnyShapeInOneRoundTrip(boolean identity) throws Exception {
        Db db = db(identity);
        String email = email();
        server.proxy().assertRoundTrips(1, () -> {
            Titles made = db.authors().returning(TITLES).create(AuthorCreate.email(email));
            assertThat(made.email()).isEqualTo(email);
            assertThat(made.titles()).isEmpty();
            assertThat(made.total()).isZero();
        });
        Author author = author();
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.posts()
                                        .returning(WRITTEN)
                                        .create(PostCreate.title("t").authorId(author.id())))
                                .isEqualTo(new Written("t", author)));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.shelves()
                                        .returning(BOARDS)
                                        .create(ShelfCreate.room(email).place(3)))
                                .isEqualTo(new Boards(email, 3, List.of())));
        server.proxy().assertRoundTrips(1, () -> db.authors().create(AuthorCreate.email(email())));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void updateAndDeleteByKeyGiveAnyShapeInOneRoundTrip(boolean identity) throws Exception {
        Db db = db(identity);
        Author author = author();
        plain.posts().create(PostCreate.title("one").authorId(author.id()));
        plain.posts().create(PostCreate.title("two").authorId(author.id()));
        server.proxy().assertRoundTrips(1, () -> {
            Titles changed = db.authors()
                    .byId(author.id())
                    .returning(TITLES)
                    .update(AuthorUpdate.name("N"))
                    .orElseThrow();
            assertThat(changed.titles()).containsExactly("one", "two");
            assertThat(changed.total()).isEqualTo(2);
        });
        assertThat(plain.authors().byId(-1).returning(TITLES).update(AuthorUpdate.name("N")))
                .isEmpty();
        String room = email();
        plain.shelves().create(ShelfCreate.room(room).place(1));
        server.proxy().assertRoundTrips(1, () -> {
            Boards moved = db.shelves()
                    .byRoomAndPlace(room, 1)
                    .returning(BOARDS)
                    .update(ShelfUpdate.place(2))
                    .orElseThrow();
            assertThat(moved).isEqualTo(new Boards(room, 2, List.of()));
        });
        Post post = plain.posts().create(PostCreate.title("gone").authorId(author.id()));
        plain.comments().create(CommentCreate.body("b").postId(post.id()));
        var bodies =
                Shape.of((List<String> all) -> all, POSTS.COMMENTS.as(Shape.of((String body) -> body, COMMENTS.BODY)));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.posts()
                                        .byId(post.id())
                                        .returning(bodies)
                                        .delete())
                                .contains(List.of("b")));
        assertThat(plain.posts().byId(post.id()).returning(bodies).delete()).isEmpty();
        assertThat(plain.posts().byId(post.id()).fetch()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void setsOfRowsGiveShapesInOneRoundTrip(boolean identity) throws Exception {
        Db db = db(identity);
        String name = email();
        for (int i = 0; i < 3; i++) {
            Author author = plain.authors().create(AuthorCreate.email(email()).name(name));
            plain.posts().create(PostCreate.title("p" + i).authorId(author.id()));
        }
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.authors()
                                        .where(AUTHORS.NAME.eq(name))
                                        .returning(TITLES)
                                        .update(AuthorUpdate.name(name + "!")))
                                .extracting(Titles::titles)
                                .containsExactlyInAnyOrder(List.of("p0"), List.of("p1"), List.of("p2")));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.posts()
                                        .where(POSTS.TITLE.in("p0", "p1", "p2"))
                                        .returning(POSTS.model().shape())
                                        .delete())
                                .hasSize(3));
        assertThatThrownBy(() -> db.authors()
                        .where(AUTHORS.NAME.eq(name))
                        .returning(TITLES)
                        .delete())
                .isInstanceOf(ShapeMismatch.class)
                .hasMessageContaining("delete by key");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void upsertMeetsTheRowThatIsThere(boolean identity) throws Exception {
        Db db = db(identity);
        String email = email();
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.authors()
                                        .upsert(AuthorCreate.email(email).name("first"))
                                        .onConflict(AUTHORS.EMAIL)
                                        .doUpdate()
                                        .name())
                                .isEqualTo("first"));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.authors()
                                        .upsert(AuthorCreate.email(email).name("second"))
                                        .onConflict(AUTHORS.EMAIL)
                                        .doUpdate()
                                        .name())
                                .isEqualTo("second"));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.authors()
                                        .upsert(AuthorCreate.email(email).name("third"))
                                        .onConflict(AUTHORS.EMAIL)
                                        .doUpdate(AuthorUpdate.name("changed"))
                                        .name())
                                .isEqualTo("changed"));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.authors()
                                        .upsert(AuthorCreate.email(email))
                                        .onConflict(AUTHORS.EMAIL)
                                        .doNothing())
                                .isEmpty());
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.authors()
                                        .upsert(AuthorCreate.email(email))
                                        .onConflict(AUTHORS.EMAIL)
                                        .orFetch()
                                        .name())
                                .isEqualTo("changed"));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.authors()
                                        .returning(TITLES)
                                        .upsert(AuthorCreate.email(email).name("fourth"))
                                        .onConflict(AUTHORS.EMAIL)
                                        .doUpdate()
                                        .titles())
                                .isEmpty());
        String room = email();
        for (int i = 0; i < 2; i++) {
            assertThat(db.shelves()
                            .upsert(ShelfCreate.room(room).place(1))
                            .onConflict(SHELVES.PLACE, SHELVES.ROOM)
                            .doUpdate())
                    .isEqualTo(new Shelf(room, 1));
        }
        assertThat(plain.authors().where(AUTHORS.EMAIL.eq(email)).count()).isEqualTo(1);
    }

    @Test
    void aPartialIndexBringsItsConditionFromTheSchema() {
        Account gone =
                plain.accounts().create(AccountCreate.login("ann").mail("Old@x").gone(true));
        Account first = plain.accounts()
                .upsert(AccountCreate.login("ann").mail("A@x"))
                .onConflict(ACCOUNTS.LOGIN)
                .doUpdate();
        Account second = plain.accounts()
                .upsert(AccountCreate.login("ann").mail("B@x").plan("paid"))
                .onConflict(ACCOUNTS.LOGIN)
                .doUpdate();
        assertThat(second.id()).isEqualTo(first.id()).isNotEqualTo(gone.id());
        assertThat(second.plan()).isEqualTo("paid");
        Account byMail = plain.accounts()
                .upsert(AccountCreate.login("bo").mail("b@X"))
                .onConflictIndex("account_mail")
                .doUpdate(AccountUpdate.plan("found by its mail"));
        assertThat(byMail.id()).isEqualTo(first.id());
        assertThat(byMail.plan()).isEqualTo("found by its mail");
        assertThatThrownBy(
                        () -> plain.accounts().create(AccountCreate.login("ann").mail("C@x")))
                .isInstanceOf(UniqueViolation.class);
    }

    @Test
    void aTargetThatIsNoKeyIsRefusedWithTheKeysThereAre() {
        assertThatThrownBy(() -> plain.authors().upsert(AuthorCreate.email("x")).onConflict(AUTHORS.NAME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[name]")
                .hasMessageContaining("[email]");
        assertThatThrownBy(() -> plain.authors().upsert(AuthorCreate.email("x")).onConflict(POSTS.ID))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plain.accounts()
                        .upsert(AccountCreate.login("x").mail("y"))
                        .onConflictIndex("nothing"))
                .hasMessageContaining("account_login");
    }

    @Test
    void aVersionIsCountedAndGuarded() throws Exception {
        Post post = plain.posts().create(PostCreate.title("v").authorId(author().id()));
        assertThat(post.version()).isEqualTo(1);
        Post second = plain.posts()
                .byId(post.id())
                .ifVersion(post.version())
                .update(PostUpdate.title("w"))
                .orElseThrow();
        assertThat(second.version()).isEqualTo(2);
        server.proxy().assertRoundTrips(1, () -> {
            StaleVersion stale = catchThrowableOfType(
                    StaleVersion.class,
                    () -> plain.posts()
                            .byId(post.id())
                            .ifVersion(post.version())
                            .update(PostUpdate.title("lost")));
            assertThat(stale.model()).isEqualTo("Post");
            assertThat(stale.version()).isEqualTo(1);
        });
        assertThat(plain.posts()
                        .byId(post.id())
                        .returning(WRITTEN)
                        .update(PostUpdate.title("x"))
                        .orElseThrow()
                        .title())
                .isEqualTo("x");
        assertThat(plain.posts().where(POSTS.ID.eq(post.id())).update(PostUpdate.title("y")))
                .isEqualTo(1);
        assertThat(plain.posts().findById(post.id()).orElseThrow().version()).isEqualTo(4);
        assertThatThrownBy(() -> plain.posts().byId(post.id()).ifVersion(3).delete())
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> plain.posts()
                        .byId(post.id())
                        .ifVersion(3)
                        .returning(WRITTEN)
                        .delete())
                .isInstanceOf(StaleVersion.class);
        assertThat(plain.posts().byId(post.id()).ifVersion(4).delete()).isTrue();
        assertThatThrownBy(() -> plain.authors().byId(1).ifVersion(1)).hasMessageContaining("@version");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherNumberOfRowsThanExpectedChangesNothing(boolean identity) throws Exception {
        Db db = db(identity);
        String name = email();
        for (int i = 0; i < 3; i++) {
            plain.authors().create(AuthorCreate.email(email()).name(name));
        }
        var rows = db.authors().where(AUTHORS.NAME.eq(name));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(rows.expectRows(3).update(AuthorUpdate.name(name)))
                                .isEqualTo(3));
        server.proxy().assertRoundTrips(identity ? 2 : 1, () -> {
            WrongRowCount wrong = catchThrowableOfType(
                    WrongRowCount.class, () -> rows.expectRows(1).update(AuthorUpdate.name("other")));
            assertThat(wrong.expected()).isEqualTo(1);
            assertThat(wrong.actual()).isEqualTo(3);
        });
        assertThatThrownBy(() -> rows.expectRows(2).delete()).isInstanceOf(WrongRowCount.class);
        assertThatThrownBy(() -> rows.expectRows(2).returning(TITLES).update(AuthorUpdate.name("other")))
                .isInstanceOf(WrongRowCount.class)
                .hasMessageContaining("met 3");
        var own = Shape.of((Integer id) -> id, AUTHORS.ID);
        assertThatThrownBy(() -> rows.expectRows(2).returning(own).delete()).isInstanceOf(WrongRowCount.class);
        var none = db.authors().where(AUTHORS.ID.eq(-1)).expectRows(1);
        assertThatThrownBy(() -> none.returning(own).delete()).isInstanceOf(WrongRowCount.class);
        assertThatThrownBy(() -> none.returning(TITLES).update(AuthorUpdate.name("x")))
                .isInstanceOf(WrongRowCount.class);
        assertThat(rows.count()).isEqualTo(3);
        assertThat(rows.expectRows(3).returning(own).delete()).hasSize(3);
    }

    @Test
    void aKeyOfAnEarlierCallIsNeverTakenForThatOfThisOne() {
        Author first = author();
        plain.transaction(tx -> {
            tx.authors().returning(TITLES).create(AuthorCreate.email(email()));
            assertThat(tx.authors().where(AUTHORS.ID.eq(-1)).returning(TITLES).update(AuthorUpdate.name("nobody")))
                    .isEmpty();
            assertThat(tx.authors()
                            .returning(TITLES)
                            .upsert(AuthorCreate.email(first.email()))
                            .onConflict(AUTHORS.EMAIL)
                            .doNothing())
                    .isEmpty();
        });
    }

    @Test
    void aPolicyRefusesTheRowOfAnotherAndHidesItFromChanges() {
        Db seven = plain.as(Session.uid(7));
        int memo = seven.memoes().create(MemoCreate.ownerId(7).text("mine")).id();
        assertThatThrownBy(() -> seven.memoes().create(MemoCreate.ownerId(8).text("x")))
                .isInstanceOf(io.pgorm.client.error.RowLevelSecurityViolation.class);
        assertThat(plain.as(Session.uid(8)).memoes().byId(memo).delete()).isFalse();
        assertThat(seven.memoes().byId(memo).delete()).isTrue();
    }

    @Test
    void anUpdateOfNothingSaysSo() {
        Update<Author> nothing = Assignments::none;
        assertThatThrownBy(() -> plain.authors().byId(1).update(nothing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing to change in Author");
        assertThatThrownBy(() -> plain.authors().all().update(nothing)).isInstanceOf(IllegalArgumentException.class);
        assertThat(plain.books().create(BookCreate.isbn(email()).title("t")).room())
                .isNull();
    }

    @Test
    void inputFromOutsideIsToldAllThatIsWrong() {
        assertThatThrownBy(() -> plain.posts().createFrom(Map.of("titel", "x", "authorId", "seven", "version", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("title is required and missing")
                .hasMessageContaining("titel is no field; the fields are [id, title, authorId")
                .hasMessageContaining("authorId is not of type Integer")
                .hasMessageNotContaining("seven");
        Author author = author();
        Post post = plain.posts().createFrom(Map.of("title", "from outside", "authorId", String.valueOf(author.id())));
        assertThat(post.authorId()).isEqualTo(author.id());
        assertThat(plain.posts()
                        .byId(post.id())
                        .updateFrom(Map.of("title", "changed"))
                        .orElseThrow()
                        .title())
                .isEqualTo("changed");
        assertThatThrownBy(() -> plain.posts().byId(post.id()).updateFrom(Map.of()))
                .hasMessageContaining("nothing to change");
    }
}
