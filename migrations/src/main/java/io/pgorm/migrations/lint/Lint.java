package io.pgorm.migrations.lint;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.migrations.file.MigrationFile;
import io.pgorm.migrations.file.MigrationName;
import io.pgorm.migrations.script.ScriptException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Says what may hurt in files of SQL: migrations, ours or written by hand, and any others. Stateless. */
public final class Lint {

    private Lint() {}

    /**
     * What was found in one file. Immutable.
     *
     * @param findings by their lines
     * @param allowed the hazards that the head of the file accepts
     */
    public record Result(Path file, List<Finding> findings, Set<Hazard> allowed) {
        public Result {
            findings = List.copyOf(findings);
            allowed = Set.copyOf(allowed);
        }

        /** Whether something was found that is neither advice nor accepted, by the file or by {@code more}. */
        public boolean isRefused(Set<Hazard> more) {
            return findings.stream()
                    .flatMap(finding -> finding.hazard().stream())
                    .anyMatch(hazard -> !allowed.contains(hazard) && !more.contains(hazard));
        }
    }

    /**
     * Looks through files, and through all files of SQL in folders.
     *
     * @throws NoSuchFileException if there is no such file or folder
     * @throws ScriptException where a file cannot be cut into statements
     * @throws IOException where a file cannot be read or is not UTF-8
     */
    public static List<Result> paths(List<Path> paths) throws IOException {
        List<Result> results = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                List<Path> files;
                try (Stream<Path> all = Files.walk(path)) {
                    files = all.filter(file -> file.toString().endsWith(".sql"))
                            .sorted()
                            .toList();
                }
                for (Path file : files) {
                    results.add(file(file));
                }
            } else {
                results.add(file(path));
            }
        }
        return results;
    }

    /** A migration is looked at as it is run; what is not named as one, as psql runs it. */
    private static Result file(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (MigrationName.parse(String.valueOf(path.getFileName())).isPresent()) {
            MigrationFile file = MigrationFile.read(path);
            // ours are run with timeouts
            boolean wantsTimeouts = !file.head().ours();
            return new Result(
                    path,
                    Linter.lint(path.toString(), file.text(), file.isTransactional(), wantsTimeouts),
                    file.head().allowed());
        }
        try {
            return new Result(
                    path,
                    Linter.lint(path.toString(), Files.readString(path), false, true),
                    EnumSet.noneOf(Hazard.class));
        } catch (CharacterCodingException e) {
            throw new IOException("the file " + path + " is not UTF-8 text", e);
        }
    }
}
