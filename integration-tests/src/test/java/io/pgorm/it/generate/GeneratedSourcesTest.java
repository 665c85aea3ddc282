package io.pgorm.it.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.sdl.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is generated, to the letter: each folder of {@code golden-java} holds a schema and the sources expected of it. A
 * new case is a new folder; {@code -Dpgorm.golden.update=true} writes what is expected, to be read critically.
 */
class GeneratedSourcesTest {

    private static final Path CASES = Path.of("src/test/resources/golden-java");

    @TestFactory
    List<DynamicTest> everySchemaGivesTheSourcesBesideIt(@TempDir Path folder) throws Exception {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.filter(Files::isDirectory)
                    .sorted()
                    .map(each -> DynamicTest.dynamicTest(each.getFileName().toString(), () -> check(each, folder)))
                    .toList();
        }
    }

    private static void check(Path each, Path folder) throws Exception {
        Path work = folder.resolve(each.getFileName());
        GeneratedClient.generate(
                SourceFile.read(each.resolve("schema.pgorm")),
                work,
                ScratchOptions.standard().withProvider(ScratchProvider.EMBEDDED));
        Path expected = each.resolve("expected");
        Map<String, String> generated = texts(work.resolve("src/scenario/db"));
        if (Boolean.getBoolean("pgorm.golden.update")) {
            for (Map.Entry<String, String> file : generated.entrySet()) {
                Path target = expected.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getValue());
            }
        }
        assertThat(generated).isEqualTo(texts(expected));
    }

    /** Java by another ending, so that no tool takes the expectations for sources of the project. */
    private static Map<String, String> texts(Path root) throws Exception {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                texts.put(name.replaceAll("\\.java$", ".java.txt"), Files.readString(file));
            }
        }
        return texts;
    }
}
