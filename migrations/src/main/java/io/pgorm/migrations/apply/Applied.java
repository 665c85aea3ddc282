package io.pgorm.migrations.apply;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was applied. Immutable. */
public record Applied(List<File> files) {

    public Applied {
        files = List.copyOf(files);
    }

    /**
     * One file.
     *
     * @param script its name
     * @param version null where it is repeatable
     * @param duration of this run
     */
    public record File(String script, @Nullable String version, String description, Duration duration) {}

    /** Whether there was nothing to do. */
    public boolean isEmpty() {
        return files.isEmpty();
    }
}
