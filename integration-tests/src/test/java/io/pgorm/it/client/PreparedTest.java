package io.pgorm.it.client;

import static io.pgorm.it.reading.Tables.AUTHORS;
import static io.pgorm.it.reading.Tables.COMMENTS;
import static io.pgorm.it.reading.Tables.POSTS;
import static io.pgorm.it.reading.Tables.SECRETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.PreparedQuery;
import io.pgorm.client.PreparedQuery2;
import io.pgorm.client.PreparedQuery3;
import io.pgorm.client.Shape;
import io.pgorm.client.error.TooManyRows;
import io.pgorm.database.testkit.Counted;
import io.pgorm.it.reading.Author;
import io.pgorm.it.reading.Db;
import io.pgorm.it.reading.Mood;
import io.pgorm.it.reading.Post;
import io.pgorm.it.reading.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Queries whose SQL is fixed, and queries that travel together. */
class PreparedTest {

    record Card(long id, String title, List<String> comments) {}

    private static final Shape<Card> CARD = Shape.of(
            Card::new,
            POSTS.ID,
            POSTS.TITLE,
            POSTS.COMMENTS.orderBy(COMMENTS.ID).as((String body) -> body, COMMENTS.BODY));

    private static final PreparedQuery<Integer, List<Card>> LATEST = PreparedQuery.of(
                    POSTS,
                    POSTS.AUTHOR_ID,
                    (posts, author) -> posts.where(POSTS.AUTHOR_ID.eq(author))
                            .orderBy(POSTS.ID.desc())
                            .limit(5))
            .list(CARD);

    private static final PreparedQuery<String, Optional<Author>> BY_EMAIL = PreparedQuery.of(
                    AUTHORS, AUTHORS.EMAIL, (authors, email) -> authors.where(AUTHORS.EMAIL.eq(email)))
            .optional();

    private static final PreparedQuery2<Mood, Integer, Long> HOW_MANY = PreparedQuery2.of(
                    POSTS,
                    POSTS.MOOD,
                    POSTS.SCORE,
                    (posts, mood, score) -> posts.where(POSTS.MOOD.eq(mood)).where(POSTS.SCORE.ge(score)))
            .count();

    private static final PreparedQuery3<Long, Long, String, Boolean> ANY = PreparedQuery3.of(
                    POSTS,
                    POSTS.ID,
                    POSTS.ID,
                    POSTS.TITLE,
                    (posts, low, high, title) ->
                            posts.where(POSTS.ID.between(low, high)).where(POSTS.TITLE.eq(title)))
            .exists();

    private static ReadingServer server;
    private static Db db;

    @BeforeAll
    static void fill() throws Exception {
        server = new ReadingServer();
        server.fill();
        server.execute("INSERT INTO secrets (text, owner_id) VALUES ('mine', 1), ('hers', 2)");
        db = server.connect();
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    @Test
    void aPreparedGraphIsOneRoundTripOfFixedSql() throws Exception {
        List<String> sent = new ArrayList<>();
        try (Db told = Db.open(server.options().withStatementListener(sent::add))) {
            for (Db as : ReadingServer.both(told)) {
                as.authors().count();
                sent.clear();
                for (int author = 1; author <= 3; author++) {
                    int id = author;
                    Counted<List<Card>> cards = server.proxy().measure(() -> as.run(LATEST, id));
                    assertThat(cards.count()).isEqualTo(1);
                    assertThat(cards.value())
                            .isEqualTo(db.posts()
                                    .where(POSTS.AUTHOR_ID.eq(id))
                                    .orderBy(POSTS.ID.desc())
                                    .limit(5)
                                    .fetch(CARD))
                            .hasSize(5);
                }
                assertThat(sent.stream().distinct()).hasSize(1);
            }
        }
    }

    @Test
    void aPreparedQueryGivesWhatItsKindSays() {
        assertThat(db.run(BY_EMAIL, "a3@x").map(Author::id)).contains(3);
        assertThat(db.run(BY_EMAIL, "nobody")).isEmpty();
        assertThat(db.run(BY_EMAIL, null)).isEmpty();
        assertThat(db.run(HOW_MANY, Mood.SAD, 2))
                .isEqualTo(db.posts()
                        .where(POSTS.MOOD.eq(Mood.SAD).and(POSTS.SCORE.ge(2)))
                        .count())
                .isPositive();
        assertThat(db.run(ANY, 3L, 5L, "post 4")).isTrue();
        assertThat(db.run(ANY, 5L, 9L, "post 4")).isFalse();
        PreparedQuery<Integer, Optional<Post>> tooWide = PreparedQuery.of(
                        POSTS, POSTS.AUTHOR_ID, (posts, author) -> posts.where(POSTS.AUTHOR_ID.eq(author)))
                .optional();
        assertThatThrownBy(() -> db.run(tooWide, 1)).isInstanceOf(TooManyRows.class);
        PreparedQuery<Long[], List<Post>> byIds = PreparedQuery.of(
                        POSTS,
                        DSL.val(new Long[0]),
                        (posts, ids) -> posts.where(POSTS.ID.eq(DSL.any(ids))).orderBy(POSTS.ID))
                .list();
        assertThat(db.run(byIds, new Long[] {7L, 3L})).extracting(Post::id).containsExactly(3L, 7L);
    }

    @Test
    void aParameterMayStandInSeveralPlaces() {
        PreparedQuery<Integer, List<Card>> twice = PreparedQuery.of(
                        POSTS,
                        POSTS.AUTHOR_ID,
                        (posts, author) -> posts.where(
                                        POSTS.AUTHOR_ID.eq(author).or(POSTS.SCORE.eq(author)))
                                .orderBy(POSTS.SCORE.eq(author).desc(), POSTS.ID))
                .list(CARD);
        assertThat(db.run(twice, 2))
                .isEqualTo(db.posts()
                        .where(POSTS.AUTHOR_ID.eq(2).or(POSTS.SCORE.eq(2)))
                        .orderBy(POSTS.SCORE.eq(2).desc(), POSTS.ID)
                        .fetch(CARD));
    }

    record Home(Author author, List<Card> latest, long posts, boolean gloomy, List<Author> others) {}

    @Test
    void independentQueriesTravelInOneRoundTripAndSeeOneState() throws Exception {
        for (Db as : ReadingServer.both(db)) {
            Counted<Home> home = server.proxy()
                    .measure(() -> as.batch(b -> {
                        var author = b.find(as.authors().byId(2));
                        var latest = b.add(LATEST, 2);
                        var posts = b.count(as.posts().where(POSTS.AUTHOR_ID.eq(2)));
                        var gloomy = b.exists(as.posts().where(POSTS.MOOD.eq(Mood.SAD)));
                        var others =
                                b.fetch(as.authors().where(AUTHORS.ID.ne(2)).orderBy(AUTHORS.ID));
                        return () -> new Home(
                                author.get().orElseThrow(), latest.get(), posts.get(), gloomy.get(), others.get());
                    }));
            assertThat(home.count()).isEqualTo(1);
            assertThat(home.value().author().email()).isEqualTo("a2@x");
            assertThat(home.value().latest()).hasSize(5).isEqualTo(db.run(LATEST, 2));
            assertThat(home.value().posts()).isEqualTo(14);
            assertThat(home.value().gloomy()).isTrue();
            assertThat(home.value().others()).extracting(Author::id).containsExactly(1, 3, 4);
        }
    }

    @Test
    void aBatchRunsInATransactionToo() throws Exception {
        db.transaction(tx -> {
            tx.authors().create(io.pgorm.it.reading.AuthorCreate.email("new@x"));
            Counted<Long> both = server.proxy()
                    .measure(() -> tx.batch(b -> {
                        Supplier<Long> authors = b.count(tx.authors().all());
                        Supplier<Optional<Author>> added = b.add(BY_EMAIL, "new@x");
                        return () ->
                                authors.get() + added.get().map(author -> 100).orElse(0);
                    }));
            assertThat(both.count()).isEqualTo(1);
            assertThat(both.value()).isEqualTo(105);
            tx.authors().where(AUTHORS.EMAIL.eq("new@x")).delete();
        });
    }

    @Test
    void aBatchIsForOneIdentity() {
        Db known = db.as(Session.uid(1));
        assertThat(known.<List<String>>batch(b -> {
                    var secrets = b.fetch(known.secrets().all(), Shape.of((String text) -> text, SECRETS.TEXT));
                    return secrets::get;
                }))
                .containsExactly("mine");
        assertThatThrownBy(() -> known.batch(b -> b.fetch(db.secrets().all())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("identity");
    }

    @Test
    void mistakesWithBatchesAndPreparedQueriesAreExplained() {
        assertThatThrownBy(() -> db.batch(b -> {
                    Supplier<Long> count = b.count(db.posts().all());
                    long tooEarly = count.get();
                    return () -> tooEarly;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has not been sent");
        assertThatThrownBy(() -> db.batch(b -> b.fetch(db.posts().where(DSL.condition("random() < 2")), CARD)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("second round trip");
        PreparedQuery<Integer, List<Post>> sends = PreparedQuery.of(POSTS, POSTS.AUTHOR_ID, (posts, author) -> {
                    posts.fetch();
                    return posts;
                })
                .list();
        assertThatThrownBy(() -> db.run(sends, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("db.run(QUERY, value)");
        assertThat(db.<String>batch(b -> () -> "nothing")).isEqualTo("nothing");
    }
}
