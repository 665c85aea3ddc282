package io.pgorm.migrations.apply.internal;

import io.pgorm.migrations.file.MigrationFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that is about to be run. Immutable.
 *
 * @param name as it stands in the history
 * @param version null for a repeatable one
 * @param checksum of its lines, as Flyway counts
 */
record Script(String name, @Nullable String version, int checksum, MigrationFile file, List<Step> steps) {

    Script {
        steps = List.copyOf(steps);
    }

    static Script of(String name, @Nullable String version, int checksum, MigrationFile file) {
        return new Script(name, version, checksum, file, Step.of(name, file));
    }

    /** Whether it holds rows to be copied in, which only Flyway's own way of running takes. */
    boolean hasRows() {
        return steps.stream()
                .flatMap(step -> step.statements().stream())
                .anyMatch(statement -> statement.statement().startsWith("copy")
                        && statement.statement().words().contains("stdin"));
    }
}
