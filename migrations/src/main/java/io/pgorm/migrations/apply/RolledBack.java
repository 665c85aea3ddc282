package io.pgorm.migrations.apply;

import java.time.Duration;
import java.util.List;

/** What was taken back, in the order in which it was. Immutable. */
public record RolledBack(List<File> files) {

    public RolledBack {
        files = List.copyOf(files);
    }

    /** One file; {@code script} is the one that was run. */
    public record File(String script, String version, String description, Duration duration) {}
}
