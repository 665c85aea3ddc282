package io.pgorm.migrations.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of migrations and the folders in it, as Flyway sees them. Immutable: later changes of the files are not seen.
 *
 * @param migrations by their versions
 * @param others baselines and repeatable migrations, by their names
 * @param problems what is wrong with the files, a line for each
 */
public record MigrationFolder(
        Path path, List<Migration> migrations, List<MigrationFile> others, List<String> problems) {

    public MigrationFolder {
        migrations = List.copyOf(migrations);
        others = List.copyOf(others);
        problems = List.copyOf(problems);
    }

    /**
     * Reads all files.
     *
     * @throws NoSuchFileException if there is no such folder
     * @throws IOException where a file cannot be read
     */
    public static MigrationFolder read(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            throw new NoSuchFileException(path.toString());
        }
        return new Reading(path).read();
    }

    /** The last version. */
    public Optional<MigrationVersion> newest() {
        return migrations.isEmpty()
                ? Optional.empty()
                : Optional.of(migrations.getLast().version());
    }

    /** The migration with a version. */
    public Optional<Migration> find(MigrationVersion version) {
        return migrations.stream()
                .filter(migration -> migration.version().equals(version))
                .findFirst();
    }

    private static final class Reading {
        private final Path folder;
        private final Map<MigrationVersion, MigrationFile> ups = new TreeMap<>();
        private final Map<MigrationVersion, MigrationFile> downs = new TreeMap<>();
        private final List<MigrationFile> others = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();

        Reading(Path folder) {
            this.folder = folder;
        }

        MigrationFolder read() throws IOException {
            List<Path> files;
            try (Stream<Path> all = Files.walk(folder)) {
                files = all.filter(Files::isRegularFile).sorted().toList();
            }
            for (Path file : files) {
                if (file.toString().endsWith(".sql")) {
                    sql(file);
                }
            }
            Set<Path> known = files.stream().collect(Collectors.toSet());
            files.stream()
                    .filter(file -> file.toString().endsWith(".sql" + MigrationName.SETTINGS_SUFFIX))
                    .filter(file -> !known.contains(withoutSuffix(file)))
                    .forEach(file -> problems.add(show(file) + " is for a file that is not there"));
            downs.forEach((version, down) -> {
                if (!ups.containsKey(version)) {
                    problems.add(show(down.path()) + " takes back a migration that is not there");
                }
            });
            List<Migration> migrations = ups.entrySet().stream()
                    .map(entry -> new Migration(
                            entry.getKey(), entry.getValue(), Optional.ofNullable(downs.get(entry.getKey()))))
                    .toList();
            return new MigrationFolder(folder, migrations, others, problems);
        }

        private void sql(Path path) throws IOException {
            Optional<MigrationName> name = MigrationName.parse(String.valueOf(path.getFileName()));
            if (name.isEmpty()) {
                problems.add(show(path) + " is not named as a migration is, so it is never run");
                return;
            }
            MigrationFile file = MigrationFile.read(path);
            file.head().problems().forEach(problem -> problems.add(show(path) + ": " + problem));
            FileProblems.of(file).forEach(problem -> problems.add(show(path) + problem));
            switch (file.name().kind()) {
                case UP -> version(ups, file);
                case DOWN -> version(downs, file);
                case BASELINE, REPEATABLE -> others.add(file);
            }
        }

        private void version(Map<MigrationVersion, MigrationFile> files, MigrationFile file) {
            MigrationVersion version = file.name().version().orElseThrow();
            MigrationFile first = files.putIfAbsent(version, file);
            if (first != null) {
                problems.add(show(first.path()) + " and " + show(file.path()) + " have the same version");
            }
        }

        private static Path withoutSuffix(Path file) {
            String name = String.valueOf(file.getFileName());
            return file.resolveSibling(name.substring(0, name.length() - MigrationName.SETTINGS_SUFFIX.length()));
        }

        private String show(Path file) {
            return folder.relativize(file).toString();
        }
    }
}
