package io.pgorm.migrations.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.catalog.Catalog;
import io.pgorm.database.catalog.CatalogDifference;
import io.pgorm.database.catalog.CatalogReader;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ddl.plan.Planner;
import io.pgorm.ddl.plan.Renames;
import io.pgorm.ddl.plan.UnsupportedChangeException;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Rename;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenamesTest {

    private static final String BEFORE = """
            CREATE TYPE mood AS ENUM ('sad', 'glad');
            CREATE TYPE pair AS (a int, b int);
            CREATE DOMAIN positive AS int CONSTRAINT over CHECK (value > 0);
            CREATE TABLE person (id serial PRIMARY KEY, name text, m mood, CONSTRAINT named CHECK (name <> ''));
            CREATE INDEX person_name ON person (name);
            ALTER TABLE person ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON person USING (id > 0);
            CREATE VIEW people AS SELECT id, name FROM person;
            CREATE FUNCTION one(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
            CREATE SCHEMA app;
            CREATE TABLE app.thing (x int);
            """;

    @Test
    void everyKindIsRenamedAndRenamedBack() throws SQLException {
        List<Rename> said = List.of(
                rename(part(Kind.TYPE, "feeling", "happy"), "glad"),
                rename(named(Kind.TYPE, "feeling"), "mood"),
                rename(part(Kind.COLUMN, "pair", "first"), "a"),
                rename(part(Kind.DOMAIN_CONSTRAINT, "positive", "above"), "over"),
                rename(named(Kind.TABLE, "users"), "person"),
                rename(part(Kind.COLUMN, "users", "full_name"), "name"),
                rename(part(Kind.CONSTRAINT, "users", "is_named"), "named"),
                rename(named(Kind.INDEX, "users_name"), "person_name"),
                rename(part(Kind.POLICY, "users", "mine"), "own"),
                rename(named(Kind.VIEW, "crowd"), "people"),
                rename(
                        new ObjectName(
                                Kind.FUNCTION, QualifiedName.of("uno"), java.util.Optional.empty(), List.of("integer")),
                        "one"),
                rename(ObjectName.global(Kind.SCHEMA, "shop"), "app"),
                rename(ObjectName.part(Kind.COLUMN, new QualifiedName("shop", "thing"), "y"), "x"));
        Renames renames = thereAndBack(BEFORE, said);
        assertThat(renames.statements()).hasSize(said.size());
        assertThat(renames.notes()).isEmpty();
    }

    @Test
    void namesAreSwappedByWayOfAnother() throws SQLException {
        Renames renames = thereAndBack(
                "CREATE TABLE a (x int, y int, z int); CREATE TABLE b (i int);",
                List.of(
                        rename(named(Kind.TABLE, "a"), "b"),
                        rename(named(Kind.TABLE, "b"), "a"),
                        rename(part(Kind.COLUMN, "b", "y"), "x"),
                        rename(part(Kind.COLUMN, "b", "z"), "y"),
                        rename(part(Kind.COLUMN, "b", "x"), "z")),
                false);
        assertThat(renames.statements()).hasSize(7);
    }

    @Test
    void aChainBeginsAtItsEnd() throws SQLException {
        Renames renames = thereAndBack(
                "CREATE TABLE t (a int, b int);",
                List.of(rename(part(Kind.COLUMN, "t", "b"), "a"), rename(part(Kind.COLUMN, "t", "c"), "b")));
        assertThat(renames.statements().stream().map(PlannedStatement::sql))
                .containsExactly(
                        "ALTER TABLE \"t\" RENAME COLUMN \"b\" TO \"c\"",
                        "ALTER TABLE \"t\" RENAME COLUMN \"a\" TO \"b\"");
    }

    @Test
    void whatHasBeenRenamedIsLeftAndWhatIsNeitherIsNoted() throws SQLException {
        Renames renames = thereAndBack(
                "CREATE TABLE t (b int);",
                List.of(rename(part(Kind.COLUMN, "t", "b"), "a"), rename(named(Kind.TABLE, "nothing"), "gone")));
        assertThat(renames.statements()).isEmpty();
        assertThat(renames.notes())
                .containsExactly("table nothing was not renamed from gone: there is neither; it is made anew");
    }

    @Test
    void bothNamesTakenIsAnError() {
        assertThatThrownBy(() -> thereAndBack(
                        "CREATE TABLE t (a int, b int);", List.of(rename(part(Kind.COLUMN, "t", "b"), "a"))))
                .isInstanceOf(UnsupportedChangeException.class)
                .hasMessageContaining("the database has both");
    }

    @Test
    void oneThatGoesBesideOneThatComesLooksLikeARename() throws SQLException {
        try (ScratchServer server = ScratchServer.start(ScratchOptions.fast());
                ScratchDatabase one = server.create();
                ScratchDatabase two = server.create()) {
            execute(
                    one,
                    "CREATE TABLE t (id int, old_name text); CREATE TABLE p (q int); CREATE TABLE x (a int, b int)");
            execute(
                    two,
                    "CREATE TABLE t (id int, new_name text); CREATE TABLE r (q int); CREATE TABLE x (c int, d int)");
            assertThat(Renames.likely(state(read(one)), state(read(two))).stream()
                            .map(Renames.Likely::text))
                    .containsExactly(
                            "table p goes and r comes with the same structure; if that is a rename, say so with"
                                    + " @@renamedFrom(\"p\")",
                            "column t.old_name goes and t.new_name comes with the same structure; if that is a rename,"
                                    + " say so with @renamedFrom(\"old_name\")");
        }
    }

    private static Renames thereAndBack(String sql, List<Rename> said) throws SQLException {
        return thereAndBack(sql, said, true);
    }

    private static Renames thereAndBack(String sql, List<Rename> said, boolean noCircle) throws SQLException {
        try (ScratchServer server = ScratchServer.start(ScratchOptions.fast());
                ScratchDatabase database = server.create()) {
            execute(database, sql);
            Catalog before = read(database);
            Renames renames = Renames.plan(state(before), said);
            for (PlannedStatement statement : renames.statements()) {
                execute(database, statement.sql());
            }
            if (noCircle) {
                assertThat(Renames.plan(state(read(database)), said).statements())
                        .as("what is left to rename")
                        .isEmpty();
            }
            for (PlannedStatement statement : renames.undo()) {
                execute(database, statement.sql());
            }
            assertThat(CatalogDifference.between(read(database), before)).isEmpty();
            return renames;
        }
    }

    private static Rename rename(ObjectName to, String from) {
        return new Rename(to, from, SourceSpan.NONE);
    }

    private static ObjectName named(Kind kind, String name) {
        return ObjectName.of(kind, QualifiedName.of(name));
    }

    private static ObjectName part(Kind kind, String of, String name) {
        return ObjectName.part(kind, QualifiedName.of(of), name);
    }

    private static Planner.State state(Catalog catalog) {
        return new Planner.State(catalog.schema(), catalog.dependencies());
    }

    private static Catalog read(ScratchDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogReader.read(connection);
        }
    }

    private static void execute(ScratchDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
