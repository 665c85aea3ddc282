package io.pgorm.it.client;

import static io.pgorm.it.movies.Tables.MOVIES;
import static io.pgorm.it.movies.Tables.NOTES;
import static io.pgorm.it.movies.Tables.REVIEWS;
import static io.pgorm.it.movies.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.ClientOptions;
import io.pgorm.client.Operation;
import io.pgorm.client.Permission;
import io.pgorm.client.Shape;
import io.pgorm.client.error.InvalidValue;
import io.pgorm.client.error.OperationForbidden;
import io.pgorm.client.error.PgOrmException;
import io.pgorm.client.error.UniqueViolation;
import io.pgorm.client.hook.ErrorOutcome;
import io.pgorm.client.hook.QueryCall;
import io.pgorm.client.hook.QueryHook;
import io.pgorm.client.hook.RepeatedQueries;
import io.pgorm.client.hook.SlowQueries;
import io.pgorm.client.hook.WritesWithoutWhere;
import io.pgorm.it.movies.Db;
import io.pgorm.it.movies.Session;
import io.pgorm.it.movies.User;
import io.pgorm.it.movies.UserCreate;
import io.pgorm.it.movies.UserUpdate;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands around calls: hooks and permissions. */
class HookTest {

    private static MovieServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new MovieServer();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void fill() throws Exception {
        server.execute("TRUNCATE users RESTART IDENTITY CASCADE;"
                + "INSERT INTO users (email, name) SELECT 'u' || n || '@x', 'n' FROM generate_series(1, 5) n");
    }

    private static Db open(QueryHook... hooks) {
        return Db.open(server.options()
                .withPoolSize(2)
                .withClient(ClientOptions.defaults().withHooks(hooks)));
    }

    private static Db open(Permission permission) {
        return Db.open(server.options()
                .withPoolSize(2)
                .withClient(ClientOptions.defaults().withPermission(permission)));
    }

    /** Says what it sees. */
    private record Recorder(String name, int order, List<String> events) implements QueryHook {
        @Override
        public QueryCall before(QueryCall call) {
            events.add(name + " before " + call.operation() + " " + call.tables());
            return call;
        }

        @Override
        public @Nullable Object after(QueryCall call, @Nullable Object result) {
            events.add(name + " after");
            return result;
        }

        @Override
        public ErrorOutcome onError(QueryCall call, PgOrmException error) {
            events.add(name + " error " + error.sqlState().orElse(""));
            return ErrorOutcome.rethrow(error);
        }
    }

    @Test
    void hooksStandAroundEveryCallInTheirOrder() {
        List<String> events = new ArrayList<>();
        try (Db db = open(new Recorder("inner", 2, events), new Recorder("outer", 1, events))) {
            events.clear();
            db.users().fetch();
            assertThat(events)
                    .containsExactly(
                            "outer before SELECT [users]", "inner before SELECT [users]", "inner after", "outer after");
            events.clear();
            assertThatThrownBy(() -> db.users().create(UserCreate.email("u1@x")))
                    .isInstanceOf(UniqueViolation.class);
            assertThat(events)
                    .containsExactly(
                            "outer before INSERT [users]",
                            "inner before INSERT [users]",
                            "inner error 23505",
                            "outer error 23505");
            events.clear();
            db.as(Session.uid(1)).sql().selectFrom(USERS).fetch();
            assertThat(events)
                    .containsExactly(
                            "outer before SELECT [users]", "inner before SELECT [users]", "inner after", "outer after");
            events.clear();
            assertThatThrownBy(() -> db.sql().execute("SELECT 1 / 0")).isInstanceOf(InvalidValue.class);
            assertThat(events)
                    .contains("inner error 22012", "outer error 22012")
                    .doesNotContain("inner after");
            events.clear();
            db.transaction(tx -> tx.users().byId(1).update(UserUpdate.name("x")));
            assertThat(events).contains("outer before UPDATE [users]");
        }
    }

    @Test
    void hooksStandAroundCopy() {
        List<String> events = new ArrayList<>();
        List<String> sent = new ArrayList<>();
        QueryHook comment = new QueryHook() {
            @Override
            public QueryCall before(QueryCall call) {
                return call.withStatements(call.statements().stream()
                        .map(text -> "/* app=it */ " + text)
                        .toList());
            }
        };
        ClientOptions options = ClientOptions.defaults()
                .withHooks(new Recorder("hook", 1, events), comment)
                .withStatementListener(sent::add);
        try (Db db = Db.open(server.options().withPoolSize(2).withClient(options))) {
            events.clear();
            db.users().createMany(IntStream.range(0, 3_000).mapToObj(n -> UserCreate.email("copied" + n)));
            assertThat(events).containsSubsequence("hook before COPY [users]", "hook after");
            assertThat(sent).anyMatch(sql -> sql.startsWith("/* app=it */ copy "));
            events.clear();
            assertThatThrownBy(() -> db.users()
                            .createMany(
                                    IntStream.range(0, 3_000).mapToObj(n -> UserCreate.email("copied" + n % 2_999))))
                    .isInstanceOf(UniqueViolation.class);
            assertThat(events).containsSubsequence("hook before COPY [users]", "hook error 23505");
            assertThat(db.users().where(USERS.EMAIL.startsWith("copied")).count())
                    .isEqualTo(3_000);
        }
    }

    /** Named in a file of services, as a library would. */
    public static final class Found implements QueryHook {
        private static final AtomicInteger CALLS = new AtomicInteger();

        @Override
        public QueryCall before(QueryCall call) {
            CALLS.incrementAndGet();
            return call;
        }
    }

    @Test
    void aHookOfALibraryIsFound(@TempDir Path folder) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(QueryHook.class.getName()), Found.class.getName());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader library =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(library);
            try (Db db = server.connect(1)) {
                int calls = Found.CALLS.get();
                db.users().count();
                assertThat(Found.CALLS.get()).isEqualTo(calls + 1);
            }
        } finally {
            thread.setContextClassLoader(before);
        }
        try (Db db = server.connect(1)) {
            int calls = Found.CALLS.get();
            db.users().count();
            assertThat(Found.CALLS.get()).isEqualTo(calls);
        }
    }

    @Test
    void aHookChangesTheQueryTheResultAndTheError() {
        List<String> sent = new ArrayList<>();
        QueryHook comment = new QueryHook() {
            @Override
            public QueryCall before(QueryCall call) {
                return call.withStatements(call.statements().stream()
                        .map(text -> "/* app=it */ " + text)
                        .toList());
            }

            @Override
            public @Nullable Object after(QueryCall call, @Nullable Object result) {
                return result instanceof List<?> list ? list.stream().limit(2).toList() : result;
            }

            @Override
            public ErrorOutcome onError(QueryCall call, PgOrmException error) {
                return error instanceof InvalidValue
                        ? ErrorOutcome.replace(List.of())
                        : ErrorOutcome.rethrow(new IllegalStateException("translated"));
            }
        };
        ClientOptions options = ClientOptions.defaults().withHooks(comment).withStatementListener(sent::add);
        try (Db db = Db.open(server.options().withClient(options))) {
            sent.clear();
            assertThat(db.users().where(USERS.ID.gt(0)).fetch()).hasSize(2);
            db.sql().selectFrom(USERS).where(USERS.ID.eq(3)).fetch();
            assertThat(sent).hasSize(2).allMatch(sql -> sql.startsWith("/* app=it */ select"));
            assertThat(db.users().where(DSL.condition("1 / (id - id) = 1")).fetch())
                    .isEmpty();
            assertThatThrownBy(() -> db.users().create(UserCreate.email("u1@x")))
                    .hasMessage("translated");
            assertThatThrownBy(() -> db.sql().execute("INSERT INTO users (email) VALUES ('u1@x')"))
                    .hasMessage("translated");
        }
    }

    @Test
    void slowQueriesAreTold() {
        List<String> slow = new ArrayList<>();
        try (Db db = open(SlowQueries.over(Duration.ofMillis(150), (call, time) -> slow.add(call.operation())))) {
            db.users().fetch();
            assertThat(slow).isEmpty();
            db.users()
                    .where(DSL.condition("(pg_sleep(0.2) IS NOT NULL)"))
                    .limit(1)
                    .fetch();
            db.sql().fetch("SELECT pg_sleep(0.2)");
            assertThat(slow).containsExactly("SELECT", "SELECT");
        }
    }

    @Test
    void aWriteOfAllRowsIsRefused() {
        try (Db db = open(new WritesWithoutWhere())) {
            assertThatThrownBy(() -> db.users().all().delete()).hasMessageContaining("every row");
            assertThatThrownBy(() -> db.sql().execute("UPDATE users SET name = 'where'"))
                    .hasMessageContaining("every row");
            assertThatThrownBy(() ->
                            db.transaction(tx -> tx.sql().deleteFrom(USERS).execute()))
                    .hasMessageContaining("every row");
            assertThatThrownBy(() -> db.users()
                            .merge(List.of(UserCreate.email("merged@x")))
                            .on(USERS.EMAIL)
                            .whenNotMatchedBySource()
                            .delete()
                            .run())
                    .hasMessageContaining("every row");
            assertThat(db.users().where(USERS.ID.gt(3)).delete()).isEqualTo(2);
            assertThat(db.sql().execute("UPDATE users SET name = 'x' WHERE id = 1"))
                    .isEqualTo(1);
            assertThat(db.users().count()).isEqualTo(3);
        }
    }

    @Test
    void theSameQueryWithOtherValuesIsFoundOncePerScope() {
        List<RepeatedQueries.Finding> findings = new ArrayList<>();
        RepeatedQueries repeated = RepeatedQueries.from(4, findings::add);
        try (Db db = open(repeated)) {
            repeated.scope(() -> {
                List<User> users = db.users().fetch();
                for (User user : users) {
                    db.users().byId(user.id()).fetch();
                    db.users().byId(1).fetch();
                }
                return users;
            });
            assertThat(findings).hasSize(1);
            assertThat(findings.get(0).callSite()).contains("HookTest");
            assertThat(findings.get(0).sql()).contains("\"users\"");
            repeated.scope(() -> db.users().byId(2).fetch());
            for (int id = 1; id < 9; id++) {
                db.users().byId(id).fetch();
            }
            assertThat(findings).hasSize(1);
        }
    }

    record Reviewed(String title, long reviews) {}

    private static final Shape<Reviewed> REVIEWED = Shape.of(Reviewed::new, MOVIES.TITLE, MOVIES.REVIEWS.count());

    @Test
    void permissionsHoldForEveryTableOfACall() {
        Permission permission = Permission.none()
                .allow(USERS, Operation.READ, Operation.UPDATE)
                .allow(MOVIES, Operation.READ, Operation.CREATE);
        try (Db db = open(permission)) {
            long before = server.proxy().count();
            assertThatThrownBy(() -> db.users().create(UserCreate.email("x@x")))
                    .isInstanceOf(OperationForbidden.class)
                    .hasMessageContaining("create User");
            assertThatThrownBy(() -> db.users().byId(1).delete()).hasMessageContaining("delete User");
            assertThatThrownBy(() -> db.notes().fetch()).hasMessageContaining("read Note");
            assertThatThrownBy(() -> db.as(Session.uid(1)).notes().count()).hasMessageContaining("read Note");
            assertThatThrownBy(() -> db.movies().fetch(REVIEWED)).hasMessageContaining("read Review");
            assertThatThrownBy(() -> db.users()
                            .where(USERS.REVIEWS.some(REVIEWS.RATING.gt((short) 3)))
                            .fetch())
                    .hasMessageContaining("read Review");
            assertThatThrownBy(
                            () -> db.sql().select(NOTES.ID).from(USERS, NOTES).fetch())
                    .hasMessageContaining("read Note");
            assertThatThrownBy(() -> db.sql().fetch("select * from users u, public.notes n where true"))
                    .hasMessageContaining("read Note");
            assertThatThrownBy(() -> db.sql().fetch("with x as (delete from notes returning *) select * from x"))
                    .hasMessageContaining("delete Note");
            assertThatThrownBy(() -> db.sql()
                            .execute("insert into movies (title) values ('a') on conflict (id) do update set"
                                    + " title = 'b'"))
                    .hasMessageContaining("update Movie");
            assertThatThrownBy(() -> db.transaction(tx -> tx.notes().all().delete()))
                    .hasMessageContaining("delete Note");
            assertThat(server.proxy().count()).isEqualTo(before);
            assertThat(db.users().where(USERS.NAME.eq("from notes")).fetch()).isEmpty();
            assertThat(db.users().byId(1).update(UserUpdate.name("from notes"))).isPresent();
            assertThat(db.sql().fetch("select 'from notes', name from users -- from notes"))
                    .hasSize(5);
        }
        try (Db db = open(Permission.all().allow(USERS, Operation.READ))) {
            assertThat(db.users().count()).isEqualTo(5);
            assertThat(db.movies().count()).isNotNegative();
            assertThatThrownBy(() -> db.users().all().delete()).isInstanceOf(OperationForbidden.class);
        }
    }

    @Test
    void bulkWritesAskForPermissionToo() {
        try (Db db = open(Permission.all().allow(USERS, Operation.READ))) {
            List<UserCreate> many = new ArrayList<>();
            for (int n = 0; n < 2_000; n++) {
                many.add(UserCreate.email("bulk" + n + "@x"));
            }
            assertThatThrownBy(() -> db.users().createMany(many)).isInstanceOf(OperationForbidden.class);
            assertThatThrownBy(() -> db.users().createMany(many.subList(0, 5))).isInstanceOf(OperationForbidden.class);
            assertThat(db.users().count()).isEqualTo(5);
        }
    }
}
