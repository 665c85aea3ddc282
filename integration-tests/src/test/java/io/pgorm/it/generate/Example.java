package io.pgorm.it.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchOptions;
import io.pgorm.jooq.ClientGenerator;
import io.pgorm.jooq.ClientOptions;
import io.pgorm.sdl.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An application of {@code examples}, built and run as its one command does it, so that a build without the server that it
 * needs can leave it out.
 *
 * @param name the folder, and the last part of the package
 * @param main the class whose {@code main} is run
 */
record Example(String name, String main) {

    private static final Path EXAMPLES =
            Path.of("").toAbsolutePath().getParent().resolve("examples");

    /** Generates the client, compiles the sources with it, runs the application and gives what it printed. */
    String run(Path work, ScratchOptions scratch) throws Exception {
        Path source = EXAMPLES.resolve(name).resolve("src/main");
        Path classes = Files.createDirectories(work.resolve("classes"));
        String packageName = "io.pgorm.examples." + name;
        ClientGenerator.generate(
                SourceFile.read(source.resolve("pgorm")),
                new ClientOptions(
                        work.resolve("src"), packageName + ".db", Optional.of(classes.resolve("schema.sql")), scratch));
        GeneratedClient.compile(work, files(source.resolve("java")));
        for (Path resource : files(source.resolve("resources"))) {
            Files.copy(resource, classes.resolve(resource.getFileName()));
        }
        PrintStream before = System.out;
        var printed = new ByteArrayOutputStream();
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, Example.class.getClassLoader())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass(packageName + "." + main)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** What the page of the example shows as its output: its only block of plain text. */
    String shown() throws Exception {
        List<String> blocks = Pattern.compile("(?ms)^```text\\n(.*?)^```$")
                .matcher(Files.readString(EXAMPLES.resolve(name).resolve("README.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(blocks).hasSize(1);
        return blocks.get(0);
    }

    /** The pieces of Java on the page. */
    List<String> snippets() throws Exception {
        return Pattern.compile("(?ms)^```java\\n(.*?)^```$")
                .matcher(Files.readString(EXAMPLES.resolve(name).resolve("README.md")))
                .results()
                .map(block -> block.group(1).replaceAll("\\s+", ""))
                .toList();
    }

    /** All that the application is written in, without its layout. */
    String sources() throws Exception {
        StringBuilder all = new StringBuilder();
        for (Path file : files(EXAMPLES.resolve(name).resolve("src/main"))) {
            all.append(Files.readString(file));
        }
        return all.toString().replaceAll("\\s+", "");
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
