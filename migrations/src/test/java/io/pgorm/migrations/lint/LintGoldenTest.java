package io.pgorm.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder for each case: {@code script.sql}, run as a migration, and {@code findings.txt}. Run with
 * {@code -Dpgorm.golden.update=true} to write the findings; then read what has changed.
 */
class LintGoldenTest {

    private static final Path CASES = Path.of("src/test/resources/lint");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> whatIsFoundInEachScript() throws IOException {
        return cases().stream()
                .map(path -> DynamicTest.dynamicTest(String.valueOf(path.getFileName()), () -> check(path)));
    }

    @Test
    void eachRuleIsShownByACase() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path path : cases()) {
            all.append(Files.readString(path.resolve("findings.txt")));
        }
        assertThat(Rule.values()).allSatisfy(rule -> assertThat(all).contains(": " + rule.code() + ": "));
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> all = Files.list(CASES)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    private void check(Path path) throws IOException {
        Path script = folder.resolve("V1__script.sql");
        Path settings = folder.resolve("V1__script.sql.conf");
        Files.copy(path.resolve("script.sql"), script);
        if (Files.exists(path.resolve("script.sql.conf"))) {
            Files.copy(path.resolve("script.sql.conf"), settings);
        }
        String found;
        try {
            Lint.Result result = Lint.paths(List.of(script)).getFirst();
            found = result.findings().stream()
                    .map(finding -> finding.summary().replace(script + ":", "") + "\n")
                    .collect(Collectors.joining());
        } finally {
            Files.delete(script);
            Files.deleteIfExists(settings);
        }
        Path expected = path.resolve("findings.txt");
        if (Boolean.getBoolean("pgorm.golden.update")) {
            Files.writeString(expected, found);
        }
        assertThat(found).isEqualTo(Files.readString(expected));
    }
}
