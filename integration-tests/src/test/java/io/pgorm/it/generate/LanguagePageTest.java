package io.pgorm.it.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.SchemaLoader;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.ddl.DdlGenerator;
import io.pgorm.ir.Extension;
import io.pgorm.ir.Schema;
import io.pgorm.sdl.Compilation;
import io.pgorm.sdl.SchemaCompiler;
import io.pgorm.sdl.SchemaFormatter;
import io.pgorm.sdl.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example of the page about the language is a schema that a server takes, in the one layout. */
class LanguagePageTest {

    private static final Path PAGE = Path.of("../sdl-parser/LANGUAGE.md");

    @TestFactory
    Stream<DynamicTest> everyExampleIsASchema() throws Exception {
        List<String> examples = Pattern.compile("(?ms)^```pgorm\\n(.*?)^```$")
                .matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        assertThat(examples).hasSizeGreaterThan(4);
        return examples.stream()
                .map(example ->
                        DynamicTest.dynamicTest(example.lines().findFirst().orElse(""), () -> check(example)));
    }

    private static void check(String example) throws Exception {
        assertThat(SchemaFormatter.format(example)).isEqualTo(example);
        Compilation compilation =
                SchemaCompiler.withInstalledExtensions().compile(List.of(new SourceFile("example.pgorm", example)));
        assertThat(compilation.diagnostics()).as(compilation.print()).isEmpty();
        Schema schema = compilation.orThrow();
        var extensions = schema.extensions().stream().map(Extension::name).collect(Collectors.toSet());
        try (ScratchServer server = ScratchServer.start(ScratchOptions.fast().withExtensions(extensions));
                ScratchDatabase database = server.create();
                Connection connection = database.connect()) {
            SchemaLoader.load(connection, DdlGenerator.generate(schema), compilation.sources());
        }
    }
}
