package io.pgorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.database.ScratchServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

    @TempDir
    private Path folder;

    private String before;
    private String after;

    @BeforeEach
    void write() throws Exception {
        before = file("before.sql", "CREATE TABLE cats (id integer PRIMARY KEY, name text);");
        after = file("after.sql", "CREATE TABLE cats (id integer PRIMARY KEY, age integer);");
    }

    private String file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static Run diff(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("diff", "--scratch", "embedded"));
        all.addAll(List.of(arguments));
        return Run.of(all.toArray());
    }

    @Test
    void thePlanIsPrintedAsSqlEitherWay() {
        Run up = diff("--from", before, "--to", after);
        assertThat(up.exit()).as(up.err()).isZero();
        assertThat(up.out())
                .contains("DELETES_DATA", "DROP COLUMN \"name\";", "ADD COLUMN \"age\" integer;")
                .doesNotContain("BEGIN");
        Run down = diff("--from", before, "--to", after, "--down");
        assertThat(down.out()).contains("DROP COLUMN \"age\";", "ADD COLUMN \"name\" text;");
    }

    @Test
    void whatLooksLikeARenameIsToldOrRefused() throws Exception {
        String other = file("other.sql", "CREATE TABLE cats (id integer PRIMARY KEY, title text);");
        Run told = diff("--from", before, "--to", other);
        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.err()).contains("perhaps only another name:", "cats.name", "@renamedFrom(\"name\")");
        Run refused = diff("--from", before, "--to", other, "--renames", "strict");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void whatTheSchemaCallsARenameKeepsTheValues() throws Exception {
        String schema = file("schema.pgorm", """
                model Cat {
                  id     Int     @id
                  title  String? @renamedFrom("name")
                }
                """);
        Run up = diff("--from", before, "--to", schema);
        assertThat(up.exit()).as(up.err()).isZero();
        assertThat(up.out()).contains("RENAME COLUMN \"name\" TO \"title\"").doesNotContain("DROP", "ADD");
        assertThat(diff("--from", before, "--to", schema, "--down").out())
                .contains("RENAME COLUMN \"title\" TO \"name\"");
        String done = file("done.sql", "CREATE TABLE cats (id integer PRIMARY KEY, title text);");
        assertThat(diff("--from", done, "--to", schema, "--check").exit()).isZero();
    }

    @Test
    void theRowsOfADatabaseAreCountedAndOnlyRead() throws Exception {
        try (ScratchServer server = ScratchServer.start(ScratchOptions.fast().withProvider(ScratchProvider.EMBEDDED));
                ScratchDatabase database = server.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE cats (id integer PRIMARY KEY, name text, age integer);"
                    + " INSERT INTO cats VALUES (1, 'a', 1), (2, 'b', NULL), (3, NULL, NULL)");
            String url = database.jdbcUrl() + "?user=" + database.user() + "&password=" + database.password();
            String required = file("required.sql", "CREATE TABLE cats (id integer PRIMARY KEY, age integer NOT NULL);");
            Run ended = diff("--from", url, "--to", required);
            assertThat(ended.exit()).as(ended.err()).isZero();
            assertThat(ended.err())
                    .contains("in the rows that are there:")
                    .containsPattern("DELETES_DATA: .*\\b2\\b")
                    .containsPattern("MAY_FAIL_ON_DATA: .*\\b2\\b");
        }
    }

    @Test
    void thePlanIsForTheVersionThatIsAskedFor() throws Exception {
        String required = file("required.sql", "CREATE TABLE cats (id integer PRIMARY KEY, name text NOT NULL);");
        assertThat(diff("--from", before, "--to", required).out()).contains("CHECK (\"name\" IS NOT NULL) NOT VALID");
        assertThat(diff("--from", before, "--to", required, "--postgres", "18").out())
                .contains("NOT NULL \"name\" NOT VALID")
                .doesNotContain("CHECK");
    }

    @Test
    void asSchemaTextItIsAPatch() {
        Run ended = diff("--from", before, "--to", after, "--format", "sdl");
        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.out()).containsPattern("(?m)^-  name +String").containsPattern("(?m)^\\+  age +Int");
    }

    @Test
    void anEmptyPlanIsNothingAndCheckSaysSo() {
        Run same = diff("--from", before, "--to", before, "--check");
        assertThat(same.exit()).as(same.err()).isZero();
        assertThat(same.out()).isEmpty();
        assertThat(diff("--from", before, "--to", after, "--check").exit()).isEqualTo(3);
    }

    @Test
    void hazardsThatAreNotAllowedAreNamed() {
        Run refused = diff("--from", before, "--to", after, "--allow", "INDEX_BUILD");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains("not accepted by --allow:", "DELETES_DATA: rows or values are gone");
        Run unknown = diff("--from", before, "--to", after, "--allow", "LOSES_DATA");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("LOSES_DATA", "DELETES_DATA");
    }

    @Test
    void whatIsNotComparedIsToldAndStrictRefusesIt() throws Exception {
        String typed = file("typed.sql", "CREATE TYPE pair AS (a integer); CREATE TABLE pairs OF pair;");
        Run told = diff("--from", typed, "--to", typed);
        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.err()).contains("seen, and not compared:", "pairs");
        assertThat(diff("--from", typed, "--to", typed, "--strict").exit()).isEqualTo(3);
    }

    @Test
    void aBatchAnswersEachLineAndGoesOnAfterAFailure() throws Exception {
        String wrong = file("wrong.sql", "CREATE TABLE dogs (id nonsense);");
        String lines = """
                {"id": "good", "from": "%s", "to": "%s"}
                {"id": "wrong", "from": "%s", "to": "%s"}
                {"id": "incomplete", "from": "%s"}
                no json

                {"id": "last", "from": "%s", "to": "%s"}
                """.formatted(before, after, before, wrong, before, after, before);
        Run ended = diff("--batch", file("pairs.jsonl", lines));
        assertThat(ended.exit()).as(ended.err()).isZero();
        List<String> answers = ended.out().lines().toList();
        assertThat(answers).hasSize(5);
        answers.forEach(DiffCommandTest::assertJson);
        assertThat(answers.get(0))
                .contains("\"id\":\"good\"", "\"transaction\":1", "DROP COLUMN", "DELETES_DATA", "\"error\":null");
        assertThat(answers.get(1)).contains("\"id\":\"wrong\"", "\"up\":null", "nonsense");
        assertThat(answers.get(2)).contains("\"id\":\"incomplete\"", "\\\"to\\\" is missing");
        assertThat(answers.get(3)).contains("\"id\":\"line 4\"", "\"up\":null");
        assertThat(answers.get(4)).contains("\"id\":\"last\"", "ADD COLUMN \\\"name\\\" text", "\"error\":null");
    }

    private static void assertJson(String line) {
        try (JsonParser json = new JsonFactory().createParser(line)) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (json.nextToken() != null) {
                // reading to the end is the check
            }
        } catch (java.io.IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
