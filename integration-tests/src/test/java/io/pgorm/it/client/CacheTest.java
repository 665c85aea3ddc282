package io.pgorm.it.client;

import static io.pgorm.it.movies.Tables.MOVIES;
import static io.pgorm.it.movies.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.ClientOptions;
import io.pgorm.client.Shape;
import io.pgorm.client.cache.CaffeineCache;
import io.pgorm.it.movies.Db;
import io.pgorm.it.movies.MovieCreate;
import io.pgorm.it.movies.NoteCreate;
import io.pgorm.it.movies.ProfileCreate;
import io.pgorm.it.movies.Session;
import io.pgorm.it.movies.UserCreate;
import io.pgorm.it.movies.UserUpdate;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results that are kept, and for how long they are. */
class CacheTest {

    record Name(String email) {}

    private static final Shape<Name> NAME = Shape.of(Name::new, USERS.EMAIL);

    record Other(String email) {}

    private static final Shape<Other> OTHER = Shape.of(Other::new, USERS.EMAIL);

    record Title(String title, long reviews) {}

    private static final Shape<Title> TITLE = Shape.of(Title::new, MOVIES.TITLE, MOVIES.REVIEWS.count());

    private static MovieServer server;
    private static Db db;
    private static Db cached;

    @BeforeAll
    static void start() throws Exception {
        server = new MovieServer();
        db = Db.open(server.options()
                .withPoolSize(2)
                .withClient(ClientOptions.defaults().withCache(CaffeineCache.ofSize(1000))));
        cached = db.cached(Duration.ofMinutes(5));
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    @BeforeEach
    void fill() throws Exception {
        server.execute("TRUNCATE users, movies RESTART IDENTITY CASCADE;"
                + "INSERT INTO users (email) VALUES ('a@x'), ('b@x'); INSERT INTO movies (title) VALUES ('Alien')");
        db.clearCache();
    }

    private static void kept(Supplier<?> read) {
        Object first = read.get();
        server.proxy().assertRoundTrips(0, () -> assertThat(read.get()).isEqualTo(first));
    }

    private static void readAnew(Supplier<?> read) {
        server.proxy().assertRoundTrips(1, read::get);
    }

    @Test
    void whatWasReadIsNotReadAgain() {
        kept(() -> cached.users().fetch());
        kept(() -> cached.users().where(USERS.EMAIL.eq("a@x")).fetch());
        kept(() -> cached.users().byId(1).fetch());
        kept(() -> cached.users().count());
        kept(() -> cached.movies().fetch(TITLE));
        readAnew(() -> cached.users().byId(2).fetch());
        readAnew(() -> cached.users().where(USERS.EMAIL.eq("b@x")).fetch());
        readAnew(() -> db.users().fetch());
        assertThat(cached.users().fetch(NAME)).contains(new Name("a@x"));
        assertThat(cached.users().fetch(OTHER)).contains(new Other("a@x"));
    }

    @Test
    void everyWayToWriteMakesItStale() {
        Supplier<?> users = () -> cached.users().fetch();
        List<Runnable> writes = List.of(
                () -> db.users().create(UserCreate.email("c@x")),
                () -> cached.users().byId(1).update(UserUpdate.name("x")),
                () -> db.users().byId(1).update(UserUpdate.append(USERS.NAME, "!")),
                () -> db.users()
                        .merge(List.of(UserCreate.email("merged@x")))
                        .on(USERS.EMAIL)
                        .whenNotMatched()
                        .insert()
                        .run(),
                () -> db.users()
                        .upsert(UserCreate.email("merged@x").profile(ProfileCreate.bio("new")))
                        .onConflict(USERS.EMAIL)
                        .doUpdate(UserUpdate.name("old").profile(ProfileCreate.bio("old"))),
                () -> db.users().where(USERS.EMAIL.eq("c@x")).delete(),
                () -> db.users().createMany(List.of(UserCreate.email("d@x"), UserCreate.email("e@x"))),
                () -> db.sql().insertInto(USERS, USERS.EMAIL).values("f@x").execute(),
                () -> db.sql().execute("UPDATE users SET name = 'y' WHERE id = 2"),
                () -> db.as(Session.uid(1)).sql().execute("UPDATE users SET name = 'z' WHERE id = 2"),
                () -> db.transaction(tx -> tx.users().byId(1).update(UserUpdate.name("in"))),
                () -> db.transaction(
                        tx -> tx.transaction(inner -> inner.users().byId(1).update(UserUpdate.name("deep")))),
                () -> db.transaction(tx -> tx.sql().execute("UPDATE users SET name = 'raw'")),
                () -> db.sql().transaction(jooq -> jooq.dsl().execute("UPDATE users SET name = 'jooq'")));
        for (Runnable write : writes) {
            kept(users);
            write.run();
            Object now = db.users().fetch();
            assertThat(users.get()).isEqualTo(now);
        }
    }

    @Test
    void aWriteLeavesOtherTablesAlone() {
        kept(() -> cached.users().fetch());
        db.movies().create(MovieCreate.title("Brazil"));
        server.proxy().assertRoundTrips(0, () -> cached.users().fetch());
        kept(() -> cached.movies().fetch(TITLE));
        db.users().where(USERS.ID.eq(2)).delete();
        readAnew(() -> cached.movies().fetch(TITLE));
    }

    @Test
    void anIdentityHasItsOwnResults() {
        db.as(Session.uid(1)).notes().create(NoteCreate.text("one").ownerId(1));
        db.as(Session.uid(2)).notes().create(NoteCreate.text("two").ownerId(2));
        for (int times = 0; times < 2; times++) {
            assertThat(cached.as(Session.uid(1)).notes().fetch())
                    .extracting(note -> note.text())
                    .containsExactly("one");
            assertThat(cached.as(Session.uid(2)).notes().fetch())
                    .extracting(note -> note.text())
                    .containsExactly("two");
            assertThat(cached.notes().fetch()).isEmpty();
        }
        kept(() -> cached.as(Session.uid(1)).notes().fetch());
    }

    @Test
    void aTransactionNeitherKeepsNorUsesWhatIsKept() {
        kept(() -> cached.users().count());
        cached.transaction(tx -> {
            tx.users().create(UserCreate.email("c@x"));
            assertThat(tx.cached(Duration.ofMinutes(1)).users().count()).isEqualTo(3);
            // others do not see it yet
            assertThat(cached.users().count()).isEqualTo(2);
        });
        assertThat(cached.users().count()).isEqualTo(3);
        try {
            db.transaction(tx -> {
                tx.users().create(UserCreate.email("d@x"));
                throw new IllegalStateException("back");
            });
        } catch (IllegalStateException expected) {
            assertThat(cached.users().count()).isEqualTo(3);
        }
    }

    @Test
    void itsTimeEnds() throws Exception {
        Db shortly = db.cached(Duration.ofMillis(200));
        assertThat(shortly.users().count()).isEqualTo(2);
        server.execute("INSERT INTO users (email) VALUES ('elsewhere@x')");
        assertThat(shortly.users().count()).isEqualTo(2);
        Thread.sleep(300);
        assertThat(shortly.users().count()).isEqualTo(3);
        server.execute("INSERT INTO users (email) VALUES ('again@x')");
        db.clearCache();
        assertThat(shortly.users().count()).isEqualTo(4);
    }

    @Test
    void withoutCaffeineItSaysWhatToAdd() throws Exception {
        URL client = CaffeineCache.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {client}, ClassLoader.getPlatformClassLoader())) {
            Method ofSize = alone.loadClass(CaffeineCache.class.getName()).getMethod("ofSize", long.class);
            assertThatThrownBy(() -> ofSize.invoke(null, 10L))
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("add com.github.ben-manes.caffeine:caffeine");
        }
    }

    @Test
    void withoutACacheItSaysWhatToDo() {
        try (Db without = server.connect(1)) {
            assertThatThrownBy(() -> without.cached(Duration.ofMinutes(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("CaffeineCache.ofSize");
        }
    }
}
