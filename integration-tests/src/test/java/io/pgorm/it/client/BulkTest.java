package io.pgorm.it.client;

import static io.pgorm.it.writing.Tables.ACCOUNTS;
import static io.pgorm.it.writing.Tables.AUTHORS;
import static io.pgorm.it.writing.Tables.MEMOES;
import static io.pgorm.it.writing.Tables.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.error.RowLevelSecurityViolation;
import io.pgorm.client.error.UniqueViolation;
import io.pgorm.it.writing.AccountCreate;
import io.pgorm.it.writing.Author;
import io.pgorm.it.writing.AuthorCreate;
import io.pgorm.it.writing.Db;
import io.pgorm.it.writing.MemoCreate;
import io.pgorm.it.writing.Session;
import io.pgorm.it.writing.Tag;
import io.pgorm.it.writing.TagCreate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many rows at once: as arrays, by COPY, and under row level security. */
class BulkTest {

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

    private static Stream<AuthorCreate> authors(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> AuthorCreate.email(prefix + i + "@x").name("n" + i));
    }

    private static String prefix() {
        return "b" + COUNTER.incrementAndGet() + "_";
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fewRowsTakeOneRoundTripAndManyAFew(boolean identity) throws Exception {
        Db db = db(identity);
        String prefix = prefix();
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.authors()
                                        .createMany(authors(prefix, 100).toList()))
                                .isEqualTo(100));
        server.proxy()
                .assertRoundTrips(
                        4,
                        () -> assertThat(db.authors().createMany(authors(prefix + "c", 20_000)))
                                .isEqualTo(20_000));
        assertThat(db.authors().where(AUTHORS.EMAIL.startsWith(prefix)).count()).isEqualTo(20_100);
        Author last = db.authors().findByEmail(prefix + "c19999@x").orElseThrow();
        assertThat(last.name()).isEqualTo("n19999");
        assertThat(last.changed()).isNotNull();
        server.proxy()
                .assertRoundTrips(
                        0, () -> assertThat(db.authors().createMany(List.of())).isZero());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rowsThatSetOtherFieldsGoAlong(boolean identity) throws Exception {
        Db db = db(identity);
        String prefix = prefix();
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> db.authors()
                                .createMany(List.of(
                                        AuthorCreate.email(prefix + "1"),
                                        AuthorCreate.email(prefix + "2").name("two"),
                                        AuthorCreate.email(prefix + "3"))));
        assertThat(db.authors().createMany(IntStream.range(0, 5000).mapToObj(i -> {
                    AuthorCreate.Values row = AuthorCreate.email(prefix + "m" + i);
                    return i % 3 == 0 ? row.name("third") : row;
                })))
                .isEqualTo(5000);
        assertThat(db.authors()
                        .where(AUTHORS.EMAIL.startsWith(prefix + "m").and(AUTHORS.NAME.eq("third")))
                        .count())
                .isEqualTo(1667);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 5000})
    void allRowsOrNone(int count) {
        String prefix = prefix();
        Stream<AuthorCreate> rows =
                Stream.concat(authors(prefix, count), Stream.of(AuthorCreate.email(prefix + "1@x")));
        assertThatThrownBy(() -> plain.authors().createMany(rows)).isInstanceOf(UniqueViolation.class);
        assertThat(plain.authors().where(AUTHORS.EMAIL.startsWith(prefix)).exists())
                .isFalse();
        Stream<AuthorCreate> failing = Stream.concat(
                authors(prefix, count),
                Stream.generate(() -> AuthorCreate.email("x")).map(row -> {
                    throw new IllegalStateException("the source broke");
                }));
        assertThatThrownBy(() -> plain.authors().createMany(failing)).hasMessage("the source broke");
        assertThat(plain.authors().where(AUTHORS.EMAIL.startsWith(prefix)).exists())
                .isFalse();
        plain.transaction(tx -> {
            assertThatThrownBy(() -> tx.transaction(inner -> inner.authors()
                            .createMany(Stream.concat(
                                    authors(prefix, count), Stream.of(AuthorCreate.email(prefix + "1@x"))))))
                    .isInstanceOf(UniqueViolation.class);
            tx.authors().createMany(authors(prefix, count));
        });
        assertThat(plain.authors().where(AUTHORS.EMAIL.startsWith(prefix)).count())
                .isEqualTo(count);
    }

    @Test
    void rowLevelSecurityHoldsForManyRowsToo() throws Exception {
        Db seven = plain.as(Session.uid(7));
        server.proxy()
                .assertRoundTrips(
                        4,
                        () -> assertThat(seven.memoes()
                                        .createMany(IntStream.range(0, 6000)
                                                .mapToObj(i ->
                                                        MemoCreate.ownerId(7).text("t" + i))))
                                .isEqualTo(6000));
        assertThat(seven.memoes().count()).isEqualTo(6000);
        assertThatThrownBy(() -> seven.memoes()
                        .createMany(IntStream.range(0, 6000)
                                .mapToObj(i ->
                                        MemoCreate.ownerId(i == 5999 ? 8 : 7).text("u"))))
                .isInstanceOf(RowLevelSecurityViolation.class);
        assertThat(seven.memoes().where(MEMOES.TEXT.eq("u")).exists()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void manyRowsMeetThoseThatAreThere(boolean identity) throws Exception {
        Db db = db(identity);
        String prefix = prefix();
        List<TagCreate.Values> tags = IntStream.range(0, 6000)
                .mapToObj(i -> TagCreate.name(prefix + i))
                .toList();
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.tags()
                                        .upsertMany(tags.subList(0, 3000))
                                        .onConflict(TAGS.NAME)
                                        .doNothing())
                                .isEqualTo(3000));
        assertThat(db.tags().upsertMany(tags).onConflict(TAGS.NAME).doNothing()).isEqualTo(3000);
        assertThat(db.tags().upsertMany(tags).onConflict(TAGS.NAME).doUpdate()).isEqualTo(6000);
        assertThat(db.accounts()
                        .upsertMany(List.of(
                                AccountCreate.login(prefix).mail(prefix + "1"),
                                AccountCreate.login(prefix + "b").mail(prefix + "2")))
                        .onConflict(ACCOUNTS.LOGIN)
                        .doUpdate())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void manyRowsComeBackInAnyShapeInTheirOrder(boolean identity) throws Exception {
        Db db = db(identity);
        String prefix = prefix();
        List<TagCreate.Values> tags = IntStream.range(0, 300)
                .mapToObj(i -> TagCreate.name(prefix + (300 - i)))
                .toList();
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.tags()
                                        .returning(TAGS.model().shape())
                                        .createMany(tags))
                                .extracting(Tag::name)
                                .startsWith(prefix + 300, prefix + 299)
                                .hasSize(300));
        server.proxy()
                .assertRoundTrips(
                        1,
                        () -> assertThat(db.authors()
                                        .returning(ReturningTest.TITLES)
                                        .createMany(authors(prefix, 300).toList()))
                                .extracting(ReturningTest.Titles::email)
                                .startsWith(prefix + "0@x", prefix + "1@x")
                                .hasSize(300));
    }
}
