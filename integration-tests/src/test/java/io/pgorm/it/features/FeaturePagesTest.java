package io.pgorm.it.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages show is what the tests run, word for word. */
class FeaturePagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"POLICIES.md", "EVENTS.md", "TABLES.md"})
    void everySnippetIsPartOfATest(String page) throws Exception {
        String tests;
        try (Stream<Path> files = Files.list(Path.of("src/test/java/io/pgorm/it/features"))) {
            tests = files.sorted().map(FeaturePagesTest::text).collect(Collectors.joining());
        }
        List<String> snippets = Pattern.compile("(?ms)^```java\\n(.*?)^```$")
                .matcher(Files.readString(Path.of("../pg-features", page)))
                .results()
                .map(block -> block.group(1).replaceAll("\\s+", ""))
                .toList();
        assertThat(snippets)
                .isNotEmpty()
                .allSatisfy(snippet -> assertThat(tests).contains(snippet));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).replaceAll("\\s+", "");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
