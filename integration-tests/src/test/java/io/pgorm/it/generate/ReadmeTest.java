package io.pgorm.it.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that a newcomer reads first tells the truth. */
class ReadmeTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final String IMPORTS = """
            package scenario;

            import static scenario.db.Tables.*;

            import io.pgorm.client.*;
            import io.pgorm.client.error.*;
            import java.util.*;
            import scenario.db.*;

            """;

    /** The snippets of declarations become members, the others one method, in their order. */
    @Test
    void everySnippetOfTheTourCompilesAndRuns(@TempDir Path folder) throws Exception {
        List<String> members = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        for (String block : blocks("java")) {
            (block.startsWith("record ") ? members : statements).add(block);
        }
        assertThat(statements).hasSizeGreaterThan(4);
        Path schema = Files.writeString(
                Files.createDirectories(folder.resolve("schema")).resolve("schema.pgorm"),
                String.join("\n", blocks("pgorm")));
        Path scenario = Files.writeString(
                folder.resolve("Tour.java"),
                IMPORTS + "public final class Tour implements io.pgorm.it.generate.Scenario {\n"
                        + String.join("\n", members)
                        + "\n@Override public void run(ConnectionOptions options) throws Exception {\n"
                        + "try (Db db = Db.open(options)) {\n"
                        + statements.stream().map(ReadmeTest::checked).collect(Collectors.joining("\n"))
                        + "\n}\n}\n}\n");
        GeneratedClient.run(schema.getParent(), scenario, "Tour", folder, java.util.Set.of());
    }

    /** An assert does nothing unless the JVM is told to; here it has to. */
    private static String checked(String block) {
        return block.replaceAll("(?m)^(\\s*)assert (.*);$", "$1if (!($2)) { throw new AssertionError(); }");
    }

    @Test
    void thePluginStandsInTheQuickstartAsItIsShown() throws Exception {
        String pom = normalized(Files.readString(ROOT.resolve("examples/quickstart/pom.xml")));
        assertThat(blocks("xml")).hasSize(1).allSatisfy(block -> assertThat(pom).contains(normalized(block)));
    }

    @Test
    void everyFolderThatIsNamedExists() throws Exception {
        Matcher folders = Pattern.compile("(?m)^\\| (`.*?`) \\|").matcher(Files.readString(ROOT.resolve("README.md")));
        int seen = 0;
        while (folders.find()) {
            for (String name : folders.group(1).replace("`", "").split(", ")) {
                assertThat(ROOT.resolve(name)).isDirectory();
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(8);
    }

    private static String normalized(String xml) {
        return xml.replaceAll("\\s+", " ").trim();
    }

    private static List<String> blocks(String language) throws Exception {
        Matcher blocks = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(Files.readString(ROOT.resolve("README.md")));
        List<String> found = new ArrayList<>();
        while (blocks.find()) {
            found.add(blocks.group(1));
        }
        return found;
    }
}
