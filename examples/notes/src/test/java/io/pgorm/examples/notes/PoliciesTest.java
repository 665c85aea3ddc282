package io.pgorm.examples.notes;

import static io.pgorm.examples.notes.db.Tables.MEMBERS;
import static io.pgorm.examples.notes.db.Tables.NOTES;
import static io.pgorm.examples.notes.db.Tables.SHARES;
import static io.pgorm.examples.notes.db.Tables.TAGS;
import static io.pgorm.examples.notes.db.Tables.TENANTS;
import static io.pgorm.features.rls.kit.PolicyTest.as;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.pgorm.client.ConnectionOptions;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.examples.notes.db.Db;
import io.pgorm.examples.notes.db.NoteCreate;
import io.pgorm.examples.notes.db.Session;
import io.pgorm.examples.notes.db.ShareCreate;
import io.pgorm.examples.notes.db.TagCreate;
import io.pgorm.features.rls.kit.Caller;
import io.pgorm.features.rls.kit.PolicyKit;
import io.pgorm.features.rls.kit.PolicyTests;
import io.pgorm.features.rls.kit.Row;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.postgresql.ds.PGSimpleDataSource;

/** Who may do what, in sentences; and that these would notice if a policy were another one. */
class PoliciesTest {

    private static final Caller<Db> ANN = member("Ann", 1, 1);
    private static final Caller<Db> BO = member("Bo", 1, 2);
    private static final Caller<Db> ZOE = member("Zoe of Zenith", 2, 4);
    private static final Caller<Db> CY =
            Caller.of("Cy, who only reads", db -> db.as(Session.tenant(1).uid(3).inRole("notes_reader")));
    private static final Caller<Db> NOBODY = Caller.nobody();

    private static final Row DIARY = Row.of("Ann's diary", NOTES, NOTES.ID.eq(1));
    private static final Row ROADMAP = Row.of("Ann's roadmap for all", NOTES, NOTES.ID.eq(2));
    private static final Row DIARY_TAG = Row.of("a tag of the diary", TAGS, TAGS.NOTE_ID.eq(1));
    private static final Row ROADMAP_TAG = Row.of("a tag of the roadmap", TAGS, TAGS.NOTE_ID.eq(2));
    private static final Row SHARE = Row.of("the share of the diary with Bo", SHARES, SHARES.NOTE_ID.eq(1));
    private static final Row COLLEAGUE = Row.of("member Bo", MEMBERS, MEMBERS.ID.eq(2));
    private static final Row ACME = Row.of("the tenant Acme", TENANTS, TENANTS.ID.eq(1));

    private static ScratchServer server;
    private static ScratchDatabase database;
    private static Db db;
    private static PolicyKit<Db> kit;
    private static PolicyTests<Db> tests;

    private static Caller<Db> member(String name, int tenant, int member) {
        return Caller.of(name, db -> db.as(Session.tenant(tenant).uid(member)));
    }

    @BeforeAll
    static void fill() throws Exception {
        server = ScratchServer.start(ScratchOptions.fast());
        database = server.create();
        Notes.execute(database, "/schema.sql");
        Notes.execute(database, "/login.sql");
        Notes.seed(database);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO notes (title, audience, tenant_id, author_id)
                    VALUES ('Diary', 'AUTHOR', 1, 1), ('Roadmap', 'TEAM', 1, 1);
                    INSERT INTO tags (note_id, label) VALUES (1, 'private'), (2, 'plan');
                    INSERT INTO shares (note_id, member_id, tenant_id, owner_id) VALUES (1, 2, 1, 1);
                    """);
        }
        db = Db.open(ConnectionOptions.of(database.jdbcUrl(), "notes_app", "for this example only")
                .withRoles("notes_reader"));
        kit = PolicyKit.of(superusers(), db, "notes_app");
        tests = kit.tests(
                as(ANN).canSee(ACME),
                as(ZOE).cannotSee(ACME),
                as(BO).canSee(COLLEAGUE),
                as(ZOE).cannotSee(COLLEAGUE),
                // reading notes
                as(ANN).canSee(DIARY),
                as(BO).canSee(DIARY),
                as(CY).cannotSee(DIARY),
                as(CY).canSee(ROADMAP),
                as(ZOE).cannotSee(ROADMAP),
                as(NOBODY).cannotSee(ROADMAP),
                // writing notes
                as(ANN).canInsert(DIARY),
                as(BO).cannot(
                                "write in Ann's name",
                                writing(NoteCreate.title("x").authorId(1))),
                as(ANN).cannot(
                                "write for another tenant",
                                writing(NoteCreate.title("x").tenantId(2))),
                as(CY).cannotInsert(ROADMAP),
                as(ANN).canUpdate(ROADMAP),
                as(BO).cannotUpdate(ROADMAP),
                as(ANN).cannotUpdate(ROADMAP, NOTES.AUTHOR_ID, 2),
                as(ANN).cannotUpdate(ROADMAP, NOTES.TENANT_ID, 2),
                as(ANN).canDelete(ROADMAP),
                as(BO).cannotDelete(ROADMAP),
                // tags go with their note
                as(BO).canSee(DIARY_TAG),
                as(CY).cannotSee(DIARY_TAG),
                as(ANN).canInsert(ROADMAP_TAG),
                as(BO).cannot("tag Ann's roadmap", tagging(TagCreate.label("x").noteId(2))),
                as(ANN).canDelete(ROADMAP_TAG),
                as(BO).cannotDelete(ROADMAP_TAG),
                // shares
                as(ANN).canSee(SHARE),
                as(BO).canSee(SHARE),
                as(CY).cannotSee(SHARE),
                as(ANN).canInsert(SHARE),
                as(BO).cannot(
                                "share Ann's roadmap",
                                sharing(ShareCreate.noteId(2).memberId(2).ownerId(1))),
                as(ANN).canDelete(SHARE),
                as(BO).cannotDelete(SHARE));
    }

    @AfterAll
    static void close() {
        db.close();
        database.close();
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> policies() {
        return tests.all().map(test -> dynamicTest(test.name(), () -> tests.check(test)));
    }

    @Test
    void everyMutantIsCaught() {
        tests.mutants().requireAllCaught();
    }

    @Test
    void whoCanDoWhatIsKeptInAFile() {
        kit.matrix(List.of(ANN, BO, CY, ZOE, NOBODY), List.of(DIARY, ROADMAP, DIARY_TAG, SHARE))
                .requireSame(Path.of("src/test/resources/policies/notes.md"));
    }

    // createMany asks for no row back: a policy for reading could hide that the one for writing is open

    private static Predicate<Db> writing(NoteCreate note) {
        return client -> client.notes().createMany(List.of(note)) > 0;
    }

    private static Predicate<Db> tagging(TagCreate tag) {
        return client -> client.tags().createMany(List.of(tag)) > 0;
    }

    private static Predicate<Db> sharing(ShareCreate share) {
        return client -> client.shares().createMany(List.of(share)) > 0;
    }

    private static PGSimpleDataSource superusers() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }
}
