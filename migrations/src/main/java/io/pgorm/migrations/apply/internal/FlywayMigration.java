package io.pgorm.migrations.apply.internal;

import java.nio.file.Path;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/** What Flyway says of a migration, in the types that are needed here. Stateless. */
final class FlywayMigration {

    private FlywayMigration() {}

    static @Nullable Integer checksum(MigrationInfo migration) {
        Integer resolved = migration.getResolvedChecksum();
        return resolved != null ? resolved : migration.getChecksum();
    }

    /** Null for one that is repeatable. */
    static @Nullable String version(MigrationInfo migration) {
        return migration.getVersion() == null ? null : migration.getVersion().getVersion();
    }

    /** The file, where there is one. */
    static @Nullable Path file(MigrationInfo migration) {
        String place = migration.getPhysicalLocation();
        return place == null || place.isEmpty() ? null : Path.of(place);
    }
}
