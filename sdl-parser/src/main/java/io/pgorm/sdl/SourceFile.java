package io.pgorm.sdl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of a schema.
 *
 * @param name what its diagnostics call it; unique among the files of one schema
 * @param text its whole content
 */
public record SourceFile(String name, String text) {

    /** How the name of a schema file ends. */
    public static final String SUFFIX = ".pgorm";

    /**
     * The schema in a file or in a folder: the file itself, whatever its name, or every file below the folder whose
     * name ends in {@value #SUFFIX}, sorted by path. Names are relative to the folder, with {@code /} on every system.
     *
     * @throws NoSuchFileException if there is nothing at the path, or no schema file in the folder
     * @throws IOException if a file cannot be read or is not UTF-8; the message names the file
     */
    public static List<SourceFile> read(Path fileOrFolder) throws IOException {
        boolean one = Files.isRegularFile(fileOrFolder);
        List<SourceFile> files = new ArrayList<>();
        for (Path path : paths(fileOrFolder)) {
            Path name = one ? path.getFileName() : fileOrFolder.relativize(path);
            files.add(readOne(path, String.valueOf(name).replace('\\', '/')));
        }
        return List.copyOf(files);
    }

    /**
     * Where the files of the schema in a file or a folder are, sorted.
     *
     * @throws NoSuchFileException if there is nothing at the path, or no schema file in the folder
     */
    static List<Path> paths(Path fileOrFolder) throws IOException {
        if (Files.isRegularFile(fileOrFolder)) {
            return List.of(fileOrFolder);
        }
        if (!Files.isDirectory(fileOrFolder)) {
            throw new NoSuchFileException(fileOrFolder.toString(), null, "there is no schema file or folder here");
        }
        List<Path> paths;
        try (Stream<Path> all = Files.walk(fileOrFolder)) {
            paths = all.filter(path -> path.toString().endsWith(SUFFIX))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (paths.isEmpty()) {
            throw new NoSuchFileException(
                    fileOrFolder.toString(), null, "no file in this folder has a name that ends in " + SUFFIX);
        }
        return paths;
    }

    static SourceFile readOne(Path path, String name) throws IOException {
        try {
            return new SourceFile(name, Files.readString(path, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            throw new IOException("the schema file " + path + " is not UTF-8 text", e);
        }
    }
}
