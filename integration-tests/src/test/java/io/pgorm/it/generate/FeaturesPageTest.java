package io.pgorm.it.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page of the features shows stands in a test that runs it. */
class FeaturesPageTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @Test
    void everySnippetIsTakenFromATest() throws Exception {
        List<String> snippets = Pattern.compile("(?s)```java\\n(.*?)```")
                .matcher(Files.readString(ROOT.resolve("pg-features/FEATURES.md")))
                .results()
                .map(found -> normalized(found.group(1)))
                .toList();
        assertThat(snippets).hasSizeGreaterThan(10);
        String sources = normalized(sources("integration-tests/src/test")
                + sources("examples/sample-extension")
                + sources("ir/src/main/java/io/pgorm/ir/spi"));
        assertThat(snippets).allSatisfy(snippet -> assertThat(sources).contains(snippet));
    }

    private static String sources(String folder) throws Exception {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file)).append('\n');
            }
            return all.toString();
        }
    }

    /** Layout aside. */
    private static String normalized(String java) {
        return java.replaceAll("\\s+", "");
    }
}
