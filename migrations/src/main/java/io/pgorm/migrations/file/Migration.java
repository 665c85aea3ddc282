package io.pgorm.migrations.file;

import java.util.Optional;

/**
 * A version of the schema: how to get there, and back. Immutable.
 *
 * @param down none where nobody wrote how to get back
 */
public record Migration(MigrationVersion version, MigrationFile up, Optional<MigrationFile> down) {

    /** What it is about. */
    public String description() {
        return up.name().description();
    }
}
