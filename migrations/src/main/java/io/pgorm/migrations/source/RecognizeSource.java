package io.pgorm.migrations.source;

import io.pgorm.sdl.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells kinds of files and folders apart. Stateless. */
final class RecognizeSource {

    /** Flyway's names: V for a version, R for what is repeated, B for a baseline. */
    private static final Pattern MIGRATION = Pattern.compile("(?:[VB][0-9][^/]*?|R)__.*\\.sql");

    private RecognizeSource() {}

    static SchemaSource at(Path path) {
        if (Files.isDirectory(path)) {
            return folder(path);
        }
        if (!Files.exists(path)) {
            throw new SourceException("there is no file or folder " + path);
        }
        String name = path.toString();
        if (name.endsWith(SourceFile.SUFFIX)) {
            return new PgormSource(path);
        }
        if (name.endsWith(".sql")) {
            return new SqlFileSource(path);
        }
        throw new SourceException(path + " is no source of a schema: its name ends in neither .pgorm nor .sql");
    }

    private static SchemaSource folder(Path folder) {
        List<String> names = names(folder);
        boolean pgorm = names.stream().anyMatch(name -> name.endsWith(SourceFile.SUFFIX));
        boolean migrations =
                names.stream().anyMatch(name -> MIGRATION.matcher(name).matches());
        if (pgorm && migrations) {
            throw new SourceException("the folder " + folder
                    + " holds .pgorm files and migrations; name the folder or file of one of them");
        }
        if (pgorm) {
            return new PgormSource(folder);
        }
        if (migrations) {
            return new MigrationsSource(folder);
        }
        throw new SourceException(
                names.stream().anyMatch(name -> name.endsWith(".sql"))
                        ? "the folder " + folder + " holds .sql files, but none is named as a migration is:"
                                + " V1__name.sql; name one of the files"
                        : "the folder " + folder + " holds no .pgorm file and no migration (V1__name.sql)");
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> String.valueOf(path.getFileName()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
