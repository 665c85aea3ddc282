package io.pgorm.it.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.sdl.SourceFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that uses no feature needs none of their libraries, and of one feature it needs that only. */
class LeanClientTest {

    private static final List<String> OPTIONAL =
            List.of("pg-features", "jts", "jackson", "caffeine", "micrometer", "opentelemetry", "spring");

    @Test
    void aClientWithoutFeaturesCompilesWithoutTheirLibraries(@TempDir Path folder) throws Exception {
        Path sources = generated(folder, """
            model User {
              id        Int     @id
              email     String  @unique
              settings  Jsonb
              posts     Post[]

              @@index([settings], type: GIN)
            }

            model Post {
              id      Int   @id
              user    User  @relation(fields: [userId], references: [id])
              userId  Int

              @@index([userId])
            }
            """);
        assertThat(text(sources)).doesNotContain("io.pgorm.features");
        List<String> lean = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> OPTIONAL.stream().noneMatch(entry::contains))
                .toList();
        List<String> arguments = new ArrayList<>(List.of(
                "--release", "21", "-proc:none", "-d", folder.resolve("classes").toString(), "-classpath"));
        arguments.add(String.join(File.pathSeparator, lean));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        var messages = new java.io.ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments.toArray(String[]::new));
        assertThat(code).as(messages.toString()).isZero();
    }

    @Test
    void aClientNamesTheFeaturesOfItsSchemaOnly(@TempDir Path folder) throws Exception {
        String sources = text(generated(folder, """
            model Note {
              id    Int     @id
              text  String

              @@fts([text])
            }
            """));
        assertThat(sources)
                .contains("io.pgorm.features.fts.SearchField")
                .doesNotContain("io.pgorm.features.vector", "io.pgorm.features.postgis", "io.pgorm.features.trigram");
    }

    private static Path generated(Path folder, String schema) throws Exception {
        GeneratedClient.generate(
                List.of(new SourceFile("schema.pgorm", schema)),
                folder,
                ScratchOptions.standard().withProvider(ScratchProvider.EMBEDDED));
        return folder.resolve("src");
    }

    private static String text(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            StringBuilder all = new StringBuilder();
            for (Path file : sources) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
