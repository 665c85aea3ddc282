package io.pgorm.sdl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder below {@code cases}: a schema, and what the compiler makes of it. Run with {@code
 * -Dpgorm.golden.update=true} to write what it makes now, and then read every line of the difference.
 */
final class GoldenCasesTest {

    static final Path CASES = Path.of("src/test/resources/cases");
    static final String DIAGNOSTICS = "expected-diagnostics.txt";
    private static final String SCHEMA = "expected.ir.txt";
    private static final boolean UPDATE = Boolean.getBoolean("pgorm.golden.update");

    @TestFactory
    Stream<DynamicTest> anInvalidSchemaIsReportedAsExpected() throws IOException {
        return folders("invalid")
                .map(folder -> DynamicTest.dynamicTest(name(folder), () -> {
                    Compilation compilation = compile(folder);
                    check(folder.resolve(DIAGNOSTICS), compilation.print());
                    boolean practice = name(folder).startsWith("practice-");
                    assertThat(compilation.hasErrors()).isNotEqualTo(practice);
                    assertThat(compilation.schema().isPresent()).isEqualTo(practice);
                }));
    }

    @TestFactory
    Stream<DynamicTest> aValidSchemaCompilesAsExpected() throws IOException {
        return folders("valid")
                .map(folder -> DynamicTest.dynamicTest(name(folder), () -> {
                    Compilation compilation = compile(folder);
                    assertThat(compilation.hasErrors()).as(compilation.print()).isFalse();
                    check(folder.resolve(SCHEMA), PrintSchema.print(compilation.orThrow()));
                    check(folder.resolve(DIAGNOSTICS), compilation.print());
                }));
    }

    static Stream<Path> folders(String kind) throws IOException {
        try (Stream<Path> all = Files.list(CASES.resolve(kind))) {
            return all.sorted().toList().stream();
        }
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }

    static Compilation compile(Path folder) throws IOException {
        return new SchemaCompiler(List.of(new GeoExtension())).compile(SourceFile.read(folder));
    }

    private static void check(Path file, String actual) throws IOException {
        if (UPDATE) {
            if (actual.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, actual);
            }
        }
        String expected = Files.exists(file) ? Files.readString(file) : "";
        assertThat(actual).isEqualTo(expected);
    }
}
