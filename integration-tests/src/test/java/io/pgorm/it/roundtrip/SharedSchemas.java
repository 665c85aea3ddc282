package io.pgorm.it.roundtrip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Schemas of real projects and the cases of other tools, in the folder {@code shared} beside the repository. They are
 * read where they are there, and are no part of it.
 */
final class SharedSchemas {

    private SharedSchemas() {}

    /** The folder; it need not be there. */
    static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.exists(here.resolve("mvnw"))) {
            here = here.getParent();
        }
        return here == null ? Path.of("shared") : here.resolveSibling("shared");
    }

    static boolean areThere() {
        return Files.isDirectory(folder());
    }

    /** Every file that holds a schema; empty where the folder is not there. */
    static List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (String part : List.of("schemas", "cases")) {
            Path folder = folder().resolve(part);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    all.filter(file -> file.toString().endsWith(".sql"))
                            .sorted()
                            .forEach(files::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return files;
    }

    /** What a test is called: the path below the folder. */
    static String nameOf(Path file) {
        return folder().relativize(file).toString();
    }
}
