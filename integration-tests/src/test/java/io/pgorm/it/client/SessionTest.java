package io.pgorm.it.client;

import static io.pgorm.it.movies.Tables.NOTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.error.RowLevelSecurityViolation;
import io.pgorm.client.error.SchemaMismatch;
import io.pgorm.it.movies.Db;
import io.pgorm.it.movies.Note;
import io.pgorm.it.movies.NoteCreate;
import io.pgorm.it.movies.NoteUpdate;
import io.pgorm.it.movies.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who asks: in force for exactly the calls that say so. */
class SessionTest {

    private static MovieServer server;
    private static Db db;

    @BeforeAll
    static void fill() throws Exception {
        server = new MovieServer();
        server.execute("""
                INSERT INTO users (email) SELECT 'u' || n || '@x' FROM generate_series(1, 8) n;
                ALTER TABLE notes NO FORCE ROW LEVEL SECURITY;
                INSERT INTO notes (text, owner_id) SELECT 'note of ' || n, n FROM generate_series(1, 8) n;
                ALTER TABLE notes FORCE ROW LEVEL SECURITY;
                """);
        db = server.connect(4);
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    @Test
    void aUserSeesTheirOwnRowsAndNobodySeesNone() {
        assertThat(db.as(Session.uid(1)).notes().fetch()).extracting(Note::text).containsExactly("note of 1");
        assertThat(db.notes().fetch()).isEmpty();
        assertThat(db.as(Session.tenant(UUID.randomUUID())).notes().count()).isZero();
        assertThat(db.as(Session.uid(2)).notes().byId(1).fetch()).isEmpty();
        assertThat(db.as(Session.uid(2)).notes().byId(1).update(NoteUpdate.text("mine now")))
                .isEmpty();
        assertThat(db.as(Session.uid(2)).notes().byId(1).delete()).isFalse();
        assertThatThrownBy(() -> db.as(Session.uid(2))
                        .notes()
                        .create(NoteCreate.text("x").ownerId(1)))
                .isInstanceOf(RowLevelSecurityViolation.class);
    }

    @Test
    void theLoginRoleNeitherOwnsNorBypasses() {
        assertThat(db.sql().fetchOne("""
                                SELECT rolsuper OR rolbypassrls
                                  OR EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid)
                                FROM pg_roles WHERE rolname = current_user
                                """).get(0)).isEqualTo(false);
        assertThat(db.sql().fetchOne("SELECT current_user").get(0)).isEqualTo(MovieServer.APP);
    }

    /** 8 threads share 4 connections and change identity with each call; some calls fail on purpose. */
    @Test
    void tenThousandAlternatingIdentitiesNeverSeeARowOfAnother() throws Exception {
        int threads = 8;
        int calls = 10_000 / threads;
        List<Callable<Integer>> work = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int first = thread;
            work.add(() -> {
                int seen = 0;
                for (int call = 0; call < calls; call++) {
                    seen += seenAs(1 + (first + call) % 9, call);
                }
                return seen;
            });
        }
        int seen = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<Integer> part : pool.invokeAll(work)) {
                seen += part.get();
            }
        }
        long expected = IntStream.range(0, threads)
                .flatMap(first -> IntStream.range(0, calls).map(call -> 1 + (first + call) % 9))
                .filter(user -> user <= 8)
                .count();
        assertThat(seen).isEqualTo((int) expected);
    }

    /** The ninth identity is none at all. */
    private static int seenAs(int user, int call) {
        Db as = user == 9 ? db : db.as(Session.uid(user));
        if (call % 50 == 0) {
            assertThatThrownBy(
                            () -> as.notes().where(DSL.condition("1 / 0 = 1")).fetch())
                    .isInstanceOf(io.pgorm.client.error.InvalidValue.class);
        }
        List<Note> notes = switch (call % 4) {
            case 0 -> as.notes().fetch();
            case 1 -> as.transactionResult(tx -> tx.notes().fetch());
            case 2 -> as.sql().selectFrom(NOTES).fetch(row -> new Note(row.getId(), row.getText(), row.getOwnerId()));
            default ->
                as.notes()
                        .where(NOTES.TEXT.startsWith("note"))
                        .orderBy(NOTES.ID)
                        .fetch();
        };
        if (user == 9) {
            assertThat(notes).isEmpty();
        } else {
            assertThat(notes).extracting(Note::ownerId).containsExactly(user);
        }
        return notes.size();
    }

    @Test
    void nothingOfAnIdentityIsLeftOnTheConnectionAfterSuccessOrFailure() {
        try (Db one = server.connect(1)) {
            one.as(Session.uid(1)).notes().fetch();
            assertClean(one);
            assertThatThrownBy(() -> one.as(Session.uid(1))
                            .notes()
                            .where(DSL.condition("no_such_column = 1"))
                            .fetch())
                    .isInstanceOf(SchemaMismatch.class)
                    .hasMessageContaining("no_such_column");
            assertClean(one);
            assertThatThrownBy(() -> one.as(Session.uid(1)).transaction(tx -> {
                        tx.notes().fetch();
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");
            assertClean(one);
            assertThatThrownBy(() -> one.as(Session.uid(1)).sql().fetch("SELECT 1 / 0"))
                    .isInstanceOf(io.pgorm.client.error.InvalidValue.class);
            assertClean(one);
        }
    }

    private static void assertClean(Db one) {
        assertThat(one.sql()
                        .fetchOne("SELECT coalesce(current_setting('pgorm.uid', true), '') || current_user")
                        .get(0))
                .isEqualTo(MovieServer.APP);
        assertThat(one.notes().fetch()).isEmpty();
    }

    @Test
    void insideATransactionTheIdentityMayChangeAndEndWithASavepoint() {
        db.transaction(tx -> {
            assertThat(tx.as(Session.uid(1)).notes().count()).isEqualTo(1);
            assertThat(tx.as(Session.uid(2)).notes().fetch())
                    .extracting(Note::ownerId)
                    .containsExactly(2);
            assertThat(tx.notes().count()).isZero();
            assertThatThrownBy(() -> tx.transaction(inner -> {
                        inner.as(Session.uid(3)).notes().byId(3).update(NoteUpdate.text("changed"));
                        throw new IllegalStateException("back to the savepoint");
                    }))
                    .hasMessage("back to the savepoint");
            assertThat(tx.notes().count()).isZero();
            assertThat(tx.as(Session.uid(3)).notes().fetch())
                    .extracting(Note::text)
                    .containsExactly("note of 3");
        });
    }

    /** jOOQ swallows what is thrown when it gives a connection back. */
    @Test
    void aCommitThatFailsIsNotSwallowedByJooq() throws Exception {
        server.execute("ALTER TABLE notes ADD CONSTRAINT later UNIQUE (text) DEFERRABLE INITIALLY DEFERRED");
        try {
            assertThatThrownBy(() -> db.as(Session.uid(1))
                            .sql()
                            .execute("INSERT INTO notes (text, owner_id) VALUES ('twice', 1), ('twice', 1)"))
                    .isInstanceOf(io.pgorm.client.error.UniqueViolation.class);
            assertThat(db.as(Session.uid(1)).notes().count()).isEqualTo(1);
        } finally {
            server.execute("ALTER TABLE notes DROP CONSTRAINT later");
        }
    }

    /** jOOQ rolls back to a savepoint of its own, which puts the identity from before it back in force on the server. */
    @Test
    void aSavepointThatSomebodyElseRollsBackLeavesNobodyElsesIdentity() {
        db.transaction(tx -> {
            assertThatThrownBy(() -> tx.as(Session.uid(1)).sql().transaction(nested -> {
                        assertThat(tx.notes().count()).isZero();
                        throw new IllegalStateException("back");
                    }))
                    .hasMessage("back");
            assertThat(tx.notes().count()).isZero();
            assertThat(tx.as(Session.uid(2)).notes().fetch())
                    .extracting(Note::ownerId)
                    .containsExactly(2);
        });
    }

    @Test
    void aHandleOfATransactionThatIsOverIsRefused() {
        Db kept = db.transactionResult(tx -> tx);
        assertThatThrownBy(() -> kept.notes().fetch())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("over");
    }

    @Test
    void aRoleIsTakenOnOnlyIfTheOptionsNameIt() throws Exception {
        assertThatThrownBy(() -> db.as(Session.inRole("postgres")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("withRoles");
        server.execute("""
                DO $$ BEGIN
                  CREATE ROLE pgorm_it_reader;
                EXCEPTION WHEN duplicate_object THEN NULL;
                END $$;
                GRANT pgorm_it_reader TO pgorm_it_app;
                GRANT SELECT ON users TO pgorm_it_reader;
                """);
        try (Db withRole = Db.open(server.options().withPoolSize(1).withRoles("pgorm_it_reader"))) {
            Db reader = withRole.as(Session.uid(1).inRole("pgorm_it_reader"));
            assertThat(reader.users().count()).isEqualTo(8);
            assertThatThrownBy(() -> reader.notes().fetch()).isInstanceOf(io.pgorm.client.error.PermissionDenied.class);
            assertThat(withRole.as(Session.uid(1)).notes().count()).isEqualTo(1);
        }
    }

    @Test
    void anIdentityShowsNoValue() {
        assertThat(Session.uid(4711).identity().toString()).doesNotContain("4711");
        assertThat(server.options().toString()).doesNotContain("password");
    }
}
