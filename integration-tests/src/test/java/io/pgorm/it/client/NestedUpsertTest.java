package io.pgorm.it.client;

import static io.pgorm.it.writing.Tables.AUTHORS;
import static io.pgorm.it.writing.Tables.BADGES;
import static io.pgorm.it.writing.Tables.BOOKS;
import static io.pgorm.it.writing.Tables.KINDS;
import static io.pgorm.it.writing.Tables.POSTS;
import static io.pgorm.it.writing.Tables.PROFILES;
import static io.pgorm.it.writing.Tables.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.Shape;
import io.pgorm.client.error.ForeignKeyViolation;
import io.pgorm.client.error.RelatedRowMissing;
import io.pgorm.client.error.UniqueViolation;
import io.pgorm.it.writing.Author;
import io.pgorm.it.writing.AuthorCreate;
import io.pgorm.it.writing.AuthorRef;
import io.pgorm.it.writing.AuthorUpdate;
import io.pgorm.it.writing.BadgeCreate;
import io.pgorm.it.writing.BadgeUpdate;
import io.pgorm.it.writing.BookCreate;
import io.pgorm.it.writing.BookUpdate;
import io.pgorm.it.writing.CommentCreate;
import io.pgorm.it.writing.Db;
import io.pgorm.it.writing.KindRef;
import io.pgorm.it.writing.MedalCreate;
import io.pgorm.it.writing.MedalRef;
import io.pgorm.it.writing.PostCreate;
import io.pgorm.it.writing.PostUpdate;
import io.pgorm.it.writing.ProfileCreate;
import io.pgorm.it.writing.Session;
import io.pgorm.it.writing.ShelfCreate;
import io.pgorm.it.writing.ShelfRef;
import io.pgorm.it.writing.TagCreate;
import io.pgorm.it.writing.TagRef;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Related rows on both sides of an upsert, and in createMany: each in one round trip. */
class NestedUpsertTest {

    record Titles(String email, String name, List<String> titles) {}

    static final Shape<Titles> TITLES = Shape.of(
            Titles::new,
            AUTHORS.EMAIL,
            AUTHORS.NAME,
            AUTHORS.POSTS.orderBy(POSTS.ID).as(Shape.of((String title) -> title, POSTS.TITLE)));

    record Kinds(String title, List<String> kinds) {}

    static final Shape<Kinds> BOOK_KINDS = Shape.of(
            Kinds::new, BOOKS.TITLE, BOOKS.KINDS.orderBy(KINDS.CODE).as(Shape.of((String code) -> code, KINDS.CODE)));

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

    private static String name() {
        return "u" + COUNTER.incrementAndGet();
    }

    private static Author author() {
        return plain.authors().create(AuthorCreate.email(name()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theNewRowGetsTheRowsOfTheOneSideAndTheOldRowThoseOfTheOther(boolean identity) throws Exception {
        Db db = db(identity);
        String email = name();
        List<String> expected = new ArrayList<>(List.of("first"));
        for (int i = 0; i < 3; i++) {
            server.proxy().assertRoundTrips(1, () -> {
                Titles titles = db.authors()
                        .returning(TITLES)
                        .upsert(AuthorCreate.email(email)
                                .name("new")
                                .profile(ProfileCreate.bio("once"))
                                .posts(PostCreate.title("first").comments(CommentCreate.body("c"))))
                        .onConflict(AUTHORS.EMAIL)
                        .doUpdate(AuthorUpdate.name("old").posts(PostCreate.title("again")));
                assertThat(titles)
                        .isEqualTo(new Titles(email, expected.size() == 1 ? "new" : "old", List.copyOf(expected)));
            });
            expected.add("again");
        }
        int author = plain.authors().findByEmail(email).orElseThrow().id();
        assertThat(plain.profiles().where(PROFILES.AUTHOR_ID.eq(author)).count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bothSidesConnectByKeysAndTakeAway(boolean identity) throws Exception {
        Db db = db(identity);
        String isbn = name();
        String one = name();
        String two = name();
        String room = name();
        plain.shelves().create(ShelfCreate.room(room).place(1));
        for (int i = 0; i < 2; i++) {
            List<String> expected = i == 0 ? List.of(one) : List.of(two);
            server.proxy()
                    .assertRoundTrips(
                            1,
                            () -> assertThat(db.books()
                                            .returning(BOOK_KINDS)
                                            .upsert(BookCreate.isbn(isbn)
                                                    .title("t")
                                                    .shelf(ShelfRef.connect(room, 1))
                                                    .kinds(KindRef.connectOrCreate(one)))
                                            .onConflict(BOOKS.ISBN)
                                            .doUpdate(BookUpdate.title("t2")
                                                    .disconnectShelf()
                                                    .setKinds(KindRef.connectOrCreate(two)))
                                            .kinds())
                                    .isEqualTo(expected));
        }
        assertThat(plain.books().findByIsbn(isbn).orElseThrow().room()).isNull();
        assertThat(plain.kinds().where(KINDS.CODE.in(one, two)).count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void doUpdateAppliesAllThatWasGivenToEither(boolean identity) throws Exception {
        Db db = db(identity);
        String email = name();
        for (int i = 1; i <= 2; i++) {
            int times = i;
            server.proxy()
                    .assertRoundTrips(
                            1,
                            () -> assertThat(db.authors()
                                            .returning(TITLES)
                                            .upsert(AuthorCreate.email(email)
                                                    .name("n" + times)
                                                    .posts(PostCreate.title("p" + times)))
                                            .onConflict(AUTHORS.EMAIL)
                                            .doUpdate())
                                    .isEqualTo(new Titles(
                                            email, "n" + times, times == 1 ? List.of("p1") : List.of("p1", "p2"))));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingIsRelatedToARowThatIsLeft(boolean identity) throws Exception {
        Db db = db(identity);
        String email = name();
        var upsert = db.authors()
                .returning(TITLES)
                .upsert(AuthorCreate.email(email).name("n").posts(PostCreate.title("p")))
                .onConflict(AUTHORS.EMAIL);
        Titles only = new Titles(email, "n", List.of("p"));
        server.proxy().assertRoundTrips(1, () -> assertThat(upsert.doNothing()).contains(only));
        server.proxy().assertRoundTrips(1, () -> assertThat(upsert.doNothing()).isEmpty());
        server.proxy().assertRoundTrips(1, () -> assertThat(upsert.orFetch()).isEqualTo(only));
    }

    @Test
    void anExpressionKnowsWhatWasToBeInserted() {
        Author author = author();
        String medal = name();
        plain.medals().create(MedalCreate.code(medal));
        for (int expected : new int[] {3, 6}) {
            assertThat(plain.badges()
                            .upsert(BadgeCreate.author(AuthorRef.connectByEmail(author.email()))
                                    .kind(MedalRef.connect(medal))
                                    .rank(3))
                            .onConflict(BADGES.AUTHOR_ID, BADGES.KIND_CODE)
                            .doUpdate(BadgeUpdate.set(BADGES.RANK, BADGES.RANK.plus(DSL.excluded(BADGES.RANK))))
                            .rank())
                    .isEqualTo(expected);
        }
    }

    @Test
    void whatTheOldRowPointsToMayBeMade() {
        Author author = author();
        int post = plain.posts()
                .create(PostCreate.title("t").authorId(author.id()))
                .id();
        String reviewer = name();
        assertThat(plain.posts()
                        .upsert(PostCreate.title("t2").id(post).authorId(author.id()))
                        .onConflict(POSTS.ID)
                        .doUpdate(PostUpdate.title("t3").reviewer(AuthorCreate.email(reviewer)))
                        .title())
                .isEqualTo("t3");
        assertThat(plain.authors().findByEmail(reviewer)).isPresent();
        // a new row: the reviewer of the other side is not made
        assertThat(plain.posts()
                        .upsert(PostCreate.title("fresh")
                                .id(post + 1_000_000)
                                .author(AuthorRef.connectByEmail(reviewer)))
                        .onConflict(POSTS.ID)
                        .doUpdate(PostUpdate.reviewer(AuthorCreate.email(reviewer + "no")))
                        .title())
                .isEqualTo("fresh");
        assertThat(plain.authors().findByEmail(reviewer + "no")).isEmpty();
    }

    @Test
    void whatANewRowWouldPointToIsNotMade() {
        assertThatThrownBy(() -> plain.posts()
                        .upsert(PostCreate.title("t").id(1).author(AuthorCreate.email(name())))
                        .onConflict(POSTS.ID)
                        .doUpdate())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("an upsert cannot make the author of a new Post");
        assertThatThrownBy(() -> plain.posts()
                        .upsert(PostCreate.title("t").author(AuthorRef.connect(1)))
                        .onConflict(POSTS.ID)
                        .doUpdate())
                .hasMessageContaining("give each of them a value");
    }

    @Test
    void aFailureUndoesEverythingOnBothSides() {
        Author author = author();
        assertThatThrownBy(() -> plain.authors()
                        .upsert(AuthorCreate.email(author.email()))
                        .onConflict(AUTHORS.EMAIL)
                        .doUpdate(AuthorUpdate.name("x")
                                .posts(PostCreate.title("p").reviewer(AuthorRef.connect(-1)))))
                .isInstanceOf(ForeignKeyViolation.class);
        assertThat(plain.authors().findById(author.id()).orElseThrow().name()).isNull();
        assertThatThrownBy(() -> plain.authors()
                        .upsert(AuthorCreate.email(name()).id(author.id()).posts(PostCreate.title("p")))
                        .onConflict(AUTHORS.EMAIL)
                        .doUpdate())
                .isInstanceOf(UniqueViolation.class);
        assertThatThrownBy(() -> plain.authors()
                        .upsert(AuthorCreate.email(author.email()))
                        .onConflict(AUTHORS.EMAIL)
                        .doUpdate(AuthorUpdate.mentor(AuthorRef.connectByEmail("nobody"))))
                .isInstanceOf(RelatedRowMissing.class);
    }

    @Test
    void theSameKeyByManyAtOnceIsOneRow() throws Exception {
        String email = name();
        List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    try {
                        for (int k = 0; k < 10; k++) {
                            plain.authors()
                                    .upsert(AuthorCreate.email(email).posts(PostCreate.title("new")))
                                    .onConflict(AUTHORS.EMAIL)
                                    .doUpdate(AuthorUpdate.posts(PostCreate.title("more")));
                        }
                    } catch (RuntimeException e) {
                        failures.add(e);
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        int author = plain.authors().findByEmail(email).orElseThrow().id();
        assertThat(plain.posts().where(POSTS.AUTHOR_ID.eq(author)).count()).isEqualTo(80);
        assertThat(plain.posts()
                        .where(POSTS.AUTHOR_ID.eq(author).and(POSTS.TITLE.eq("new")))
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void createManyConnectsByKeysAndMakesWhatHangsOnTheRows(boolean identity) throws Exception {
        Db db = db(identity);
        Author author = author();
        String tag = name();
        plain.tags().create(TagCreate.name(tag));
        List<PostCreate> posts = IntStream.range(0, 300)
                .mapToObj(i -> (PostCreate) PostCreate.title("p" + i)
                        .tags(TagRef.connectOrCreate(tag))
                        .comments(CommentCreate.body("c" + i))
                        .author(AuthorRef.connectByEmail(author.email())))
                .toList();
        List<PostCreate> all = new ArrayList<>(posts);
        all.add(PostCreate.title("plain").authorId(author.id()));
        server.proxy()
                .assertRoundTrips(
                        1, () -> assertThat(db.posts().createMany(all)).isEqualTo(301));
        assertThat(plain.posts()
                        .where(POSTS.AUTHOR_ID.eq(author.id()).and(POSTS.TAGS.some(TAGS.NAME.eq(tag))))
                        .count())
                .isEqualTo(300);
        assertThat(plain.posts()
                        .where(POSTS.AUTHOR_ID.eq(author.id()))
                        .orderBy(POSTS.ID)
                        .fetch(NestedTest.WORDS)
                        .get(7))
                .isEqualTo(new NestedTest.Words("p7", List.of(tag), List.of("c7")));
        assertThatThrownBy(() -> db.posts()
                        .createMany(List.of(
                                PostCreate.title("x").authorId(author.id()),
                                PostCreate.title("x").author(AuthorRef.connectByEmail("nobody")))))
                .isInstanceOf(RelatedRowMissing.class);
        assertThat(plain.posts().where(POSTS.TITLE.eq("x")).count()).isZero();
    }

    @Test
    void manyMoreThanOneTripHoldsAreAllOrNothing() {
        Author author = author();
        assertThat(plain.posts()
                        .createMany(IntStream.range(0, 6_000)
                                .mapToObj(i ->
                                        PostCreate.title("many").author(AuthorRef.connectByEmail(author.email())))))
                .isEqualTo(6_000);
        assertThatThrownBy(() -> plain.posts()
                        .createMany(IntStream.range(0, 6_000)
                                .mapToObj(i -> PostCreate.title("none")
                                        .author(AuthorRef.connectByEmail(i < 5_990 ? author.email() : "nobody")))))
                .isInstanceOf(RelatedRowMissing.class);
        assertThat(plain.posts().where(POSTS.TITLE.eq("none")).count()).isZero();
    }
}
