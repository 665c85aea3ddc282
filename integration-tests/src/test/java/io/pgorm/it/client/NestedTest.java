package io.pgorm.it.client;

import static io.pgorm.it.writing.Tables.AUTHORS;
import static io.pgorm.it.writing.Tables.BADGES;
import static io.pgorm.it.writing.Tables.BOOKS;
import static io.pgorm.it.writing.Tables.CLUBS;
import static io.pgorm.it.writing.Tables.COMMENTS;
import static io.pgorm.it.writing.Tables.ENTRIES;
import static io.pgorm.it.writing.Tables.KINDS;
import static io.pgorm.it.writing.Tables.LEDGERS;
import static io.pgorm.it.writing.Tables.MEMBERSHIPS;
import static io.pgorm.it.writing.Tables.POSTS;
import static io.pgorm.it.writing.Tables.PROFILES;
import static io.pgorm.it.writing.Tables.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pgorm.client.Shape;
import io.pgorm.client.error.ForeignKeyViolation;
import io.pgorm.client.error.RelatedRowMissing;
import io.pgorm.client.error.StaleVersion;
import io.pgorm.client.error.UniqueViolation;
import io.pgorm.client.error.WrongRowCount;
import io.pgorm.it.writing.Author;
import io.pgorm.it.writing.AuthorCreate;
import io.pgorm.it.writing.AuthorRef;
import io.pgorm.it.writing.AuthorUpdate;
import io.pgorm.it.writing.BadgeCreate;
import io.pgorm.it.writing.Book;
import io.pgorm.it.writing.BookCreate;
import io.pgorm.it.writing.BookRef;
import io.pgorm.it.writing.BookUpdate;
import io.pgorm.it.writing.ClubCreate;
import io.pgorm.it.writing.CommentCreate;
import io.pgorm.it.writing.Db;
import io.pgorm.it.writing.EntryCreate;
import io.pgorm.it.writing.KindRef;
import io.pgorm.it.writing.LedgerCreate;
import io.pgorm.it.writing.MedalCreate;
import io.pgorm.it.writing.MedalRef;
import io.pgorm.it.writing.MembershipCreate;
import io.pgorm.it.writing.Post;
import io.pgorm.it.writing.PostCreate;
import io.pgorm.it.writing.PostRef;
import io.pgorm.it.writing.PostUpdate;
import io.pgorm.it.writing.ProfileCreate;
import io.pgorm.it.writing.Session;
import io.pgorm.it.writing.ShelfCreate;
import io.pgorm.it.writing.ShelfRef;
import io.pgorm.it.writing.ShelfUpdate;
import io.pgorm.it.writing.TagCreate;
import io.pgorm.it.writing.TagRef;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows written with the rows that they are related to, over every kind of relation, each in one round trip. */
class NestedTest {

    record Words(String title, List<String> tags, List<String> comments) {}

    static final Shape<Words> WORDS = Shape.of(
            Words::new,
            POSTS.TITLE,
            POSTS.TAGS.orderBy(TAGS.NAME).as(Shape.of((String name) -> name, TAGS.NAME)),
            POSTS.COMMENTS.orderBy(COMMENTS.BODY).as(Shape.of((String body) -> body, COMMENTS.BODY)));

    record Card(String email, List<Words> posts) {}

    static final Shape<Card> CARD = Shape.of(
            Card::new, AUTHORS.EMAIL, AUTHORS.POSTS.orderBy(POSTS.TITLE).as(WORDS));

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
        return "n" + COUNTER.incrementAndGet();
    }

    private static Author author() {
        return plain.authors().create(AuthorCreate.email(name()));
    }

    private static Post post(Author author) {
        return plain.posts().create(PostCreate.title(name()).authorId(author.id()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTreeOfFourLevelsIsOneRoundTrip(boolean identity) throws Exception {
        Db db = db(identity);
        String tag = name();
        plain.tags().create(TagCreate.name(tag));
        String email = name();
        server.proxy().assertRoundTrips(1, () -> {
            Card card = db.authors()
                    .returning(CARD)
                    .create(AuthorCreate.email(email)
                            .name("Ann")
                            .profile(ProfileCreate.bio("likes cats"))
                            .posts(
                                    PostCreate.title("Hello")
                                            .tags(TagRef.connectOrCreate(tag), TagRef.connectOrCreate(tag + "new"))
                                            .comments(CommentCreate.body("first"), CommentCreate.body("second")),
                                    PostCreate.title("World")
                                            .tags(TagCreate.name(tag + "own"))
                                            .comments(CommentCreate.body("third"))));
            assertThat(card.email()).isEqualTo(email);
            assertThat(card.posts())
                    .containsExactly(
                            new Words("Hello", List.of(tag, tag + "new"), List.of("first", "second")),
                            new Words("World", List.of(tag + "own"), List.of("third")));
        });
        assertThat(plain.profiles()
                        .where(PROFILES.AUTHOR.is(AUTHORS.EMAIL.eq(email)))
                        .fetch())
                .extracting(profile -> profile.bio())
                .containsExactly("likes cats");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRowPointsToOneThatIsThereOrToANewOne(boolean identity) throws Exception {
        Db db = db(identity);
        Author author = author();
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.posts()
                                        .create(PostCreate.title("by key").author(AuthorRef.connect(author.id())))
                                        .authorId())
                                .isEqualTo(author.id()));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.posts()
                                        .create(PostCreate.title("by email")
                                                .author(AuthorRef.connectByEmail(author.email())))
                                        .authorId())
                                .isEqualTo(author.id()));
        String email = name();
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.posts()
                                        .returning(ReturningTest.WRITTEN)
                                        .create(PostCreate.title("new").author(AuthorCreate.email(email)))
                                        .author()
                                        .email())
                                .isEqualTo(email));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.posts()
                                        .returning(ReturningTest.WRITTEN)
                                        .create(PostCreate.title("again")
                                                .author(AuthorRef.connectOrCreateByEmail(AuthorCreate.email(email)
                                                        .name("not taken")))
                                                .reviewer(AuthorRef.connect(author.id()))
                                                .comments(CommentCreate.body("c")))
                                        .author()
                                        .name())
                                .isNull());
        assertThat(plain.authors().where(AUTHORS.EMAIL.eq(email)).count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void selfRelationsGoBothWays(boolean identity) throws Exception {
        Db db = db(identity);
        String email = name();
        server.proxy().assertRoundTrips(1, () -> {
            Author pupil = db.authors()
                    .create(AuthorCreate.email(email)
                            .mentor(AuthorCreate.email(email + "mentor"))
                            .pupils(AuthorCreate.email(email + "a"), AuthorCreate.email(email + "b")));
            assertThat(pupil.mentorId()).isNotNull();
        });
        assertThat(plain.authors()
                        .where(AUTHORS.MENTOR.is(AUTHORS.EMAIL.eq(email)))
                        .orderBy(AUTHORS.EMAIL)
                        .fetch())
                .extracting(Author::email)
                .containsExactly(email + "a", email + "b");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void keysOfTwoColumnsAndKeysOfTheCaller(boolean identity) throws Exception {
        Db db = db(identity);
        String room = name();
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.shelves()
                                        .returning(ReturningTest.BOARDS)
                                        .create(ShelfCreate.room(room)
                                                .place(4)
                                                .books(
                                                        BookCreate.isbn(room + "1")
                                                                .title("A")
                                                                .kinds(KindRef.connectOrCreate(room)),
                                                        BookCreate.isbn(room + "2")
                                                                .title("B")
                                                                .kinds(KindRef.connectOrCreate(room)))))
                                .isEqualTo(new ReturningTest.Boards(room, 4, List.of("A", "B"))));
        assertThat(plain.books().where(BOOKS.KINDS.some(KINDS.CODE.eq(room))).count())
                .isEqualTo(2);
        server.proxy().assertRoundTrips(1, () -> {
            Book book =
                    db.books().create(BookCreate.isbn(room + "3").title("C").shelf(ShelfRef.connectOrCreate(room, 5)));
            assertThat(book.place()).isEqualTo(5);
        });
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.books()
                                        .byIsbn(room + "3")
                                        .update(BookUpdate.disconnectShelf())
                                        .orElseThrow()
                                        .room())
                                .isNull());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aModelThatLinksTwoTakesTheMissingKeyFromTheRowAround(boolean identity) throws Exception {
        Db db = db(identity);
        String code = name();
        server.proxy().assertRoundTrips(1, () -> {
            Author author = db.authors()
                    .create(AuthorCreate.email(code)
                            .badges(
                                    BadgeCreate.kind(MedalRef.connectOrCreate(code))
                                            .rank(3),
                                    BadgeCreate.kind(MedalCreate.code(code + "new"))));
            assertThat(author.email()).isEqualTo(code);
        });
        assertThat(plain.badges()
                        .where(BADGES.AUTHOR.is(AUTHORS.EMAIL.eq(code)))
                        .orderBy(BADGES.KIND_CODE)
                        .fetch())
                .extracting(badge -> badge.kindCode() + badge.rank())
                .containsExactly(code + "3", code + "new1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anUpdateConnectsDisconnectsAndSets(boolean identity) throws Exception {
        Db db = db(identity);
        Author author = author();
        Post first = post(author);
        Post second = post(author);
        String tag = name();
        server.proxy().assertRoundTrips(1, () -> {
            Words words = db.posts()
                    .byId(first.id())
                    .returning(WORDS)
                    .update(PostUpdate.title("changed")
                            .tags(TagRef.connectOrCreate(tag + 1), TagRef.connectOrCreate(tag + 2))
                            .tags(TagCreate.name(tag + 3))
                            .comments(CommentCreate.body("new")))
                    .orElseThrow();
            assertThat(words).isEqualTo(new Words("changed", List.of(tag + 1, tag + 2, tag + 3), List.of("new")));
        });
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.posts()
                                        .byId(first.id())
                                        .returning(WORDS)
                                        .update(PostUpdate.disconnectTags(TagRef.connectByName(tag + 1)))
                                        .orElseThrow()
                                        .tags())
                                .containsExactly(tag + 2, tag + 3));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.posts()
                                        .byId(first.id())
                                        .returning(WORDS)
                                        .update(PostUpdate.setTags(
                                                TagRef.connectOrCreate(tag + 1),
                                                TagRef.connectOrCreate(tag + 3),
                                                TagRef.connectOrCreate(tag + 4)))
                                        .orElseThrow()
                                        .tags())
                                .containsExactly(tag + 1, tag + 3, tag + 4));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.posts()
                                        .byId(first.id())
                                        .returning(WORDS)
                                        .update(PostUpdate.setTags())
                                        .orElseThrow()
                                        .tags())
                                .isEmpty());
        Author reviewer = author();
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> db.authors()
                                .byId(reviewer.id())
                                .update(AuthorUpdate.reviewed(
                                        PostRef.connect(first.id()), PostRef.connect(second.id()))));
        assertThat(plain.posts().where(POSTS.REVIEWER_ID.eq(reviewer.id())).count())
                .isEqualTo(2);
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> db.authors()
                                .byEmail(reviewer.email())
                                .update(AuthorUpdate.disconnectReviewed(PostRef.connect(first.id()))));
        assertThat(plain.posts().where(POSTS.REVIEWER_ID.eq(reviewer.id())).fetch())
                .extracting(Post::id)
                .containsExactly(second.id());
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> db.authors()
                                .byId(reviewer.id())
                                .update(AuthorUpdate.setReviewed(PostRef.connect(first.id()))));
        assertThat(plain.posts().where(POSTS.REVIEWER_ID.eq(reviewer.id())).fetch())
                .extracting(Post::id)
                .containsExactly(first.id());
        db.authors().byId(reviewer.id()).update(AuthorUpdate.setReviewed());
        assertThat(plain.posts().where(POSTS.REVIEWER_ID.eq(reviewer.id())).exists())
                .isFalse();
        db.posts().byId(first.id()).update(PostUpdate.author(AuthorRef.connectByEmail(reviewer.email())));
        assertThat(plain.posts().findById(first.id()).orElseThrow().authorId()).isEqualTo(reviewer.id());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anUpdateMakesTheRowItPointsToAndRowsThatPointToIt(boolean identity) throws Exception {
        Db db = db(identity);
        Post post = post(author());
        String email = name();
        server.proxy().assertRoundTrips(1, () -> {
            Post changed = db.posts()
                    .byId(post.id())
                    .ifVersion(1)
                    .update(PostUpdate.author(AuthorCreate.email(email)).comments(CommentCreate.body("b")))
                    .orElseThrow();
            assertThat(changed.authorId()).isNotEqualTo(post.authorId());
            assertThat(changed.version()).isEqualTo(2);
        });
        assertThatThrownBy(() -> db.posts()
                        .byId(post.id())
                        .ifVersion(1)
                        .update(PostUpdate.author(AuthorCreate.email(email + "lost"))))
                .isInstanceOf(StaleVersion.class);
        assertThat(plain.authors().where(AUTHORS.EMAIL.eq(email + "lost")).exists())
                .isFalse();
        String room = name();
        plain.shelves().create(ShelfCreate.room(room).place(1));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.shelves()
                                        .byRoomAndPlace(room, 1)
                                        .returning(ReturningTest.BOARDS)
                                        .update(ShelfUpdate.books(
                                                BookCreate.isbn(room).title("moved in"))))
                                .contains(new ReturningTest.Boards(room, 1, List.of("moved in"))));
        plain.books().create(BookCreate.isbn(room + "2").title("loose"));
        assertThat(db.shelves()
                        .byRoomAndPlace(room, 1)
                        .returning(ReturningTest.BOARDS)
                        .update(ShelfUpdate.setBooks(BookRef.connect(room + "2"))))
                .contains(new ReturningTest.Boards(room, 1, List.of("loose")));
    }

    @Test
    void otherRowsAreLeftAloneByASet() {
        Author one = author();
        Author other = author();
        Post reviewed = post(one);
        Post kept = post(one);
        String tag = name();
        plain.posts()
                .byId(kept.id())
                .update(PostUpdate.reviewer(AuthorRef.connect(other.id())).tags(TagCreate.name(tag)));
        plain.authors().byId(one.id()).update(AuthorUpdate.setReviewed(PostRef.connect(reviewed.id())));
        plain.authors().byId(one.id()).update(AuthorUpdate.setReviewed());
        plain.posts().byId(reviewed.id()).update(PostUpdate.setTags(TagRef.connectByName(tag)));
        plain.posts().byId(reviewed.id()).update(PostUpdate.setTags());
        assertThat(plain.posts().findById(kept.id()).orElseThrow().reviewerId()).isEqualTo(other.id());
        assertThat(plain.posts().findById(kept.id(), WORDS).orElseThrow().tags())
                .containsExactly(tag);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingIsWrittenWhereTheRowToChangeIsNotThere(boolean identity) throws Exception {
        Db db = db(identity);
        String tag = name();
        long comments = plain.comments().count();
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.posts()
                                        .byId(-1)
                                        .update(PostUpdate.author(AuthorCreate.email(tag))
                                                .tags(TagCreate.name(tag))
                                                .comments(CommentCreate.body("lost"))
                                                .setTags(TagRef.connectOrCreate(tag))))
                                .isEmpty());
        assertThat(plain.tags().where(TAGS.NAME.eq(tag)).exists()).isFalse();
        assertThat(plain.authors().where(AUTHORS.EMAIL.eq(tag)).exists()).isFalse();
        assertThat(plain.comments().count()).isEqualTo(comments);
        plain.transaction(tx -> {
            assertThat(tx.posts().byId(-1).update(PostUpdate.comments(CommentCreate.body("lost"))))
                    .isEmpty();
            assertThat(tx.comments().count()).isEqualTo(comments);
        });
    }

    record Balance(int total, List<Integer> amounts) {}

    /** The row has to be read again then, for it has changed since it was written. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRowThatATriggerOfAnotherChangesComesAsItIsThen(boolean identity) throws Exception {
        Db db = db(identity);
        Shape<Balance> shape = Shape.of(
                Balance::new,
                LEDGERS.TOTAL,
                LEDGERS.ENTRIES.orderBy(ENTRIES.AMOUNT).as(Shape.of((Integer amount) -> amount, ENTRIES.AMOUNT)));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.ledgers()
                                        .returning(shape)
                                        .create(LedgerCreate.total(1)
                                                .entries(EntryCreate.amount(3), EntryCreate.amount(4))))
                                .isEqualTo(new Balance(8, List.of(3, 4))));
    }

    /** A RETURNING of the row itself would ask the policy before there is a member. */
    @Test
    void aRowThatIsSeenOnceItsRowsAreThereIsWrittenWithThem() throws Exception {
        UUID id = UUID.randomUUID();
        Shape<String> shape = Shape.of(
                (String name, List<Integer> users) -> name + users,
                CLUBS.NAME,
                CLUBS.MEMBERS.as(Shape.of((Integer user) -> user, MEMBERSHIPS.USER_ID)));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db(true).clubs()
                                        .returning(shape)
                                        .create(ClubCreate.name("chess").id(id).members(MembershipCreate.userId(7))))
                                .isEqualTo("chess[7]"));
    }

    @Test
    void aRowThatIsNotThereToConnectUndoesAll() {
        String email = name();
        RelatedRowMissing missing = catchThrowableOfType(
                RelatedRowMissing.class,
                () -> plain.posts().create(PostCreate.title(email).author(AuthorRef.connectByEmail("nobody" + email))));
        assertThat(missing.model()).isEqualTo("Author");
        assertThatThrownBy(() -> plain.posts().create(PostCreate.title(email).author(AuthorRef.connect(-1))))
                .isInstanceOf(ForeignKeyViolation.class);
        assertThatThrownBy(() -> plain.posts()
                        .create(PostCreate.title(email)
                                .author(AuthorCreate.email(email))
                                .tags(TagRef.connect(-1))))
                .isInstanceOf(ForeignKeyViolation.class);
        assertThatThrownBy(
                        () -> plain.authors().create(AuthorCreate.email(email).reviewed(PostRef.connect(-1))))
                .isInstanceOf(WrongRowCount.class)
                .hasMessageContaining("Post");
        assertThat(plain.posts().where(POSTS.TITLE.eq(email)).exists()).isFalse();
        assertThat(plain.authors().where(AUTHORS.EMAIL.eq(email)).exists()).isFalse();
    }

    @Test
    void anErrorOfADeepRowUndoesAllOfIt() {
        String email = name();
        assertThatThrownBy(() -> plain.authors()
                        .create(AuthorCreate.email(email)
                                .posts(PostCreate.title("p").tags(TagCreate.name(email), TagCreate.name(email)))))
                .isInstanceOf(UniqueViolation.class);
        assertThat(plain.authors().where(AUTHORS.EMAIL.eq(email)).exists()).isFalse();
    }

    @Test
    void manyChildrenKeepTheirParents() {
        List<PostCreate.NeedsAuthor> posts = IntStream.range(0, 500)
                .mapToObj(i -> {
                    PostCreate.NeedsAuthor post = PostCreate.title("p" + i).comments(CommentCreate.body("c" + i));
                    return i % 2 == 0 ? post : post.version(i);
                })
                .toList();
        Author author = plain.authors().create(AuthorCreate.email(name()).posts(posts));
        List<Words> words = plain.posts().where(POSTS.AUTHOR_ID.eq(author.id())).fetch(WORDS);
        assertThat(words)
                .hasSize(500)
                .allSatisfy(post -> assertThat(post.comments())
                        .containsExactly("c" + post.title().substring(1)));
    }

    @Test
    void aNestedRowOfAnotherIsRefused() {
        assertThatThrownBy(() -> plain.shelves()
                        .create(ShelfCreate.room(name())
                                .place(1)
                                .books(BookCreate.isbn(name())
                                        .title("t")
                                        .room("other")
                                        .place(2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leave out its room");
        assertThatThrownBy(() -> plain.authors()
                        .returning(CARD)
                        .createMany(List.of(AuthorCreate.email(name()).posts(PostCreate.title("x")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("createMany");
        assertThatThrownBy(
                        () -> plain.authors().where(AUTHORS.ID.eq(1)).update(AuthorUpdate.posts(PostCreate.title("x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("byId");
    }
}
