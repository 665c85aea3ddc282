package io.pgorm.migrations.file;

import io.pgorm.migrations.file.MigrationName.Kind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The file that brings a database to the version, as it will be read. */
    public MigrationFile up() throws IOException {
        return file(Kind.UP);
    }

    /** The file that takes it back. */
    public MigrationFile down() throws IOException {
        return file(Kind.DOWN);
    }

    private MigrationFile file(Kind kind) throws IOException {
        for (Map.Entry<String, String> entry : files.entrySet()) {
            Optional<MigrationName> name = MigrationName.parse(entry.getKey());
            if (name.isPresent() && name.get().kind() == kind) {
                String settings = files.getOrDefault(entry.getKey() + MigrationName.SETTINGS_SUFFIX, "");
                return MigrationFile.of(Path.of(entry.getKey()), name.get(), entry.getValue(), settings);
            }
        }
        throw new IllegalStateException("a migration without its file");
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
