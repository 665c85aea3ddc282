package io.pgorm.it.client;

import static io.pgorm.it.reading.Tables.AUTHORS;
import static io.pgorm.it.reading.Tables.COMMENTS;
import static io.pgorm.it.reading.Tables.POSTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.Shape;
import io.pgorm.client.Sorting;
import io.pgorm.client.error.ShapeMismatch;
import io.pgorm.client.error.StatementRefused;
import io.pgorm.client.error.UnknownSortField;
import io.pgorm.database.testkit.Counted;
import io.pgorm.it.reading.Author;
import io.pgorm.it.reading.Db;
import io.pgorm.it.reading.Mood;
import io.pgorm.it.reading.Post;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is computed: of related rows, of groups, of the columns of a row; and sorting by what a request names. */
class AggregateTest {

    record Popularity(
            long id,
            long comments,
            @Nullable BigDecimal average,
            @Nullable BigDecimal sum,
            @Nullable Short least,
            @Nullable Short most,
            boolean any,
            boolean praised,
            int commenters,
            @Nullable String bodies) {}

    private static final Shape<Popularity> POPULARITY = Shape.of(
            Popularity::new,
            POSTS.ID,
            POSTS.COMMENTS.count(),
            POSTS.COMMENTS.avg(COMMENTS.STARS),
            POSTS.COMMENTS.sum(COMMENTS.STARS),
            POSTS.COMMENTS.min(COMMENTS.STARS),
            POSTS.COMMENTS.max(COMMENTS.STARS),
            POSTS.COMMENTS.exists(),
            POSTS.COMMENTS.some(COMMENTS.STARS.ge((short) 5)),
            POSTS.COMMENTS.countDistinct(COMMENTS.AUTHOR_ID),
            POSTS.COMMENTS.aggregate(
                    COMMENTS.BODY, body -> DSL.stringAgg(body, "|").orderBy(body)));

    private static ReadingServer server;
    private static Db db;

    @BeforeAll
    static void fill() throws Exception {
        server = new ReadingServer();
        server.fill();
        db = server.connect();
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    @Test
    void aggregatesOfRelatedRowsComeInTheSameRoundTrip() throws Exception {
        for (Db as : ReadingServer.both(db)) {
            Counted<Optional<Popularity>> counted =
                    server.proxy().measure(() -> as.posts().findById(4, POPULARITY));
            assertThat(counted.count()).isEqualTo(1);
            assertThat(counted.value().orElseThrow())
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(new Popularity(
                            4,
                            3,
                            BigDecimal.TWO,
                            new BigDecimal("6"),
                            (short) 0,
                            (short) 5,
                            true,
                            true,
                            3,
                            "comment 1 on 4|comment 2 on 4|comment 3 on 4"));
            assertThat(as.posts().findById(40, POPULARITY))
                    .contains(new Popularity(40, 0, null, null, null, null, false, false, 0, null));
        }
    }

    @Test
    void aggregatesMayBeFilteredAndStandInConditionsAndOrders() {
        Field<Long> good = POSTS.COMMENTS.where(COMMENTS.STARS.ge((short) 4)).count();
        List<Long> best = db.posts()
                .where(good.gt(1L))
                .orderBy(good.desc(), POSTS.COMMENTS.max(COMMENTS.STARS).desc().nullsLast(), POSTS.ID)
                .fetch(Shape.of((Long id) -> id, POSTS.ID));
        assertThat(best).isNotEmpty().isEqualTo(db.sql().fetch("""
                        SELECT id FROM posts p
                        WHERE (SELECT count(*) FROM comments WHERE post_id = p.id AND stars >= 4) > 1
                        ORDER BY (SELECT count(*) FROM comments WHERE post_id = p.id AND stars >= 4) DESC,
                          (SELECT max(stars) FROM comments WHERE post_id = p.id) DESC NULLS LAST, id
                        """).getValues(0, Long.class));
    }

    @Test
    void aggregatesOfTheFirstRowsOfARelation() {
        record Recent(long id, long two, @Nullable BigDecimal sumOfTwo) {}
        var latest = POSTS.COMMENTS.orderBy(COMMENTS.ID.desc()).limit(2);
        List<Recent> recent = db.posts()
                .where(POSTS.ID.in(4L, 40L))
                .orderBy(POSTS.ID)
                .fetch(Shape.of(Recent::new, POSTS.ID, latest.count(), latest.sum(COMMENTS.STARS)));
        assertThat(recent).containsExactly(new Recent(4, 2, BigDecimal.ONE), new Recent(40, 0, null));
    }

    @Test
    void aggregatesBelowARelationAndThroughATableToItself() {
        record Writer(String email, List<Long> counts) {}
        List<Writer> writers = db.authors()
                .where(AUTHORS.ID.eq(1))
                .fetch(Shape.of(
                        Writer::new,
                        AUTHORS.EMAIL,
                        AUTHORS.POSTS
                                .where(POSTS.ID.ge(36L))
                                .orderBy(POSTS.ID)
                                .as((Long count) -> count, POSTS.COMMENTS.count())));
        assertThat(writers).containsExactly(new Writer("a1@x", List.of(3L, 3L)));
        record Up(@Nullable Long of) {}
        assertThat(db.posts()
                        .where(POSTS.ID.eq(1L))
                        .fetch(Shape.of(Up::new, POSTS.AUTHOR.as((Long count) -> count, AUTHORS.POSTS.count()))))
                .containsExactly(new Up(14L));
    }

    record Stats(
            int author,
            @Nullable Mood mood,
            int posts,
            @Nullable BigDecimal score) {}

    @Test
    void groupsBecomeRecords() throws Exception {
        Shape<Stats> stats = Shape.of(Stats::new, POSTS.AUTHOR_ID, POSTS.MOOD, DSL.count(), DSL.max(POSTS.WEIGHT));
        for (Db as : ReadingServer.both(db)) {
            Counted<List<Stats>> groups = server.proxy()
                    .measure(() -> as.posts()
                            .where(POSTS.ID.le(20L))
                            .groupBy(POSTS.AUTHOR_ID, POSTS.MOOD)
                            .having(DSL.count().gt(3))
                            .orderBy(POSTS.AUTHOR_ID.desc(), POSTS.MOOD)
                            .limit(2)
                            .offset(1)
                            .fetch(stats));
            assertThat(groups.count()).isEqualTo(1);
            assertThat(groups.value()).containsExactly(new Stats(2, Mood.SAD, 4, new BigDecimal("0.1")));
        }
    }

    @Test
    void groupsMayBeOfAFieldOfTheOtherTable() {
        record ByName(@Nullable String name, int posts) {}
        assertThat(db.posts()
                        .groupBy(POSTS.author().NAME)
                        .orderBy(DSL.count().desc(), POSTS.author().NAME)
                        .fetch(Shape.of(ByName::new, POSTS.author().NAME, DSL.count())))
                .containsExactly(new ByName(null, 14), new ByName("author 1", 13), new ByName("author 3", 13));
    }

    @Test
    void allRowsAreOneGroupEvenWhenThereAreNone() {
        record Range(
                int count, @Nullable Integer low, @Nullable Integer high) {}
        Shape<Range> range = Shape.of(Range::new, DSL.count(), DSL.min(POSTS.SCORE), DSL.max(POSTS.SCORE));
        assertThat(db.posts().all().aggregate(range)).isEqualTo(new Range(40, 0, 4));
        assertThat(db.posts().where(POSTS.ID.lt(0L)).aggregate(range)).isEqualTo(new Range(0, null, null));
        assertThatThrownBy(() -> db.posts().all().aggregate(Shape.of((String title) -> title, POSTS.TITLE)))
                .isInstanceOf(StatementRefused.class)
                .hasMessageContaining("GROUP BY");
    }

    @Test
    void whatDoesNotGoWithGroupsSaysWhy() {
        assertThatThrownBy(() -> db.posts()
                        .groupBy(POSTS.AUTHOR_ID)
                        .fetch(Shape.of(
                                (List<String> list) -> list, POSTS.COMMENTS.as((String b) -> b, COMMENTS.BODY))))
                .isInstanceOf(ShapeMismatch.class)
                .hasMessageContaining("no relations");
        assertThatThrownBy(() -> db.posts().orderBy(POSTS.ID).groupBy(POSTS.AUTHOR_ID))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("after groupBy");
    }

    @Test
    void distinctOnTakesTheFirstOfEach() throws Exception {
        record Newest(int author, long post, List<String> comments) {}
        Shape<Newest> newest = Shape.of(
                Newest::new,
                POSTS.AUTHOR_ID,
                POSTS.ID,
                POSTS.COMMENTS.orderBy(COMMENTS.ID).limit(1).as((String body) -> body, COMMENTS.BODY));
        Counted<List<Newest>> counted = server.proxy()
                .measure(() -> db.posts()
                        .all()
                        .distinctOn(POSTS.AUTHOR_ID)
                        .orderBy(POSTS.ID.desc())
                        .fetch(newest));
        assertThat(counted.count()).isEqualTo(1);
        assertThat(counted.value())
                .containsExactly(
                        new Newest(1, 39, List.of("comment 1 on 39")),
                        new Newest(2, 40, List.of()),
                        new Newest(3, 38, List.of("comment 1 on 38")));
        assertThat(db.posts().all().distinctOn(POSTS.AUTHOR_ID).count()).isEqualTo(3);
        assertThat(db.posts()
                        .where(POSTS.ID.ge(5L))
                        .distinctOn(POSTS.MOOD, POSTS.SCORE)
                        .orderBy(POSTS.SCORE, POSTS.MOOD.desc(), POSTS.ID)
                        .limit(2)
                        .fetch())
                .extracting(Post::id)
                .containsExactly(5L, 10L);
    }

    /** A field of our own: an expression over a table, with a name. */
    private static final Field<String> SIGNATURE =
            DSL.coalesce(AUTHORS.NAME, AUTHORS.EMAIL).concat(" #").concat(AUTHORS.ID);

    @Test
    void aComputedFieldStandsInShapesConditionsAndOrders() {
        assertThat(db.authors()
                        .where(SIGNATURE.like("%x #_").or(SIGNATURE.eq("author 4 #4")))
                        .orderBy(SIGNATURE.desc())
                        .fetch(Shape.of((String signature) -> signature, SIGNATURE)))
                .containsExactly("author 4 #4", "a2@x #2");
        assertThat(db.posts()
                        .where(POSTS.AUTHOR.is(SIGNATURE.startsWith("a2")))
                        .orderBy(POSTS.ID)
                        .limit(1)
                        .fetch(Shape.of(
                                (String one) -> one, POSTS.AUTHOR.as((String signature) -> signature, SIGNATURE))))
                .containsExactly("a2@x #2");
    }

    @Test
    void aTextFromARequestSortsByFieldsOfTheModel() {
        assertThat(db.authors().orderBy("-name, id").fetch())
                .extracting(Author::id)
                .containsExactly(2, 4, 3, 1);
        assertThat(db.authors().orderBy("name desc nulls last,id DESC").fetch())
                .extracting(Author::id)
                .containsExactly(4, 3, 1, 2);
        assertThat(db.posts()
                        .where(POSTS.ID.le(9L))
                        .orderBy("authorId")
                        .limit(3)
                        .page()
                        .rows())
                .extracting(Post::id)
                .containsExactly(3L, 6L, 9L);
        assertThat(db.authors().orderBy(" ").fetch()).hasSize(4);
    }

    @Test
    void whatASortingAllowsIsAllThatCanBeNamed() {
        Sorting by = Sorting.of(AUTHORS).only("email").with("signature", SIGNATURE);
        assertThat(db.authors().all().orderBy(by.parse("signature desc")).fetch())
                .isSortedAccordingTo(Comparator.comparing((Author author) ->
                                (author.name() == null ? author.email() : author.name()) + " #" + author.id())
                        .reversed());
        assertThatThrownBy(() -> by.parse("email, name"))
                .isInstanceOf(UnknownSortField.class)
                .hasMessageContaining("cannot sort Author by 'name'; write one of email, signature");
    }

    @Test
    void whatCannotBeSortedByIsNamed() {
        for (String wrong : List.of(
                "titel",
                "id;",
                "id desc desc",
                "-id desc",
                "id,,email",
                "id nulls",
                "id) --",
                "1",
                "email collate x")) {
            assertThatThrownBy(() -> db.authors().orderBy(wrong).fetch())
                    .as(wrong)
                    .isInstanceOf(UnknownSortField.class)
                    .hasMessageContaining("id, email, name");
        }
    }
}
