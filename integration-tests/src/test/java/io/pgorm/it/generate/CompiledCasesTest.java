package io.pgorm.it.generate;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchUnavailableException;
import io.pgorm.sdl.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The client of every schema among the cases that a server takes compiles, whatever its names and types. */
class CompiledCasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases");

    @TestFactory
    List<DynamicTest> theClientCompiles(@TempDir Path folder) throws Exception {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.filter(each -> Files.exists(each.resolve("expected.sql")))
                    .filter(each -> !each.getFileName().toString().startsWith("refused-"))
                    .sorted()
                    .map(each -> DynamicTest.dynamicTest(
                            each.getFileName().toString(),
                            () -> check(each, folder.resolve(each.getFileName().toString()))))
                    .toList();
        }
    }

    private static void check(Path each, Path work) throws Exception {
        Path file = each.resolve("schema.pgorm");
        try {
            GeneratedClient.generate(
                    SourceFile.read(Files.exists(file) ? file : each.resolve("schema")), work, ScratchOptions.fast());
        } catch (ScratchUnavailableException e) {
            if ("true".equalsIgnoreCase(System.getenv("CI"))) {
                throw e;
            }
            String line = "SKIPPED (" + e.reason() + "): the client of the case " + each.getFileName();
            System.out.println(line);
            Assumptions.abort(line);
        }
        GeneratedClient.compile(work, List.of());
    }
}
