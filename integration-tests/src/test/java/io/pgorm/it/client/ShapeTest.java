package io.pgorm.it.client;

import static io.pgorm.it.movies.Tables.CITIES;
import static io.pgorm.it.movies.Tables.COUNTRIES;
import static io.pgorm.it.movies.Tables.DISTRICTS;
import static io.pgorm.it.movies.Tables.MOVIES;
import static io.pgorm.it.movies.Tables.PERSONS;
import static io.pgorm.it.movies.Tables.REVIEWS;
import static io.pgorm.it.movies.Tables.ROLES;
import static io.pgorm.it.movies.Tables.USERS;
import static io.pgorm.it.movies.Tables.VISITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.Shape;
import io.pgorm.client.error.ShapeMismatch;
import io.pgorm.database.testkit.Counted;
import io.pgorm.it.movies.Db;
import io.pgorm.it.movies.Movie;
import io.pgorm.it.movies.Session;
import io.pgorm.it.movies.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nested results: right, and in one round trip. */
class ShapeTest {

    record Name(String name) {}

    record Part(@Nullable String character, Name person) {}

    record Opinion(int id, String body, @Nullable User author) {}

    record MovieCard(
            int id, String title, List<Name> directors, List<Part> cast, List<Opinion> reviews, long reviewCount) {}

    record Thread(int id, @Nullable String parent, List<Thread2> replies, long count) {}

    record Thread2(int id, List<Integer> replies) {}

    record WithMovies(User user, List<Seen> seen) {}

    record Seen(Movie movie, List<Opinion> opinions) {}

    private static final Shape<MovieCard> CARD = Shape.of(
            MovieCard::new,
            MOVIES.ID,
            MOVIES.TITLE,
            MOVIES.DIRECTORS.orderBy(PERSONS.NAME).as(Name::new, PERSONS.NAME),
            MOVIES.CAST
                    .orderBy(ROLES.LIST_ORDER.asc().nullsLast(), ROLES.PERSON_ID)
                    .as(Part::new, ROLES.CHARACTER, ROLES.PERSON.as(Name::new, PERSONS.NAME)),
            MOVIES.REVIEWS.orderBy(REVIEWS.ID.desc()).as(Opinion::new, REVIEWS.ID, REVIEWS.BODY, REVIEWS.AUTHOR.row()),
            MOVIES.REVIEWS.count());

    private static MovieServer server;
    private static Db db;

    @BeforeAll
    static void fill() throws Exception {
        server = new MovieServer();
        server.execute("""
                INSERT INTO persons (name) SELECT 'person ' || n FROM generate_series(1, 50) n;
                INSERT INTO movies (title, year) SELECT 'movie ' || n, 1900 + n FROM generate_series(1, 120) n;
                INSERT INTO directs (movie_id, person_id)
                  SELECT m, 1 + (m + k) % 50 FROM generate_series(1, 120) m, generate_series(1, 2) k;
                INSERT INTO roles (movie_id, person_id, character, list_order)
                  SELECT m, 1 + (m * 7 + k) % 50, nullif('character ' || k, 'character 3'), nullif(k, 4)
                  FROM generate_series(1, 120) m, generate_series(1, 5) k;
                INSERT INTO users (email, name) SELECT 'u' || n || '@x', nullif('name ' || n, 'name 2')
                  FROM generate_series(1, 5) n;
                INSERT INTO reviews (body, rating, movie_id, author_id)
                  SELECT 'review ' || k || ' of ' || m, k % 6, m, 1 + k % 5
                  FROM generate_series(1, 119) m, generate_series(1, 4) k ORDER BY m, k;
                INSERT INTO reviews (body, rating, movie_id, author_id, parent_id)
                  SELECT 'reply ' || k || ' to ' || r, 3, 1, 1, r FROM generate_series(1, 2) r, generate_series(1, 3) k ORDER BY r, k;
                INSERT INTO reviews (body, rating, movie_id, author_id, parent_id)
                  SELECT 'deeper', 3, 1, 1, id FROM reviews WHERE body LIKE 'reply 1%' ORDER BY id;
                INSERT INTO countries VALUES ('CH', 'Schweiz'), ('at', 'Österreich');
                INSERT INTO cities (name, country_code) VALUES ('Bern', 'ch'), ('Zug', 'Ch'), ('Wien', 'AT');
                INSERT INTO "we""ird district" (name, country_code, city_name)
                  VALUES ('Länggasse', 'CH', 'Bern'), ('Breitenrain', 'ch', 'Bern'), ('Prater', 'aT', 'Wien');
                INSERT INTO visits (page, seconds) SELECT '/' || n, n FROM generate_series(1, 10) n;
                """);
        db = server.connect(1);
        db.users().count(); // opens the connection
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    private static void assertIsMovie(MovieCard card, int id) {
        assertThat(card.id()).isEqualTo(id);
        assertThat(card.title()).isEqualTo("movie " + id);
        assertThat(card.directors())
                .extracting(Name::name)
                .containsExactlyInAnyOrder("person " + (1 + (id + 1) % 50), "person " + (1 + (id + 2) % 50))
                .isSorted();
        assertThat(card.cast())
                .extracting(Part::character)
                .containsExactly("character 1", "character 2", null, "character 5", "character 4");
        assertThat(card.cast())
                .extracting(part -> part.person().name())
                .contains("person " + (1 + (id * 7 + 1) % 50), "person " + (1 + (id * 7 + 5) % 50));
    }

    @Test
    void oneMovieWithFourRelationsOfTwoLevelsIsOneRoundTrip() throws Exception {
        for (int call = 0; call < 8; call++) {
            Counted<MovieCard> counted =
                    server.proxy().measure(() -> db.movies().findById(7, CARD).orElseThrow());
            assertThat(counted.count()).as("call %d", call).isEqualTo(1);
            assertIsMovie(counted.value(), 7);
            assertThat(counted.value().reviews())
                    .extracting(Opinion::body)
                    .containsExactly("review 4 of 7", "review 3 of 7", "review 2 of 7", "review 1 of 7");
            assertThat(counted.value().reviews().get(0).author())
                    .extracting(User::email)
                    .isEqualTo("u5@x");
            assertThat(counted.value().reviewCount()).isEqualTo(4);
        }
    }

    @Test
    void oneMovieWithAnIdentityIsOneRoundTrip() throws Exception {
        Db known = db.as(Session.uid(3));
        for (int call = 0; call < 8; call++) {
            Counted<MovieCard> counted = server.proxy()
                    .measure(() -> known.movies().findById(8, CARD).orElseThrow());
            assertThat(counted.count()).as("call %d", call).isEqualTo(1);
            assertIsMovie(counted.value(), 8);
        }
    }

    @Test
    void aHundredMoviesAreOneRoundTripWithAndWithoutAnIdentity() throws Exception {
        for (Db as : List.of(db, db.as(Session.uid(3)))) {
            Counted<List<MovieCard>> counted = server.proxy()
                    .measure(() -> as.movies()
                            .where(MOVIES.YEAR.gt(1905))
                            .orderBy(MOVIES.TITLE.length(), MOVIES.TITLE)
                            .limit(100)
                            .fetch(CARD));
            assertThat(counted.count()).isEqualTo(1);
            assertThat(counted.value()).hasSize(100);
            for (int i = 0; i < 100; i++) {
                assertIsMovie(counted.value().get(i), 6 + i);
            }
        }
    }

    @Test
    void rowsWithoutRelatedRowsHaveEmptyLists() {
        MovieCard last = db.movies().findById(120, CARD).orElseThrow();
        assertThat(last.reviews()).isEmpty();
        assertThat(last.reviewCount()).isZero();
        assertThat(db.movies().findById(4711, CARD)).isEmpty();
    }

    @Test
    void aTableMayLeadToItselfUpAndDownAndCountItself() {
        Shape<Thread> shape = Shape.of(
                Thread::new,
                REVIEWS.ID,
                REVIEWS.PARENT.as((String body) -> body, REVIEWS.BODY),
                REVIEWS.REPLIES
                        .orderBy(REVIEWS.ID)
                        .as(
                                Thread2::new,
                                REVIEWS.ID,
                                REVIEWS.REPLIES.orderBy(REVIEWS.ID).as((Integer id) -> id, REVIEWS.ID)),
                REVIEWS.REPLIES.count());
        List<Thread> threads =
                db.reviews().where(REVIEWS.ID.le(3)).orderBy(REVIEWS.ID).fetch(shape);
        assertThat(threads).extracting(Thread::count).containsExactly(3L, 3L, 0L);
        assertThat(threads.get(0).parent()).isNull();
        assertThat(threads.get(0).replies()).hasSize(3);
        assertThat(threads.get(0).replies().get(0).replies()).hasSize(1);
        assertThat(threads.get(0).replies().get(1).replies()).isEmpty();
        int reply = threads.get(1).replies().get(0).id();
        Thread below =
                db.reviews().where(REVIEWS.ID.eq(reply)).fetchOptional(shape).orElseThrow();
        assertThat(below.parent()).isEqualTo("review 2 of 1");
    }

    @Test
    void aLimitIsForEachParentAndReachesTheLevelBelow() throws Exception {
        record Latest(int movie, List<Opinion2> opinions) {}
        Shape<Latest> shape = Shape.of(
                Latest::new,
                MOVIES.ID,
                MOVIES.REVIEWS
                        .where(REVIEWS.PARENT_ID.isNull())
                        .orderBy(REVIEWS.RATING.desc())
                        .limit(2)
                        .offset(1)
                        .as(
                                Opinion2::new,
                                REVIEWS.BODY,
                                REVIEWS.REPLIES
                                        .orderBy(REVIEWS.ID.desc())
                                        .limit(1)
                                        .as((String body) -> body, REVIEWS.BODY)));
        Counted<List<Latest>> counted = server.proxy()
                .measure(() -> db.movies()
                        .where(MOVIES.ID.le(2))
                        .orderBy(MOVIES.ID.desc())
                        .fetch(shape));
        assertThat(counted.count()).isEqualTo(1);
        assertThat(counted.value())
                .containsExactly(
                        new Latest(
                                2,
                                List.of(
                                        new Opinion2("review 3 of 2", List.of()),
                                        new Opinion2("review 2 of 2", List.of()))),
                        new Latest(
                                1,
                                List.of(
                                        new Opinion2("review 3 of 1", List.of()),
                                        new Opinion2("review 2 of 1", List.of("reply 3 to 2")))));
    }

    record Year(int year) {}

    record Opinion2(String body, List<String> replies) {}

    @Test
    void relationsToManyBelowARelationToOneAreRead() throws Exception {
        record Deep(int id, @Nullable Author author) {}
        Shape<Deep> shape = Shape.of(
                Deep::new,
                REVIEWS.ID,
                REVIEWS.AUTHOR.as(
                        Author::new,
                        USERS.EMAIL,
                        USERS.REVIEWS
                                .where(REVIEWS.MOVIE_ID.le(2))
                                .orderBy(REVIEWS.ID)
                                .as((Integer id) -> id, REVIEWS.ID)));
        Counted<List<Deep>> counted = server.proxy()
                .measure(() -> db.reviews().orderBy(REVIEWS.ID).limit(6).fetch(shape));
        assertThat(counted.count()).isEqualTo(1);
        for (Deep deep : counted.value()) {
            int author = 1 + deep.id() % 4 == 1 ? 5 : 1 + deep.id() % 4;
            assertThat(deep.author()).isNotNull();
            assertThat(deep.author().reviews()).isNotEmpty();
            assertThat(deep.author().reviews())
                    .containsExactlyElementsOf(db.reviews()
                            .where(REVIEWS.MOVIE_ID
                                    .le(2)
                                    .and(REVIEWS.AUTHOR.is(
                                            USERS.EMAIL.eq(deep.author().email()))))
                            .orderBy(REVIEWS.ID)
                            .fetch(Shape.of((Integer id) -> id, REVIEWS.ID)));
            assertThat(author).isBetween(1, 5);
        }
    }

    record Author(String email, List<Integer> reviews) {}

    record Credit(@Nullable String character, String name) {}

    @Test
    void aRowIsOrderedAndShownByAFieldOfARelationToOne() throws Exception {
        Shape<List<Credit>> shape = Shape.of(
                (List<Credit> credits) -> credits,
                MOVIES.CAST
                        .orderBy(ROLES.PERSON.field(PERSONS.NAME).desc().nullsLast())
                        .as(Credit::new, ROLES.CHARACTER, ROLES.PERSON.as((String name) -> name, PERSONS.NAME)));
        for (List<Credit> credits : List.of(
                db.movies().findById(7, shape).orElseThrow(),
                db.movies().where(MOVIES.ID.eq(7)).fetch(shape).get(0))) {
            assertThat(credits).hasSize(5);
            assertThat(credits).extracting(Credit::name).isSortedAccordingTo(Comparator.reverseOrder());
        }
        assertThat(db.roles()
                        .where(ROLES.MOVIE_ID.eq(7))
                        .orderBy(ROLES.PERSON.field(PERSONS.NAME))
                        .fetch(Shape.of(Credit::new, ROLES.CHARACTER, ROLES.PERSON.field(PERSONS.NAME))))
                .hasSize(5)
                .extracting(Credit::name)
                .isSorted();
        // a table that leads to itself
        assertThat(db.reviews()
                        .where(REVIEWS.PARENT.field(REVIEWS.BODY).eq("review 2 of 1"))
                        .count())
                .isEqualTo(3);
        assertThat(db.reviews()
                        .where(REVIEWS.PARENT.field(REVIEWS.BODY).isNull().and(REVIEWS.MOVIE_ID.eq(1)))
                        .count())
                .isEqualTo(4);
    }

    @Test
    void aRowThatIsJoinedAnywayIsOrderedByWithoutASecondJoin() {
        List<String> texts = new ArrayList<>();
        try (Db listened = Db.open(server.options().withStatementListener(texts::add))) {
            listened.movies()
                    .findById(
                            7,
                            Shape.of(
                                    (List<String> names) -> names,
                                    MOVIES.CAST
                                            .orderBy(ROLES.PERSON.field(PERSONS.NAME))
                                            .as(
                                                    (String name) -> name,
                                                    ROLES.PERSON.as((String name) -> name, PERSONS.NAME))));
        }
        assertThat(texts).isNotEmpty();
        assertThat(texts.getLast().split("\"persons\"\\)|from \"persons\"", -1)).hasSize(2);
    }

    @Test
    void relationsBelowOneRowByItsKeyAreReadToAnyDepth() throws Exception {
        record Reply(int id, List<Integer> below) {}
        Shape<List<Reply>> all = Shape.of(
                (List<Reply> replies) -> replies,
                REVIEWS.REPLIES
                        .orderBy(REVIEWS.ID)
                        .as(Reply::new, REVIEWS.ID, REVIEWS.REPLIES.as((Integer id) -> id, REVIEWS.ID)));
        Shape<List<Reply>> last = Shape.of(
                (List<Reply> replies) -> replies,
                REVIEWS.REPLIES
                        .orderBy(REVIEWS.ID.desc())
                        .limit(2)
                        .offset(1)
                        .as(Reply::new, REVIEWS.ID, REVIEWS.REPLIES.as((Integer id) -> id, REVIEWS.ID)));
        Shape<List<List<Name>>> behindAJoinTable = Shape.of(
                (List<List<Name>> names) -> names,
                MOVIES.DIRECTORS
                        .orderBy(PERSONS.ID)
                        .as(
                                (List<Name> names) -> names,
                                PERSONS.DIRECTED.where(MOVIES.ID.le(3)).as(Name::new, MOVIES.TITLE)));
        List<Reply> replies = db.reviews().findById(1, all).orElseThrow();
        assertThat(replies).hasSize(3);
        assertThat(replies.get(0).below()).hasSize(1);
        assertThat(db.reviews().findById(1, last).orElseThrow()).containsExactly(replies.get(1), replies.get(0));
        assertThat(db.movies().findById(2, behindAJoinTable).orElseThrow())
                .isEqualTo(db.movies()
                        .where(MOVIES.ID.eq(2))
                        .fetch(behindAJoinTable)
                        .get(0))
                .allSatisfy(titles -> assertThat(titles).contains(new Name("movie 2")));
        assertThat(db.reviews().findById(99_999, all)).isEmpty();
    }

    @Test
    void whatPostgresFindsEqualBelongsTogetherEvenWhereJavaDoesNot() {
        record Place(String name, List<String> districts) {}
        record Land(String code, List<Place> cities) {}
        List<Land> lands = db.countries()
                .orderBy(COUNTRIES.NAME)
                .fetch(Shape.of(
                        Land::new,
                        COUNTRIES.CODE,
                        COUNTRIES
                                .CITIES
                                .orderBy(CITIES.NAME)
                                .as(
                                        Place::new,
                                        CITIES.NAME,
                                        CITIES.DISTRICTS
                                                .orderBy(DISTRICTS.NAME)
                                                .as((String name) -> name, DISTRICTS.NAME))));
        assertThat(lands)
                .containsExactly(
                        new Land(
                                "CH",
                                List.of(
                                        new Place("Bern", List.of("Breitenrain", "Länggasse")),
                                        new Place("Zug", List.of()))),
                        new Land("at", List.of(new Place("Wien", List.of("Prater")))));
        assertThat(db.countries().findByCode("ch")).isPresent();
    }

    @Test
    void aConditionThatCannotBeRepeatedTakesASecondTripAndStaysRight() throws Exception {
        for (Db as : List.of(db, db.as(Session.uid(1)))) {
            Counted<List<MovieCard>> counted = server.proxy()
                    .measure(() -> as.movies()
                            .where(MOVIES.ID.le(20).and(DSL.condition("random() < 2")))
                            .orderBy(DSL.rand())
                            .limit(9)
                            .fetch(CARD));
            assertThat(counted.count()).as("%s", counted.trips()).isEqualTo(2);
            assertThat(counted.value()).hasSize(9).allSatisfy(card -> assertIsMovie(card, card.id()));
        }
    }

    @Test
    void aConditionThatCannotBeRepeatedBetweenTwoLevelsIsRefused() {
        record Node(int id, List<Integer> below) {}
        Shape<List<Node>> shape = Shape.of(
                (List<Node> nodes) -> nodes,
                MOVIES.REVIEWS
                        .where(DSL.condition("random() < 0.5"))
                        .as(Node::new, REVIEWS.ID, REVIEWS.REPLIES.as((Integer id) -> id, REVIEWS.ID)));
        assertThatThrownBy(() -> db.movies().fetch(shape))
                .isInstanceOf(ShapeMismatch.class)
                .hasMessageContaining("call of its own");
    }

    @Test
    void conditionsReachAcrossRelations() {
        assertThat(db.movies()
                        .where(MOVIES.DIRECTORS.some(PERSONS.NAME.eq("person 1")))
                        .count())
                .isEqualTo(db.sql().fetchCount(DSL.selectOne().from("directs").where("person_id = 1")));
        assertThat(db.movies()
                        .where(MOVIES.REVIEWS.none(REVIEWS.RATING.ge((short) 0)))
                        .fetch())
                .extracting(Movie::id)
                .containsExactly(120);
        assertThat(db.movies()
                        .where(MOVIES.ID.in(5, 120).and(MOVIES.REVIEWS.every(REVIEWS.RATING.le((short) 4))))
                        .count())
                .isEqualTo(2);
        assertThat(db.movies()
                        .where(MOVIES.ID.eq(5).and(MOVIES.REVIEWS.every(REVIEWS.RATING.le((short) 3))))
                        .exists())
                .isFalse();
        assertThat(db.reviews().where(REVIEWS.PARENT.is(REVIEWS.ID.eq(1))).count())
                .isEqualTo(3);
        assertThat(db.movies()
                        .where(MOVIES.CAST.some(ROLES.PERSON.is(PERSONS.NAME.eq("person 9"))))
                        .count())
                .isPositive();
        assertThat(db.reviews()
                        .orderBy(REVIEWS.author().EMAIL.desc(), REVIEWS.ID)
                        .limit(1)
                        .fetch())
                .extracting(review -> review.authorId())
                .containsExactly(5);
    }

    @Test
    void aRelationIsAFieldOfAnyJooqQuery() {
        List<Thread> viaJooq = db.sql()
                .select(
                        REVIEWS.ID,
                        REVIEWS.PARENT.as((String body) -> body, REVIEWS.BODY),
                        REVIEWS.REPLIES
                                .orderBy(REVIEWS.ID)
                                .as(
                                        Thread2::new,
                                        REVIEWS.ID,
                                        REVIEWS.REPLIES.orderBy(REVIEWS.ID).as((Integer id) -> id, REVIEWS.ID)),
                        REVIEWS.REPLIES.count())
                .from(REVIEWS)
                .where(REVIEWS.ID.le(2))
                .orderBy(REVIEWS.ID)
                .fetch(Records.mapping(Thread::new));
        assertThat(viaJooq.get(1).replies()).hasSize(3);
        assertThat(viaJooq.get(1).count()).isEqualTo(3);
        List<User> users =
                db.sql().select(USERS.row()).from(USERS).orderBy(USERS.ID).fetch(record -> record.value1());
        assertThat(users).hasSize(5).isEqualTo(db.users().orderBy(USERS.ID).fetch());
    }

    @Test
    void aNullableFieldInAPrimitiveParameterIsNamedAtFirstUse() {
        assertThatThrownBy(() -> db.movies().fetch(Shape.of(Year::new, MOVIES.YEAR)))
                .isInstanceOf(ShapeMismatch.class)
                .hasMessageContaining("year")
                .hasMessageContaining("Year.year")
                .hasMessageContaining("Integer");
    }

    @Test
    void aShapeOfAnotherTableIsRefused() {
        assertThatThrownBy(() -> db.users().fetch(Shape.of((Integer id) -> id, MOVIES.ID)))
                .isInstanceOf(ShapeMismatch.class)
                .hasMessageContaining("movies");
    }

    @Test
    void countExistsAndOffsetAgreeWithFetch() {
        assertThat(db.visits().orderBy(VISITS.SECONDS).offset(3).limit(4).fetch())
                .extracting(visit -> visit.seconds())
                .containsExactly(4, 5, 6, 7);
        assertThat(db.visits().all().limit(4).count()).isEqualTo(4);
        assertThat(db.visits().where(VISITS.SECONDS.gt(8)).count()).isEqualTo(2);
        assertThat(db.visits().where(VISITS.SECONDS.gt(10)).exists()).isFalse();
        assertThat(db.visits().all().offset(9).exists()).isTrue();
        assertThat(db.visits().all().offset(10).exists()).isFalse();
    }
}
