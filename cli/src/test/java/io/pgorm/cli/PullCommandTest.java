package io.pgorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.database.ScratchServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullCommandTest {

    private static final String SQL = """
            CREATE TABLE cats (id serial PRIMARY KEY, name text NOT NULL);
            CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');
            """;

    @Test
    void theSchemaIsWrittenAndProvedAndWhatHasNoWordsIsListed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("cats.sql"), SQL);
        Path out = folder.resolve("schema");
        Run ended = Run.of("pull", "--from", file.toString(), "--out", out.toString(), "--scratch", "embedded");
        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("wrote " + out.resolve("schema.pgorm"), "aggregate total", "proved");
        assertThat(out.resolve("schema.pgorm")).content().contains("model Cat {", "sql \"aggregate total(integer)\"");
    }

    @Test
    void aFileThatIsThereIsWrittenOverOnlyWhenAskedFor(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("cats.sql"), SQL);
        Path there = Files.writeString(folder.resolve("schema.pgorm"), "// mine\n");
        String[] arguments = {"pull", "--from", file.toString(), "--out", folder.toString(), "--scratch", "embedded"};
        Run refused = Run.of((Object[]) arguments);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("schema.pgorm is there already", "--force");
        assertThat(there).hasContent("// mine");
        String[] forced = Arrays.copyOf(arguments, arguments.length + 1);
        forced[arguments.length] = "--force";
        assertThat(Run.of((Object[]) forced).exit()).isZero();
        assertThat(there).content().contains("model Cat");
    }

    @Test
    void withoutAFolderItIsPrinted(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("cats.sql"), SQL);
        Run ended = Run.of("pull", "--from", file.toString(), "--scratch", "embedded");
        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("model Cat {");
    }

    @Test
    void aDatabaseIsOnlyReadAndItsPasswordIsNotPrinted() throws Exception {
        try (ScratchServer server = ScratchServer.start(ScratchOptions.fast().withProvider(ScratchProvider.EMBEDDED));
                ScratchDatabase database = server.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA one; CREATE SCHEMA two; CREATE TABLE one.a (id integer);"
                    + " CREATE TABLE two.b (id integer)");
            String password = database.password().isEmpty() ? "never-to-be-seen" : database.password();
            String url = database.jdbcUrl() + "?user=" + database.user() + "&password=" + password;
            Run ended = Run.of("pull", "--from", url, "--schema", "one", "--scratch", "embedded");
            assertThat(ended.exit()).as(ended.err()).isZero();
            assertThat(ended.out()).contains("model A {").doesNotContain("model B {");
            assertThat(ended.out() + ended.err()).doesNotContain(password);
            Run missing = Run.of("pull", "--from", url.replace(database.name(), "no_such_database"));
            assertThat(missing.exit()).isEqualTo(2);
            assertThat(missing.err()).contains("no_such_database").doesNotContain(password);
        }
    }

    @Test
    void whatIsNotTheSameIsTold(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("typed.sql"), "CREATE TYPE pair AS (a integer); CREATE TABLE pairs OF pair;");
        Run ended = Run.of("pull", "--from", file.toString(), "--scratch", "embedded");
        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.err()).contains("in the database and not in the schema:", "pairs");
    }
}
