package io.pgorm.it.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import java.io.File;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cli/pgorm}, as a process: what it prints and what it exits with. */
class CommandLineTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final String GOOD =
            ROOT.resolve("examples/quickstart/src/main/pgorm").toString();

    record Ended(int code, String out, String err) {}

    @BeforeAll
    static void theLauncherIsAShellScript() {
        assumeTrue(File.separatorChar == '/', "cli/pgorm is a shell script");
    }

    private static Ended pgorm(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("cli/pgorm").toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("pgorm", ".out");
        Path err = Files.createTempFile("pgorm", ".err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        Ended ended = new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
        Files.delete(out);
        Files.delete(err);
        assertThat(ended.err()).doesNotContain("\tat ");
        return ended;
    }

    @Test
    void validateSaysThatAGoodSchemaIsValid() throws Exception {
        Ended ended = pgorm("validate", GOOD);
        assertThat(ended.err()).doesNotContain("error");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("valid");
    }

    @Test
    void aWrongSchemaExitsWithOneAndShowsThePlace(@TempDir Path folder) throws Exception {
        Path schema = Files.writeString(folder.resolve("schema.pgorm"), "model A {\n  id Int @id\n  name Sting\n}\n");
        for (String verb : List.of("validate", "ddl")) {
            Ended ended = pgorm(verb, schema.toString());
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains(":3:8: error PGO0101", "name Sting", "^^^^^", "String");
            assertThat(ended.out()).isEmpty();
        }
        Ended ended =
                pgorm("generate", "--out", folder.resolve("src").toString(), "--package", "a.b", schema.toString());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(folder.resolve("src")).doesNotExist();
    }

    @Test
    void ddlPrintsSqlAlone() throws Exception {
        Ended ended = pgorm("ddl", GOOD);
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("CREATE TABLE \"posts\"", "CREATE POLICY")
                .doesNotContain("warning");
    }

    @Test
    void generateWritesAClientAndTheSecondTimeNothing(@TempDir Path folder) throws Exception {
        String out = folder.resolve("src").toString();
        Ended first = pgorm("generate", "--out", out, "--package", "a.b", "--scratch", "embedded", GOOD);
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(folder.resolve("src/a/b/Db.java")).exists();
        assertThat(pgorm("generate", "--out", out, "--package", "a.b", "--scratch", "embedded", GOOD)
                        .out())
                .contains("up to date");
    }

    @Test
    void wrongUsageExitsWithTwo() throws Exception {
        assertThat(pgorm().code()).isEqualTo(2);
        assertThat(pgorm("validat", GOOD).err()).contains("validate");
        assertThat(pgorm("validate", "/no/such/file.pgorm").code()).isEqualTo(2);
        assertThat(pgorm("generate", "--out", "x", "--package", "not a package", GOOD)
                        .code())
                .isEqualTo(2);
        assertThat(pgorm("generate", "--out", "x", "--package", "a", "--scratch", "nonsense", GOOD)
                        .code())
                .isEqualTo(2);
    }

    /** As it stands there, but for where things are: the database, and what is written. */
    @Test
    void everyCommandOfTheReadmeRuns(@TempDir Path folder) throws Exception {
        List<String> commands = Files.readString(ROOT.resolve("README.md"))
                .lines()
                .filter(line -> line.startsWith("cli/pgorm "))
                .map(line -> line.replaceFirst("\\s+#.*", ""))
                .toList();
        assertThat(commands).hasSizeGreaterThan(5);
        try (ScratchServer server = ScratchServer.start(ScratchOptions.fast());
                ScratchDatabase database = server.create();
                ScratchDatabase empty = server.create();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(pgorm("ddl", GOOD).out());
            for (String command : commands) {
                Ended ended = pgorm(command.substring("cli/pgorm ".length())
                        .replace("jdbc:postgresql://localhost/shop", url(database))
                        .replace("jdbc:postgresql://localhost/blog", url(empty))
                        .replace("--dir ", "--dir " + folder + "/")
                        .replace(" examples/", " " + ROOT.resolve("examples") + "/")
                        .replace("--out ", "--out " + folder + "/")
                        .split(" "));
                assertThat(ended.code()).as(command + "\n" + ended.err()).isZero();
            }
        }
        assertThat(folder.resolve("schema/schema.pgorm")).content().contains("model Post {", "posts  Post[]");
        theMigrationIsTheOneThatIsShown(folder.resolve("migrations"));
    }

    private static String url(ScratchDatabase database) {
        return database.jdbcUrl() + "?user=" + database.user() + "&password="
                + URLEncoder.encode(database.password(), StandardCharsets.UTF_8);
    }

    private static void theMigrationIsTheOneThatIsShown(Path migrations) throws Exception {
        List<String> shown = new ArrayList<>();
        Matcher blocks =
                Pattern.compile("(?ms)^```sql\\n(.*?)^```$").matcher(Files.readString(ROOT.resolve("README.md")));
        while (blocks.find()) {
            shown.add(withoutPlace(blocks.group(1)));
        }
        List<String> written = new ArrayList<>();
        for (String kind : List.of("V", "U")) {
            try (Stream<Path> files = Files.list(migrations)) {
                Path file = files.filter(
                                path -> path.getFileName().toString().matches(kind + ".*__comment_authors.sql"))
                        .findFirst()
                        .orElseThrow();
                written.add(withoutPlace(Files.readString(file)));
            }
        }
        assertThat(shown).isEqualTo(written);
    }

    /** Without what differs each time: on which server it was tried, and after which version it comes. */
    private static String withoutPlace(String migration) {
        return migration.replaceAll("(?m)^-- from .*\\n", "").replaceAll("(?m)^(-- pgorm:after) \\d+$", "$1");
    }
}
