package io.pgorm.sdl;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.Schema;
import io.pgorm.ir.SqlObject;
import io.pgorm.sdl.write.SchemaWriter;
import io.pgorm.sdl.write.WrittenSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is written of a schema means the same schema: shown for everything that compiles. */
final class WrittenCasesTest {

    private static final Path VALID = Path.of("src/test/resources/cases/valid");
    private static final Path WRITTEN = Path.of("src/test/resources/written");
    private static final boolean UPDATE = Boolean.getBoolean("pgorm.golden.update");

    @TestFactory
    Stream<DynamicTest> aValidSchemaIsWrittenAsOneThatMeansTheSame() throws IOException {
        return folders(VALID)
                .map(folder -> DynamicTest.dynamicTest(name(folder), () -> {
                    Schema schema = compile(SourceFile.read(folder));
                    WrittenSchema written = write(schema);
                    Schema again = compile(List.of(new SourceFile("written.pgorm", written.text())));
                    assertThat(Meaning.of(again)).as(written.text()).isEqualTo(Meaning.of(schema));
                    assertThat(written.blocks().stream().map(WrittenSchema.Block::id))
                            .isSubsetOf(schema.sqlObjects().stream()
                                    .map(SqlObject::id)
                                    .toList());
                }));
    }

    @TestFactory
    Stream<DynamicTest> aSchemaIsWrittenAsAPersonWould() throws IOException {
        return folders(WRITTEN)
                .map(folder -> DynamicTest.dynamicTest(name(folder), () -> {
                    Schema schema = compile(
                            List.of(new SourceFile("schema.pgorm", Files.readString(folder.resolve("schema.pgorm")))));
                    WrittenSchema written = write(schema);
                    Path expected = folder.resolve("expected.pgorm");
                    if (UPDATE) {
                        Files.writeString(expected, written.text());
                    }
                    assertThat(written.text()).isEqualTo(Files.readString(expected));
                    Schema again = compile(List.of(new SourceFile("expected.pgorm", written.text())));
                    assertThat(Meaning.of(again)).isEqualTo(Meaning.of(schema));
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrittenIsWrittenAgainToTheLetter() throws IOException {
        return folders(VALID)
                .map(folder -> DynamicTest.dynamicTest(name(folder), () -> {
                    String once = write(compile(SourceFile.read(folder))).text();
                    String twice = write(compile(List.of(new SourceFile("written.pgorm", once))))
                            .text();
                    assertThat(twice).isEqualTo(once);
                }));
    }

    private static Stream<Path> folders(Path parent) throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.sorted().toList().stream();
        }
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }

    private static Schema compile(List<SourceFile> files) {
        Compilation compilation = new SchemaCompiler(List.of(new GeoExtension())).compile(files);
        assertThat(compilation.hasErrors()).as(compilation.print()).isFalse();
        return compilation.orThrow();
    }

    private static WrittenSchema write(Schema schema) {
        return SchemaWriter.write(
                schema, List.of(new GeoExtension()), objects -> List.of("SELECT 'no SQL is expected here'"));
    }
}
