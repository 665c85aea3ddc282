package io.pgorm.it.client;

import static io.pgorm.it.reading.Tables.AUTHORS;
import static io.pgorm.it.reading.Tables.COMMENTS;
import static io.pgorm.it.reading.Tables.POSTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.Shape;
import io.pgorm.client.error.InvalidValue;
import io.pgorm.database.testkit.Counted;
import io.pgorm.it.reading.Db;
import io.pgorm.it.reading.Post;
import io.pgorm.it.reading.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows one after the other, from a cursor of the server. */
class StreamTest {

    record Card(long id, @Nullable String author, List<String> comments) {}

    private static final Shape<Card> CARD = Shape.of(
            Card::new,
            POSTS.ID,
            POSTS.AUTHOR.as((String email) -> email, AUTHORS.EMAIL),
            POSTS.COMMENTS.orderBy(COMMENTS.ID).as((String body) -> body, COMMENTS.BODY));

    private static ReadingServer server;
    private static Db db;

    @BeforeAll
    static void fill() throws Exception {
        server = new ReadingServer();
        server.fill();
        server.execute("INSERT INTO secrets (text, owner_id) SELECT 's' || n, n % 2 FROM generate_series(1, 10) n");
        db = Db.open(server.options().withPoolSize(1)); // what is not given back is missed at once
        db.authors().count();
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    @Test
    void everyRowComesOnceWithSomeOfThemInMemory() throws Exception {
        for (Db as : ReadingServer.both(db)) {
            Counted<List<Long>> flat = server.proxy().measure(() -> {
                try (Stream<Long> ids = as.posts().where(POSTS.ID.le(35L)).orderBy(POSTS.ID).stream(
                        Shape.of((Long id) -> id, POSTS.ID), 10)) {
                    return ids.toList();
                }
            });
            assertThat(flat.value())
                    .isEqualTo(LongStream.rangeClosed(1, 35).boxed().toList());
            assertThat(flat.count()).as("four times ten rows, and the end").isEqualTo(5);
        }
    }

    @Test
    void relationsToManyComeBatchByBatch() throws Exception {
        for (Db as : ReadingServer.both(db)) {
            Counted<List<Card>> cards = server.proxy().measure(() -> {
                try (Stream<Card> stream = as.posts().orderBy(POSTS.ID).stream(CARD, 15)) {
                    return stream.toList();
                }
            });
            assertThat(cards.value())
                    .hasSize(40)
                    .isEqualTo(db.posts().orderBy(POSTS.ID).fetch(CARD));
            assertThat(cards.value().get(38).comments()).hasSize(3);
            assertThat(cards.count())
                    .as("three times rows and relations, and the end")
                    .isEqualTo(7);
        }
    }

    @Test
    void aStreamSeesOneStateAndTheRowsOfItsIdentity() throws Exception {
        try (Stream<Card> stream = db.posts().orderBy(POSTS.ID).stream(CARD, 2)) {
            Iterator<Card> cards = stream.iterator();
            cards.next();
            server.execute("INSERT INTO posts (title, author_id) VALUES ('late', 1);"
                    + " INSERT INTO comments (body, stars, post_id, author_id) VALUES ('late', 1, 39, 1)");
            List<Card> rest = new ArrayList<>();
            cards.forEachRemaining(rest::add);
            assertThat(rest).hasSize(39);
            assertThat(rest.get(37).comments()).hasSize(3);
        } finally {
            server.execute("DELETE FROM comments WHERE body = 'late'; DELETE FROM posts WHERE title = 'late'");
        }
        try (Stream<?> mine = db.as(Session.uid(1)).secrets().stream()) {
            assertThat(mine).hasSize(5);
        }
        try (Stream<?> nobodys = db.secrets().stream()) {
            assertThat(nobodys).isEmpty();
        }
    }

    @Test
    void aStreamThatIsLeftEarlyGivesItsConnectionBack() {
        for (int i = 0; i < 3; i++) {
            try (Stream<Post> stream = db.posts().all().stream(POSTS.model().shape(), 5)) {
                assertThat(stream.limit(7)).hasSize(7);
            }
            try (Stream<Post> unread = db.posts().stream()) {
                assertThat(unread).isNotNull();
            }
            Iterator<Post> readToTheEnd = db.posts().stream().iterator();
            readToTheEnd.forEachRemaining(post -> {});
            assertThat(db.posts().count()).isEqualTo(40);
        }
    }

    @Test
    void anErrorOnTheWayIsMappedAndGivesTheConnectionBack() {
        // in no order, so that PostgreSQL computes each row when it is asked for
        Stream<Integer> stream = db.posts().all().stream(
                Shape.of((Integer quotient) -> quotient, DSL.field("12 / ({0} - 25)", Integer.class, POSTS.ID)), 10);
        List<Integer> seen = new ArrayList<>();
        assertThatThrownBy(() -> stream.forEach(seen::add)).isInstanceOf(InvalidValue.class);
        assertThat(seen).hasSizeBetween(10, 30);
        stream.close();
        assertThat(db.posts().count()).isEqualTo(40);
    }

    @Test
    void severalStreamsOfATransactionAreReadSideBySide() throws Exception {
        db.transaction(tx -> {
            tx.posts().where(POSTS.ID.eq(1L)).update(io.pgorm.it.reading.PostUpdate.title("changed here"));
            try (Stream<Post> one =
                            tx.posts().orderBy(POSTS.ID).stream(POSTS.model().shape(), 7);
                    Stream<Post> two = tx.posts().orderBy(POSTS.ID.desc()).stream(
                            POSTS.model().shape(), 7)) {
                Iterator<Post> left = one.iterator();
                Iterator<Post> right = two.iterator();
                assertThat(left.next().title()).isEqualTo("changed here");
                for (long id = 2; id < 30; id++) {
                    assertThat(left.next().id()).isEqualTo(id);
                    assertThat(right.next().id()).isEqualTo(42 - id);
                    assertThat(tx.posts().findById(id)).isPresent();
                }
            }
            try (var mine = tx.as(Session.uid(1)).secrets().all().stream(
                    io.pgorm.it.reading.Tables.SECRETS.model().shape(), 2)) {
                Iterator<?> secrets = mine.iterator();
                secrets.next();
                assertThat(tx.secrets().count()).isZero();
                int more = 0;
                while (secrets.hasNext()) {
                    secrets.next();
                    more++;
                }
                assertThat(more).isEqualTo(4);
            }
            tx.posts().where(POSTS.ID.eq(1L)).update(io.pgorm.it.reading.PostUpdate.title("post 1"));
        });
    }

    @Test
    void aStreamTakesAtLeastOneRowAtATime() {
        assertThatThrownBy(() -> db.posts().all().stream(CARD, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMillionRowsGoThroughAHeapThatCannotHoldThem() throws Exception {
        try (ReadingServer large = new ReadingServer()) {
            large.execute("""
                    INSERT INTO authors (email) VALUES ('a');
                    INSERT INTO posts (title, author_id) SELECT 'the title of post ' || n, 1 FROM generate_series(1, 1000000) n;
                    INSERT INTO comments (body, stars, post_id, author_id)
                      SELECT 'comment ' || n, 1, 1 + n % 1000, 1 FROM generate_series(1, 5000) n;
                    ANALYZE;
                    """);
            var options = large.options();
            Process reader = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            StreamOfManyRows.class.getName(),
                            options.url(),
                            options.user(),
                            options.password())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(reader.waitFor()).as(output).isZero();
            assertThat(output.lines()).contains("rows 1000000", "comments 5000", "heap 64", "list too large");
        }
    }
}
