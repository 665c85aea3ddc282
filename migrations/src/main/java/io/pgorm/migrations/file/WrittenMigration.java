package io.pgorm.migrations.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The files of a new migration before they are saved. Immutable.
 *
 * @param files the texts by the names of the files: what is needed first comes first
 */
public record WrittenMigration(MigrationVersion version, SequencedMap<String, String> files) {

    public WrittenMigration {
        files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
    }

    /**
     * Saves all files or none. The one that brings the database to the version appears last and as a whole, so that
     * nobody who reads the folder meanwhile sees a part of the migration.
     *
     * @return the files
     * @throws FileAlreadyExistsException if one of the files is there; it is left as it is
     * @throws IOException where nothing can be written
     */
    public List<Path> save(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> saved = new ArrayList<>();
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                save(path, file.getValue());
                saved.add(path);
            }
            return List.copyOf(saved);
        } catch (IOException e) {
            for (Path path : saved) {
                Files.deleteIfExists(path);
            }
            throw e;
        }
    }

    private static void save(Path path, String text) throws IOException {
        if (Files.exists(path)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        Path unfinished = path.resolveSibling("." + path.getFileName() + ".unfinished");
        try {
            Files.writeString(unfinished, text);
            // without REPLACE_EXISTING
            Files.move(unfinished, path);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
