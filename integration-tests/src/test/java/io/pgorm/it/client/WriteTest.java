package io.pgorm.it.client;

import static io.pgorm.it.movies.Tables.MOVIES;
import static io.pgorm.it.movies.Tables.USERS;
import static io.pgorm.it.movies.Tables.VISITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pgorm.client.error.CheckViolation;
import io.pgorm.client.error.ConnectionLost;
import io.pgorm.client.error.ForeignKeyViolation;
import io.pgorm.client.error.InvalidValue;
import io.pgorm.client.error.NotNullViolation;
import io.pgorm.client.error.TooManyRows;
import io.pgorm.client.error.UniqueViolation;
import io.pgorm.it.movies.Db;
import io.pgorm.it.movies.Genre;
import io.pgorm.it.movies.Movie;
import io.pgorm.it.movies.MovieCreate;
import io.pgorm.it.movies.MovieUpdate;
import io.pgorm.it.movies.ReviewCreate;
import io.pgorm.it.movies.RoleCreate;
import io.pgorm.it.movies.User;
import io.pgorm.it.movies.UserCreate;
import io.pgorm.it.movies.UserUpdate;
import io.pgorm.it.movies.VisitCreate;
import io.pgorm.it.movies.VisitUpdate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes, and what the database says to them. */
class WriteTest {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private static MovieServer server;
    private static Db db;

    @BeforeAll
    static void open() throws Exception {
        server = new MovieServer();
        db = server.connect(2);
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    private static User someUser() {
        return db.users().create(UserCreate.email("user" + COUNTER.incrementAndGet() + "@x"));
    }

    @Test
    void createGivesBackWhatTheDatabasePutIn() {
        Movie movie = db.movies().create(MovieCreate.title("Alien").year(1979).keywords(new String[] {"a", "b\"c"}));
        assertThat(movie.id()).isPositive();
        assertThat(movie.genre()).isEqualTo(Genre.DRAMA);
        assertThat(movie.createdAt()).isEqualTo(movie.updatedAt());
        assertThat(movie.keywords()).containsExactly("a", "b\"c");
        Movie found = db.movies().findById(movie.id()).orElseThrow();
        assertThat(found).usingRecursiveComparison().isEqualTo(movie);
    }

    @Test
    void updateByKeyGivesTheRowOrSaysThatThereIsNone() throws Exception {
        Movie movie = db.movies().create(MovieCreate.title("Alien").genre(Genre.COMEDY));
        Movie changed = db.movies()
                .byId(movie.id())
                .update(MovieUpdate.title("Aliens").year(1986))
                .orElseThrow();
        assertThat(changed.title()).isEqualTo("Aliens");
        assertThat(changed.genre()).isEqualTo(Genre.COMEDY);
        assertThat(changed.updatedAt()).isAfter(movie.updatedAt());
        assertThat(changed.createdAt()).isEqualTo(movie.createdAt());
        assertThat(db.movies().byId(-1).update(MovieUpdate.title("x"))).isEmpty();
        assertThat(db.movies()
                        .byId(movie.id())
                        .update(MovieUpdate.year(null))
                        .orElseThrow()
                        .year())
                .isNull();
        server.proxy().assertRoundTrips(1, () -> db.movies().byId(movie.id()).update(MovieUpdate.title("once")));
        assertThat(db.movies().byId(movie.id()).delete()).isTrue();
        assertThat(db.movies().byId(movie.id()).delete()).isFalse();
    }

    @Test
    void setsOfRowsAreChangedByConditionOrBySayingAll() {
        db.visits().all().delete();
        for (int i = 0; i < 5; i++) {
            db.visits().create(VisitCreate.page("/" + i).seconds(i));
        }
        assertThat(db.visits().where(VISITS.SECONDS.ge(3)).update(VisitUpdate.page("long")))
                .isEqualTo(2);
        assertThat(db.visits().where(VISITS.PAGE.eq("long")).count()).isEqualTo(2);
        assertThat(db.visits().where(VISITS.SECONDS.lt(2)).delete()).isEqualTo(2);
        assertThat(db.visits().all().delete()).isEqualTo(3);
    }

    @Test
    void keysFindRowsAndCompoundKeysToo() {
        User user = someUser();
        assertThat(db.users().findByEmail(user.email())).contains(user);
        assertThat(db.users()
                        .byEmail(user.email())
                        .update(UserUpdate.name("N"))
                        .orElseThrow()
                        .name())
                .isEqualTo("N");
        assertThat(db.roles().findByMovieIdAndPersonId(1, 2)).isEmpty();
        someUser();
        assertThatThrownBy(() -> db.users().all().fetchOptional()).isInstanceOf(TooManyRows.class);
    }

    @Test
    void violationsAreTypedAndNameModelAndFields() {
        User user = someUser();
        UniqueViolation unique =
                catchThrowableOfType(UniqueViolation.class, () -> db.users().create(UserCreate.email(user.email())));
        assertThat(unique.constraint()).isEqualTo("users_email_key");
        assertThat(unique.model()).isEqualTo("User");
        assertThat(unique.fields()).containsExactly("email");
        assertThat(unique.sqlState()).contains("23505");
        assertThat(unique.sql())
                .hasValueSatisfying(sql -> assertThat(sql).contains("insert").contains("?"));

        ForeignKeyViolation foreign = catchThrowableOfType(
                ForeignKeyViolation.class,
                () -> db.roles().create(RoleCreate.movieId(-1).personId(-1)));
        assertThat(foreign.model()).isEqualTo("Role");
        assertThat(foreign.fields()).hasSize(1).containsAnyOf("movieId", "personId");

        Movie movie = db.movies().create(MovieCreate.title("x"));
        CheckViolation check = catchThrowableOfType(
                CheckViolation.class,
                () -> db.reviews()
                        .create(ReviewCreate.body("b")
                                .rating((short) 9)
                                .movieId(movie.id())
                                .authorId(user.id())));
        assertThat(check.constraint()).isEqualTo("reviews_rating_check");

        NotNullViolation missing = catchThrowableOfType(
                NotNullViolation.class,
                () -> db.sql().insertInto(USERS).columns(USERS.NAME).values("n").execute());
        assertThat(missing.fields()).containsExactly("email");
    }

    @Test
    void noValueIsInAnExceptionOrItsTrace() {
        String secret = "secret-" + COUNTER.incrementAndGet() + "@x";
        db.users().create(UserCreate.email(secret));
        for (Runnable call : new Runnable[] {
            () -> db.users().create(UserCreate.email(secret)),
            () -> db.sql().insertInto(USERS).set(USERS.EMAIL, secret).execute(),
            () -> db.users()
                    .where(USERS.ID.cast(String.class).cast(Integer.class).eq(USERS.EMAIL.cast(Integer.class)))
                    .fetch()
        }) {
            Throwable thrown = catchThrowableOfType(RuntimeException.class, call::run);
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).isNotEmpty().doesNotContain("secret-");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's",
                "\"quoted\"",
                "back\\slash",
                "\\' OR 1=1 --",
                "$1",
                "?",
                ":name",
                "; DROP TABLE users; --",
                "{0}",
                "%s",
                "/* */",
                "$$body$$",
                "E'\\x00'",
                "\n\r\t",
                "ünïcödé 漢字 🎬",
                "''",
                "'",
                ""
            })
    void aValueIsAValueWhateverItHolds(String value) {
        Movie movie = db.movies().create(MovieCreate.title(value).keywords(new String[] {value}));
        assertThat(movie.title()).isEqualTo(value);
        assertThat(db.movies()
                        .where(MOVIES.TITLE.eq(value).and(MOVIES.ID.eq(movie.id())))
                        .fetch())
                .extracting(Movie::title)
                .containsExactly(value);
        assertThat(db.movies()
                        .where(MOVIES.KEYWORDS.contains(new String[] {value}).and(MOVIES.ID.eq(movie.id())))
                        .exists())
                .isTrue();
        assertThat(db.users().findByEmail(value)).isEmpty();
        assertThat(db.users().count()).isNotNegative();
    }

    @Test
    void aNulIsATypedErrorEverywhere() {
        String nul = "a\0b";
        assertThatThrownBy(() -> db.movies().where(MOVIES.TITLE.eq(nul)).fetch())
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> db.users().findByEmail(nul)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> db.movies().create(MovieCreate.title(nul))).isInstanceOf(InvalidValue.class);
        assertThat(db.users().count()).isNotNegative();
    }

    @Test
    void transactionsCommitRollBackAndNest() {
        long before = db.users().count();
        db.transaction(tx -> {
            tx.users().create(UserCreate.email("tx1@x"));
            assertThatThrownBy(() -> tx.transaction(inner -> inner.users().create(UserCreate.email("tx1@x"))))
                    .isInstanceOf(UniqueViolation.class);
            tx.users().create(UserCreate.email("tx2@x"));
            assertThat(tx.sql().fetchCount(USERS)).isEqualTo((int) before + 2);
        });
        assertThat(db.users().count()).isEqualTo(before + 2);
        assertThatThrownBy(() -> db.transaction(tx -> {
                    tx.users().all().delete();
                    throw new java.io.IOException("checked");
                }))
                .isInstanceOf(java.io.IOException.class);
        assertThat(db.users().count()).isEqualTo(before + 2);
    }

    @Test
    void aTransactionOfJooqInsideOneOfOursIsASavepoint() {
        long before = db.users().count();
        assertThatThrownBy(() -> db.transaction(tx -> {
                    tx.users().create(UserCreate.email("outer@x"));
                    tx.sql().transaction(inner -> tx.users().create(UserCreate.email("kept@x")));
                    assertThatThrownBy(() -> tx.sql().transaction(inner -> {
                                tx.users().create(UserCreate.email("undone@x"));
                                throw new IllegalStateException("inner");
                            }))
                            .hasMessage("inner");
                    assertThat(tx.users().count()).isEqualTo(before + 2);
                    assertThat(db.users().count()).isEqualTo(before);
                    throw new IllegalStateException("outer");
                }))
                .hasMessage("outer");
        assertThat(db.users().count()).isEqualTo(before);
    }

    @Test
    void aServerThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> Db.open(
                        io.pgorm.client.ConnectionOptions.of("jdbc:postgresql://127.0.0.1:1/none", "u", "the password")
                                .withConnectionTimeout(Duration.ofMillis(500))))
                .isInstanceOf(ConnectionLost.class)
                .hasMessageNotContaining("the password");
        assertThatThrownBy(() ->
                        io.pgorm.client.ConnectionOptions.of("jdbc:postgresql://h/d?preferQueryMode=simple", "u", "p"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPoolOfTheApplicationServesToo() {
        var source = new org.postgresql.ds.PGSimpleDataSource();
        source.setUrl(server.options().url());
        source.setUser(server.options().user());
        source.setPassword(server.options().password());
        try (Db over = Db.over(source)) {
            long before = over.users().count();
            over.users().create(UserCreate.email("over@x"));
            assertThat(over.users().count()).isEqualTo(before + 1);
        }
        javax.sql.DataSource manual = new com.zaxxer.hikari.HikariDataSource(manualCommit(source));
        try (Db over = Db.over(manual)) {
            assertThatThrownBy(() -> over.users().create(UserCreate.email("lost@x")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("autocommit");
        }
        ((com.zaxxer.hikari.HikariDataSource) manual).close();
    }

    private static com.zaxxer.hikari.HikariConfig manualCommit(javax.sql.DataSource source) {
        var config = new com.zaxxer.hikari.HikariConfig();
        config.setDataSource(source);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(1);
        return config;
    }
}
