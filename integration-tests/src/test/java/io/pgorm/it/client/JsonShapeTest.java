package io.pgorm.it.client;

import static io.pgorm.it.kinds.Tables.KINDS;
import static io.pgorm.it.movies.Tables.CITIES;
import static io.pgorm.it.movies.Tables.COUNTRIES;
import static io.pgorm.it.movies.Tables.DISTRICTS;
import static io.pgorm.it.movies.Tables.MOVIES;
import static io.pgorm.it.movies.Tables.NOTES;
import static io.pgorm.it.movies.Tables.PERSONS;
import static io.pgorm.it.movies.Tables.REVIEWS;
import static io.pgorm.it.movies.Tables.ROLES;
import static io.pgorm.it.movies.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pgorm.client.Shape;
import io.pgorm.client.error.ShapeMismatch;
import io.pgorm.database.ScratchServer;
import io.pgorm.it.kinds.Kind;
import io.pgorm.it.kinds.KindCreate;
import io.pgorm.it.movies.Db;
import io.pgorm.it.movies.Person;
import io.pgorm.it.movies.Session;
import io.pgorm.it.movies.User;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Shapes as JSON that PostgreSQL makes: the same as the records would be, in one statement. */
class JsonShapeTest {

    record Name(String name) {}

    record Part(@Nullable String character, Name person) {}

    record Opinion(int id, String body, @Nullable User author) {}

    record Card(
            int id,
            String title,
            String[] keywords,
            List<String> directors,
            List<Part> cast,
            List<Opinion> latest,
            long reviewCount) {}

    record Thread(int id, @Nullable String parent, List<Reply> replies, long count) {}

    record Reply(int id, List<Integer> replies) {}

    record Whole(User user, List<String> notes) {}

    record Country(String name, List<City> cities) {}

    record City(String name, List<String> districts) {}

    record Odd(String title, String shouted) {
        Odd(String title) {
            this(title, title.toUpperCase(java.util.Locale.ROOT));
        }
    }

    private static final Shape<Card> CARD = Shape.of(
            Card::new,
            MOVIES.ID,
            MOVIES.TITLE,
            MOVIES.KEYWORDS,
            MOVIES.DIRECTORS.orderBy(PERSONS.NAME).as((String name) -> name, PERSONS.NAME),
            MOVIES.CAST
                    .orderBy(ROLES.LIST_ORDER.asc().nullsLast(), ROLES.PERSON_ID)
                    .as(Part::new, ROLES.CHARACTER, ROLES.PERSON.as(Name::new, PERSONS.NAME)),
            MOVIES.REVIEWS
                    .where(REVIEWS.RATING.gt((short) 0))
                    .orderBy(REVIEWS.ID.desc())
                    .limit(3)
                    .as(Opinion::new, REVIEWS.ID, REVIEWS.BODY, REVIEWS.AUTHOR.row()),
            MOVIES.REVIEWS.count());

    private static final Shape<Thread> THREAD = Shape.of(
            Thread::new,
            REVIEWS.ID,
            REVIEWS.PARENT.as((String body) -> body, REVIEWS.BODY),
            REVIEWS.REPLIES
                    .orderBy(REVIEWS.ID)
                    .as(
                            Reply::new,
                            REVIEWS.ID,
                            REVIEWS.REPLIES.orderBy(REVIEWS.ID.desc()).as((Integer id) -> id, REVIEWS.ID)),
            REVIEWS.REPLIES.count());

    private static final Shape<Whole> WHOLE =
            Shape.of(Whole::new, USERS.row(), USERS.NOTES.orderBy(NOTES.ID).as((String text) -> text, NOTES.TEXT));

    private static final ObjectMapper JSON = new ObjectMapper();

    private static FeatureServer server;
    private static Db db;

    @BeforeAll
    static void fill() throws Exception {
        server = new FeatureServer(ScratchServer.start(), "/movies.sql");
        server.execute("""
                INSERT INTO persons (name) SELECT 'person "' || n || '" \u00e4\u2603' FROM generate_series(1, 20) n;
                INSERT INTO movies (title, year, keywords) SELECT 'movie ' || n, 1900 + n, ARRAY['a\\b', E'new\nline']
                  FROM generate_series(1, 30) n;
                INSERT INTO directs (movie_id, person_id)
                  SELECT m, 1 + (m + k) % 20 FROM generate_series(1, 30) m, generate_series(1, 2) k;
                INSERT INTO roles (movie_id, person_id, character, list_order)
                  SELECT m, 1 + (m * 7 + k) % 20, nullif('character ' || k, 'character 3'), nullif(k, 4)
                  FROM generate_series(1, 30) m, generate_series(1, 5) k;
                INSERT INTO users (email, name) SELECT 'u' || n || '@x', nullif('name ' || n, 'name 2')
                  FROM generate_series(1, 5) n;
                INSERT INTO reviews (body, rating, movie_id, author_id)
                  SELECT 'review ' || k || ' of ' || m, k % 6, m, 1 + k % 5
                  FROM generate_series(1, 29) m, generate_series(1, 7) k ORDER BY m, k;
                INSERT INTO reviews (body, rating, movie_id, author_id, parent_id)
                  SELECT 'reply ' || k || ' to ' || r, 3, 1, 1, r FROM generate_series(1, 2) r, generate_series(1, 3) k ORDER BY r, k;
                INSERT INTO reviews (body, rating, movie_id, author_id, parent_id)
                  SELECT 'deeper', 3, 1, 1, id FROM reviews WHERE body LIKE 'reply 1%' ORDER BY id;
                INSERT INTO notes (text, owner_id) SELECT 'note ' || n, 1 + n % 2 FROM generate_series(1, 6) n;
                INSERT INTO countries VALUES ('CH', 'Schweiz'), ('at', '\u00d6sterreich');
                INSERT INTO cities (name, country_code) VALUES ('Bern', 'ch'), ('Zug', 'Ch'), ('Wien', 'AT');
                INSERT INTO "we""ird district" (name, country_code, city_name)
                  VALUES ('L\u00e4nggasse', 'CH', 'Bern'), ('Breitenrain', 'ch', 'Bern'), ('Prater', 'aT', 'Wien');
                """);
        db = Db.open(server.options());
        db.users().count(); // opens a connection
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    private static <T> List<T> read(Class<T[]> type, String json) throws Exception {
        return Arrays.asList(JSON.readValue(json, type));
    }

    @Test
    void manyRowsAreWhatTheRecordsSayInOneRoundTrip() throws Exception {
        var movies = db.movies()
                .where(MOVIES.YEAR.gt(1905))
                .orderBy(MOVIES.TITLE.desc())
                .limit(20);
        String json = server.inOneTrip(() -> movies.asJson(CARD).text());
        assertThat(read(Card[].class, json))
                .hasSize(20)
                .usingRecursiveComparison()
                .isEqualTo(movies.fetch(CARD));
        assertThat(json).contains("\"reviewCount\" : ", "\"character\" : null");
        assertThat(JSON.readTree(json).get(0).fieldNames())
                .toIterable()
                .containsExactly("id", "title", "keywords", "directors", "cast", "latest", "reviewCount");
    }

    @Test
    void oneRowByItsKeyIsAnObject() throws Exception {
        for (int call = 0; call < 8; call++) {
            String json = server.inOneTrip(
                    () -> db.movies().byId(7).asJson(CARD).text().orElseThrow());
            assertThat(JSON.readValue(json, Card.class))
                    .usingRecursiveComparison()
                    .isEqualTo(db.movies().byId(7).fetch(CARD).orElseThrow());
        }
        assertThat(db.movies().byId(4711).asJson(CARD).text()).isEmpty();
        assertThat(JSON.readValue(db.persons().byId(3).asJson().bytes().orElseThrow(), Person.class))
                .isEqualTo(db.persons().byId(3).fetch().orElseThrow());
    }

    @Test
    void noRowIsAnEmptyArrayAndBytesAreTheText() {
        var none = db.movies().where(MOVIES.YEAR.lt(0)).asJson(CARD);
        assertThat(none.text()).isEqualTo("[]");
        assertThat(none.bytes()).isEqualTo("[]".getBytes(StandardCharsets.UTF_8));
        byte[] body = db.users().orderBy(USERS.ID).limit(10).asJson(WHOLE).bytes();
        assertThat(new String(body, StandardCharsets.UTF_8))
                .isEqualTo(db.users().orderBy(USERS.ID).asJson(WHOLE).text());
        assertThat(new String(db.persons().asJson().bytes(), StandardCharsets.UTF_8))
                .contains("\u00e4\u2603");
    }

    @Test
    void aTableMayLeadToItself() throws Exception {
        var reviews = db.reviews()
                .where(REVIEWS.ID.le(3).or(REVIEWS.PARENT_ID.isNotNull()))
                .orderBy(REVIEWS.ID);
        List<Thread> threads = reviews.fetch(THREAD);
        assertThat(threads).extracting(Thread::count).contains(3L, 1L, 0L);
        String json = server.inOneTrip(() -> reviews.asJson(THREAD).text());
        assertThat(read(Thread[].class, json)).isEqualTo(threads);
    }

    @Test
    void keysOfSeveralColumnsThatAreEqualForPostgresLeadOn() throws Exception {
        Shape<Country> shape = Shape.of(
                Country::new,
                COUNTRIES.NAME,
                COUNTRIES
                        .CITIES
                        .orderBy(CITIES.NAME)
                        .as(
                                City::new,
                                CITIES.NAME,
                                CITIES.DISTRICTS.orderBy(DISTRICTS.NAME).as((String name) -> name, DISTRICTS.NAME)));
        var countries = db.countries().orderBy(COUNTRIES.NAME);
        assertThat(read(Country[].class, countries.asJson(shape).text()))
                .isEqualTo(countries.fetch(shape))
                .extracting(Country::name)
                .containsExactly("Schweiz", "\u00d6sterreich");
    }

    @Test
    void aPolicyHoldsAtEachLevel() throws Exception {
        var users = db.as(Session.uid(1)).users().orderBy(USERS.ID);
        String json = server.inOneTrip(() -> users.asJson(WHOLE).text());
        List<Whole> seen = read(Whole[].class, json);
        assertThat(seen).isEqualTo(users.fetch(WHOLE));
        assertThat(seen.get(0).notes()).containsExactly("note 2", "note 4", "note 6");
        assertThat(seen.get(1).notes()).isEmpty();
        assertThat(db.as(Session.uid(2)).notes().asJson().text())
                .contains("note 1", "ownerId")
                .doesNotContain("note 2");
        assertThat(db.notes().asJson().text()).isEqualTo("[]");
    }

    @Test
    void rowsMayBeLockedInATransaction() {
        var locked = db.users().where(USERS.ID.eq(1)).forUpdate();
        assertThatThrownBy(() -> locked.asJson().text()).isInstanceOf(IllegalStateException.class);
        db.transaction(tx -> assertThat(
                        tx.users().where(USERS.ID.eq(1)).forUpdate().asJson().text())
                .contains("u1@x"));
    }

    @Test
    void whatOnlyJavaCanMakeIsRefused() {
        var movies = db.movies();
        for (Shape<?> shape : List.of(
                Shape.of((String title) -> title.toUpperCase(java.util.Locale.ROOT), MOVIES.TITLE),
                Shape.of((Integer id) -> id + 1, MOVIES.ID),
                Shape.of((Integer id, String title) -> id + title, MOVIES.ID, MOVIES.TITLE),
                Shape.of(Odd::new, MOVIES.TITLE))) {
            assertThatThrownBy(() -> movies.asJson(shape).text())
                    .isInstanceOf(ShapeMismatch.class)
                    .hasMessageContaining("cannot call the function of the shape of")
                    .hasMessageContaining("Card::new");
        }
        Shape<Name> converted = Shape.of(
                Name::new,
                MOVIES.DIRECTORS
                        .as((String name) -> name, PERSONS.NAME)
                        .convertFrom(names -> String.join(", ", names)));
        assertThatThrownBy(() -> movies.asJson(converted).text())
                .isInstanceOf(ShapeMismatch.class)
                .hasMessageContaining("by as(...) alone");
    }

    @Test
    void valuesHaveTheFormThatIsPromised() throws Exception {
        record Row(int id) {}
        try (FeatureServer kinds = new FeatureServer(ScratchServer.start(), "/kinds.sql");
                var client = io.pgorm.it.kinds.Db.open(kinds.options())) {
            byte[] bytes = new byte[100];
            Arrays.fill(bytes, (byte) 0xfe);
            OffsetDateTime when = OffsetDateTime.parse("2026-02-03T04:05:06.123456+01:00");
            int id = client.kinds()
                    .create(KindCreate.big(Long.MAX_VALUE)
                            .exact(new BigDecimal("1.10"))
                            .twice(Double.NaN)
                            .bytes(bytes)
                            .stamptz(when)
                            .mood(io.pgorm.it.kinds.Mood.SAD)
                            .jsonb(org.jooq.JSONB.valueOf("{\"a\": [1, null]}"))
                            .strings(new String[] {"x", "y"}))
                    .id();
            JsonNode row = JSON.readTree(client.kinds().byId(id).asJson().text().orElseThrow());
            assertThat(row.size())
                    .as("more fields than one call of json_build_object takes")
                    .isEqualTo(Kind.class.getRecordComponents().length)
                    .isGreaterThan(50);
            assertThat(row.fieldNames())
                    .toIterable()
                    .containsExactlyElementsOf(Arrays.stream(Kind.class.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList());
            String text = row.toString();
            assertThat(text).contains("\"big\":9223372036854775807", "\"twice\":\"NaN\"", "\"mood\":\"so-so\"");
            assertThat(client.kinds().byId(id).asJson().text().orElseThrow()).contains("\"exact\":1.10");
            assertThat(row.get("bytes").binaryValue()).isEqualTo(bytes);
            assertThat(OffsetDateTime.parse(row.get("stamptz").asText()).toInstant())
                    .isEqualTo(when.toInstant());
            assertThat(row.get("jsonb").toString()).isEqualTo("{\"a\":[1,null]}");
            assertThat(row.get("strings").toString()).isEqualTo("[\"x\",\"y\"]");
            assertThat(row.get("uuid").isNull()).isTrue();
            assertThatThrownBy(() ->
                            client.kinds().asJson(Shape.of(Row::new, KINDS.ID)).text())
                    .as("a record of a method is none that can be seen")
                    .isInstanceOf(ShapeMismatch.class);
            assertThat(client.kinds()
                            .asJson(Shape.of((String one) -> one, DSL.val("constant")))
                            .text())
                    .isEqualTo("[\"constant\"]");
        }
    }
}
