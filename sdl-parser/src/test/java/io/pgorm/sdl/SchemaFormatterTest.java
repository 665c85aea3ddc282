package io.pgorm.sdl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.SchemaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder below {@code format} has a file and the same file formatted. Run with {@code -Dpgorm.golden.update=true}
 * to write what the formatter makes now, and then read every line of the difference.
 */
final class SchemaFormatterTest {

    private static final Path FORMAT = Path.of("src/test/resources/format");
    private static final boolean UPDATE = Boolean.getBoolean("pgorm.golden.update");
    private static final Path REPOSITORY = Path.of("..");

    @TestFactory
    Stream<DynamicTest> aFileIsFormattedAsExpected() throws IOException {
        try (Stream<Path> folders = Files.list(FORMAT)) {
            return folders.sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                        String source = Files.readString(folder.resolve("in.pgorm"));
                        String formatted = SchemaFormatter.format(source);
                        Path expected = folder.resolve("expected.pgorm");
                        if (UPDATE) {
                            Files.writeString(expected, formatted);
                        }
                        assertThat(formatted).isEqualTo(Files.readString(expected));
                        SameSchema.check(source, formatted);
                        assertThat(formatted).doesNotContain("\n\n\n");
                    }));
        }
    }

    @TestFactory
    Stream<DynamicTest> formattingKeepsWhatEachSchemaOfTheRepositorySays() throws IOException {
        return schemas()
                .map(path -> DynamicTest.dynamicTest(path.toString(), () -> {
                    Formatted formatted = SchemaFormatter.format(new SourceFile("a.pgorm", Files.readString(path)));
                    if (formatted.errors().isEmpty()) {
                        SameSchema.check(Files.readString(path), formatted.text());
                    } else {
                        assertThat(path.toString()).contains("invalid");
                        assertThat(formatted.text()).isEqualTo(Files.readString(path));
                    }
                }));
    }

    /** The inputs of tests show what people write; everything that people copy from is formatted. */
    @TestFactory
    Stream<DynamicTest> theExamplesAreFormatted() throws IOException {
        return schemas()
                .filter(path -> path.startsWith(REPOSITORY.resolve("examples")))
                .map(path -> DynamicTest.dynamicTest(path.toString(), () -> {
                    String formatted = SchemaFormatter.format(Files.readString(path));
                    if (UPDATE) {
                        Files.writeString(path, formatted);
                    }
                    assertThat(Files.readString(path)).isEqualTo(formatted);
                }));
    }

    @Test
    void theSchemasOfTheReadmeAreFormatted() throws IOException {
        List<String> snippets = Pattern.compile("```pgorm\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(REPOSITORY.resolve("README.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(snippets)
                .isNotEmpty()
                .allSatisfy(snippet -> assertThat(snippet).isEqualTo(SchemaFormatter.format(snippet)));
    }

    private static Stream<Path> schemas() throws IOException {
        try (Stream<Path> all = Files.walk(REPOSITORY)) {
            List<Path> paths = all.filter(path -> path.toString().endsWith(SourceFile.SUFFIX))
                    .filter(path -> !path.toString().contains("/target/"))
                    .sorted()
                    .toList();
            assertThat(paths).hasSizeGreaterThan(100);
            return paths.stream();
        }
    }

    @Test
    void aFileWithSyntaxErrorsStaysAsItIsAndTheErrorsAreTold() {
        String source = "model A {\n   id\n  name   String )\n}\n";
        Formatted formatted = SchemaFormatter.format(new SourceFile("a.pgorm", source));
        assertThat(formatted.text()).isEqualTo(source);
        assertThat(formatted.errors())
                .extracting(Diagnostic::code)
                .containsExactly(Codes.FIELD_WITHOUT_TYPE.code(), Codes.UNEXPECTED.code());
        assertThatThrownBy(() -> SchemaFormatter.format(source))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("the field id has no type");
    }

    @Test
    void aFileThatMakesNoSenseIsFormattedAllTheSame() {
        assertThat(SchemaFormatter.format("model A {\nid   Nothing @unknown(x:1)\n}"))
                .isEqualTo("model A {\n  id  Nothing  @unknown(x: 1)\n}\n");
    }

    @Test
    void theLineEndsStayTheOnesThatTheFileBeginsWith() {
        assertThat(SchemaFormatter.format("model A {\r\nid Int\r\n@check(\"\"\"\r\n x\r\n\"\"\")}"))
                .isEqualTo("model A {\r\n  id  Int  @check(\"\"\"\r\n x\r\n\"\"\")\r\n}\r\n");
        assertThat(SchemaFormatter.format("model A {\rid Int }")).isEqualTo("model A {\n  id  Int\n}\n");
    }

    @Test
    void anEmptyFileStaysEmpty() {
        assertThat(SchemaFormatter.format("")).isEmpty();
        assertThat(SchemaFormatter.format(" \n\n")).isEmpty();
        assertThat(SchemaFormatter.format("\ufeff// only a comment")).isEqualTo("// only a comment\n");
    }

    @Test
    void aFileOfThousandsOfFieldsIsFormattedInNoTime() {
        StringBuilder source = new StringBuilder("model A {\n");
        for (int i = 0; i < 5000; i++) {
            source.append("f").append(i).append(" Int @default(1) @map(\"x\") // c\n");
        }
        long start = System.nanoTime();
        assertThat(SchemaFormatter.format(source.append("}").toString())).hasLineCount(5002);
        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    }
}
