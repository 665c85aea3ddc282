package io.pgorm.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.SchemaLoader;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.database.ScratchUnavailableException;
import io.pgorm.ddl.DdlGenerator;
import io.pgorm.ddl.DdlScript;
import io.pgorm.ddl.DdlStatement;
import io.pgorm.ir.Extension;
import io.pgorm.ir.Schema;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.DiagnosticPrinter;
import io.pgorm.sdl.Compilation;
import io.pgorm.sdl.SchemaCompiler;
import io.pgorm.sdl.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code cases} holds a schema ({@code schema.pgorm}, or several files in {@code schema/}), what the
 * compiler and a server say of it ({@code expected-diagnostics.txt}, absent where that is nothing) and its DDL ({@code
 * expected.sql}, absent where the compiler refuses it). A schema that compiles is loaded into a real server. To add a
 * case, add a folder with a schema, run with {@code -Dpgorm.golden.update=true}, and read what was written.
 */
class SchemaCasesTest {

    private static final Path CASES = Path.of("src", "test", "resources", "cases");

    private final SchemaCompiler compiler = SchemaCompiler.withInstalledExtensions();

    @TestFactory
    Stream<DynamicTest> everySchemaGivesWhatItsFolderSays() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(
                            folder.getFileName().toString(), folder.toUri(), () -> check(folder)));
        }
    }

    private void check(Path folder) throws IOException, SQLException {
        Path file = folder.resolve("schema.pgorm");
        List<SourceFile> sources = SourceFile.read(Files.exists(file) ? file : folder.resolve("schema"));
        Compilation compilation = compiler.compile(sources);
        GoldenFile diagnostics = new GoldenFile(folder.resolve("expected-diagnostics.txt"));
        GoldenFile script = new GoldenFile(folder.resolve("expected.sql"));
        if (compilation.schema().isEmpty()) {
            script.assertHolds("");
            diagnostics.assertHolds(compilation.print());
            return;
        }
        Schema schema = compilation.schema().get();
        List<DdlStatement> ddl = DdlGenerator.generate(schema);
        script.assertHolds(DdlScript.render(ddl));
        assertThat(DdlScript.render(
                        DdlGenerator.generate(compiler.compile(sources).orThrow())))
                .isEqualTo(DdlScript.render(ddl));

        List<Diagnostic> all = new ArrayList<>(compilation.diagnostics());
        all.addAll(load(folder.getFileName().toString(), schema, ddl));
        diagnostics.assertHolds(new DiagnosticPrinter(compilation.sources()).print(all));
    }

    /** What the server says of the statements; where it takes them, it has to take the script too. */
    private static List<Diagnostic> load(String name, Schema schema, List<DdlStatement> ddl) throws SQLException {
        try (ScratchServer server = serverFor(name, schema);
                ScratchDatabase one = server.create();
                Connection connection = one.connect()) {
            List<Diagnostic> refused = SchemaLoader.tryLoad(connection, ddl);
            if (refused.isEmpty()) {
                try (ScratchDatabase other = server.create();
                        Connection plain = other.connect();
                        Statement statement = plain.createStatement()) {
                    statement.setEscapeProcessing(false);
                    statement.execute(DdlScript.render(ddl));
                }
            }
            return refused;
        }
    }

    private static ScratchServer serverFor(String name, Schema schema) {
        Set<String> extensions =
                schema.extensions().stream().map(Extension::name).collect(Collectors.toUnmodifiableSet());
        try {
            return ScratchServer.start(ScratchOptions.fast().withExtensions(extensions));
        } catch (ScratchUnavailableException e) {
            if ("true".equalsIgnoreCase(System.getenv("CI"))) {
                throw e;
            }
            String line = "SKIPPED (" + e.reason() + "): the case " + name + " needs a server with "
                    + String.join(", ", new TreeSet<>(extensions));
            System.out.println(line);
            return Assumptions.abort(line);
        }
    }
}
