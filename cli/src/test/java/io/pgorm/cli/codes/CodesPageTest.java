package io.pgorm.cli.codes;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.SchemaLoader;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.ViewColumns;
import io.pgorm.ddl.DdlGenerator;
import io.pgorm.ir.Schema;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.SchemaException;
import io.pgorm.ir.spi.DiagnosticCode;
import io.pgorm.ir.spi.SchemaExtension;
import io.pgorm.sdl.Codes;
import io.pgorm.sdl.Compilation;
import io.pgorm.sdl.SchemaCompiler;
import io.pgorm.sdl.SchemaFormatter;
import io.pgorm.sdl.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The page of codes is complete and true. Run with {@code -Dpgorm.golden.update=true} to take over the titles of the
 * compiler and all that the features say of their codes; a code of the compiler's own is written into the page by hand.
 */
class CodesPageTest {

    private static final Path PAGE = Path.of("src/main/resources/io/pgorm/cli/DIAGNOSTICS.md");
    private static final Pattern CODE = Pattern.compile("\"(PGO\\d{4})\"");
    private static final SchemaCompiler COMPILER = SchemaCompiler.withInstalledExtensions();

    private static String page() throws IOException {
        String text = Files.readString(PAGE);
        if (!Boolean.getBoolean("pgorm.golden.update")) {
            return text;
        }
        String updated = CodesPage.print(expected(CodesPage.read(text)));
        Files.writeString(PAGE, updated);
        return updated;
    }

    /** The page with everything that is said elsewhere too as it is said there. */
    private static Map<String, CodesPage.Section> expected(Map<String, CodesPage.Section> page) {
        Map<String, CodesPage.Section> expected = new TreeMap<>(page);
        for (Codes code : Codes.values()) {
            expected.computeIfPresent(
                    code.code(),
                    (key, section) ->
                            new CodesPage.Section(code.meaning(), formatted(section.example()), section.cure()));
        }
        for (SchemaExtension extension : ServiceLoader.load(SchemaExtension.class)) {
            for (DiagnosticCode code : extension.codes()) {
                expected.put(code.code(), new CodesPage.Section(code.title(), formatted(code.example()), code.cure()));
            }
        }
        return expected;
    }

    /** An example may be there to show what cannot be read. */
    private static String formatted(String example) {
        try {
            return SchemaFormatter.format(example);
        } catch (SchemaException e) {
            return example.stripTrailing() + "\n";
        }
    }

    @Test
    void eachCodeOfTheSourcesIsOnThePageAndTheReverse() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        try (Stream<Path> all = Files.walk(Path.of(".."))) {
            for (Path path : all.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> path.toString().replace('\\', '/').contains("/src/main/java/"))
                    .filter(path -> !path.toString().contains("/target/"))
                    .toList()) {
                CODE.matcher(Files.readString(path)).results().forEach(match -> used.add(match.group(1)));
            }
        }
        assertThat(used).hasSizeGreaterThan(100);
        assertThat(CodesPage.read(page()).keySet()).isEqualTo(used);
    }

    @Test
    void thePageSaysWhatTheCompilerAndTheFeaturesSay() throws IOException {
        String page = page();
        assertThat(page).isEqualTo(CodesPage.print(expected(CodesPage.read(page))));
    }

    @TestFactory
    List<DynamicTest> eachExampleGetsItsCode() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        CodesPage.read(page()).forEach((code, section) -> {
            boolean server = code.startsWith("PGO090");
            // a word of a feature that is not installed: here all are
            boolean elsewhere = code.equals(Codes.NOT_SUPPORTED_YET.code());
            if (elsewhere || code.equals(Codes.INTERNAL_ERROR.code())) {
                assertThat(section.example()).isEmpty();
            } else if (!server) {
                tests.add(DynamicTest.dynamicTest(
                        code,
                        () -> check(
                                code,
                                section.example(),
                                compile(section.example()).diagnostics())));
            }
        });
        return tests;
    }

    @Test
    void theExamplesOfWhatOnlyAServerSeesGetTheirCodes() throws Exception {
        Map<String, CodesPage.Section> sections = CodesPage.read(page());
        ScratchOptions embedded = ScratchOptions.fast().withProvider(ScratchProvider.EMBEDDED);
        try (ScratchServer server = ScratchServer.start(embedded)) {
            for (String code : List.of("PGO0901", "PGO0902", "PGO0903")) {
                String example = sections.get(code).example();
                Schema schema = compile(example).orThrow();
                try (ScratchDatabase database = server.create();
                        Connection connection = database.connect()) {
                    List<Diagnostic> told =
                            new ArrayList<>(SchemaLoader.tryLoad(connection, DdlGenerator.generate(schema)));
                    if (told.isEmpty()) {
                        told.addAll(ViewColumns.check(connection, schema));
                    }
                    check(code, example, told);
                }
            }
        }
    }

    private static Compilation compile(String example) {
        return COMPILER.compile(List.of(new SourceFile("example.pgorm", example)));
    }

    private static void check(String code, String example, List<Diagnostic> told) {
        assertThat(told).as(example).extracting(Diagnostic::code).contains(code);
        assertThat(formatted(example)).isEqualTo(example);
    }
}
