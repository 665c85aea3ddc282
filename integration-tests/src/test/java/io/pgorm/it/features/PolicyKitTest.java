package io.pgorm.it.features;

import static io.pgorm.features.rls.kit.PolicyTest.as;
import static io.pgorm.it.blog.Tables.COMMENTS;
import static io.pgorm.it.blog.Tables.POSTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.pgorm.features.rls.kit.Caller;
import io.pgorm.features.rls.kit.MutationReport;
import io.pgorm.features.rls.kit.Outcome.Kind;
import io.pgorm.features.rls.kit.PolicyKit;
import io.pgorm.features.rls.kit.PolicyMatrix;
import io.pgorm.features.rls.kit.PolicyOperation;
import io.pgorm.features.rls.kit.PolicyTests;
import io.pgorm.features.rls.kit.Row;
import io.pgorm.it.blog.Db;
import io.pgorm.it.blog.PostCreate;
import io.pgorm.it.blog.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The policies of the quickstart, and that the kit would notice if they were others. */
class PolicyKitTest {

    private static final Caller<Db> ANN = Caller.of("Ann", db -> db.as(Session.uid(1)));
    private static final Caller<Db> BO = Caller.of("Bo", db -> db.as(Session.uid(2)));
    private static final Caller<Db> NOBODY = Caller.nobody();

    private static final Row DRAFT = Row.of("Ann's draft", POSTS, POSTS.ID.eq(1));
    private static final Row HELLO = Row.of("Ann's post", POSTS, POSTS.ID.eq(2));

    private static FeatureServer server;
    private static Db db;
    private static PolicyKit<Db> kit;
    private static PolicyTests<Db> tests;

    @BeforeAll
    static void fill() throws Exception {
        server = new FeatureServer("blog");
        server.execute("""
                INSERT INTO users (email) VALUES ('ann@acme.dev'), ('bo@acme.dev');
                INSERT INTO posts (title, published, author_id) VALUES ('A draft', false, 1), ('Hello', true, 1);
                INSERT INTO comments (text, post_id) VALUES ('First!', 2);
                """);
        db = Db.open(server.application());
        kit = PolicyKit.of(server.superusers(), db, FeatureServer.LOGIN);
        tests = kit.tests(
                as(ANN).canSee(DRAFT),
                as(BO).cannotSee(DRAFT),
                as(BO).canSee(HELLO),
                as(NOBODY).cannotSee(DRAFT),
                as(ANN).canInsert(DRAFT),
                as(BO).cannotInsert(HELLO),
                as(BO).cannot(
                                "write in Ann's name",
                                blog -> blog.posts()
                                                .createMany(List.of(
                                                        PostCreate.title("x").authorId(1)))
                                        > 0),
                as(ANN).canUpdate(DRAFT),
                as(BO).cannotUpdate(HELLO),
                as(ANN).cannotUpdate(HELLO, POSTS.AUTHOR_ID, 2),
                as(ANN).canDelete(DRAFT),
                as(BO).cannotDelete(HELLO));
    }

    @AfterAll
    static void close() {
        db.close();
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> policies() {
        return tests.all().map(test -> dynamicTest(test.name(), () -> tests.check(test)));
    }

    @Test
    void everyMutantIsCaught() {
        MutationReport report = tests.mutants();
        report.requireAllCaught();
        assertThat(report.caughtBy()).hasSizeGreaterThanOrEqualTo(14);
    }

    /** Each test is needed: without it a mutant lives that has a name, and the name is of the policy it is about. */
    @Test
    void withoutATestItsMutantLivesAndIsNamed() {
        assertThatThrownBy(() -> tests.without("Bo cannot delete").mutants().requireAllCaught())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("posts_delete ON posts with USING widened")
                .hasMessageContaining("ALTER POLICY posts_delete ON posts USING (true)");
        assertThat(tests.without("Ann cannot change author_id").mutants().living())
                .extracting(Object::toString)
                .containsExactly("posts_update ON posts with its check widened");
        assertThat(tests.without("Bo cannot write")
                        .without("Bo cannot insert")
                        .mutants()
                        .living())
                .extracting(Object::toString)
                .containsExactly("posts_insert ON posts with WITH CHECK widened");
    }

    /** RETURNING asks the policy for reading too, which hides that the one for writing is wide open. */
    @Test
    void aTestByAnInsertThatReturnsTheRowIsNotEnough() {
        PolicyTests<Db> returning = kit.tests(as(BO).cannot(
                        "write in Ann's name",
                        blog -> blog.posts().create(PostCreate.title("x").authorId(1)) != null));
        assertThat(returning.mutants().living())
                .extracting(Object::toString)
                .contains("posts_insert ON posts with WITH CHECK widened");
    }

    @Test
    void aMutantThatIsNoMistakeMayLive() {
        PolicyTests<Db> fewer = tests.without("Ann cannot change author_id");
        fewer.ignoring("posts_update ON posts with its check widened", "posts may be given away")
                .mutants()
                .requireAllCaught();
        assertThatThrownBy(() -> tests.ignoring("posts_other", "of before").mutants())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no mutant \"posts_other\"");
    }

    @Test
    void whoCanDoWhatIsKeptInAFile() {
        PolicyMatrix matrix = kit.matrix(List.of(ANN, BO, NOBODY), List.of(DRAFT, HELLO));
        matrix.requireSame(Path.of("src/test/resources/policies/blog.md"));
        assertThat(matrix.lines().get(0).outcome(PolicyOperation.UPSERT).kind()).isEqualTo(Kind.ALLOWED);
        assertThat(matrix.lines().get(2).outcome(PolicyOperation.RETURNING).kind())
                .isEqualTo(Kind.REFUSED);
    }

    /** What was tried is gone: rows, policies and roles are what they were. */
    @Test
    void nothingOfItStays() throws Exception {
        String state =
                "SELECT (SELECT count(*) FROM posts) || ' ' || (SELECT string_agg(polname || polcmd::text, ' ' ORDER BY polname)"
                        + " FROM pg_policy WHERE polqual IS NULL OR pg_get_expr(polqual, polrelid) <> 'true')";
        String before = server.lines(state);
        tests.mutants();
        kit.matrix(List.of(ANN, BO), List.of(DRAFT));
        assertThat(server.lines(state)).isEqualTo(before).startsWith("2 ");
    }

    @Test
    void whatDoesNotHoldIsSaidInWords() {
        PolicyTests<Db> wrong = kit.tests(as(BO).canSee(DRAFT), as(ANN).cannotDelete(DRAFT), as(BO).canInsert(DRAFT));
        assertThatThrownBy(wrong::checkAll)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\"Bo can see Ann's draft\" does not hold: a policy hides the row")
                .hasMessageContaining("\"Ann cannot delete Ann's draft\" does not hold: it is allowed")
                .hasMessageContaining("\"Bo can insert Ann's draft\" does not hold: a policy refuses the new row");
    }

    @Test
    void mistakesInTheTestsAreTold() {
        assertThatThrownBy(() -> kit.tests(as(BO).cannotSee(Row.of("a ghost", COMMENTS, COMMENTS.ID.eq(99))))
                        .checkAll())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"a ghost\" has to be one row that is there; its condition finds 0");
        assertThatThrownBy(() -> PolicyKit.of(server.superusers(), db, "postgres")
                        .tests()
                        .checkAll())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no policy holds for the role postgres");
    }

    /** A policy for one role only, which a session takes on; a table of which the client knows nothing. */
    @Test
    void rolesOfSessionsAreTakenOn() throws Exception {
        String editors = "kit_editors_" + Long.toString(System.nanoTime(), 36);
        server.execute("""
                CREATE ROLE %1$s; GRANT %1$s TO pgorm_feature_app WITH INHERIT FALSE, SET TRUE;
                CREATE TABLE memos (id int PRIMARY KEY, body text);
                INSERT INTO memos VALUES (1, 'for editors');
                ALTER TABLE memos ENABLE ROW LEVEL SECURITY;
                CREATE POLICY editors ON memos TO %1$s USING (true);
                GRANT SELECT ON memos TO pgorm_feature_app, %1$s;
                """.formatted(editors));
        try (Db roles = Db.open(server.application().withRoles(editors))) {
            Caller<Db> editor = Caller.of("an editor", blog -> blog.as(Session.inRole(editors)));
            Row memo = Row.of("the memo", DSL.table("memos"), DSL.field("id").eq(DSL.inline(1)));
            PolicyTests<Db> memos = PolicyKit.of(server.superusers(), roles, FeatureServer.LOGIN)
                    .tests(
                            as(editor).canSee(memo),
                            as(Caller.<Db>nobody()).cannotSee(memo),
                            as(editor).cannotDelete(memo));
            memos.checkAll();
            assertThat(memos.mutants().living()).extracting(Object::toString).noneMatch(name -> name.contains("memos"));
            assertThat(memos.without("nobody").mutants().living())
                    .extracting(Object::toString)
                    .contains("editors ON memos for every role", "memos without row security");
        } finally {
            server.execute("DROP TABLE memos; DROP OWNED BY " + editors + "; DROP ROLE " + editors);
        }
    }
}
