package io.pgorm.migrations.create;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.migrations.diff.DiffOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;

/**
 * How a migration is made. Immutable.
 *
 * @param folder the migrations that are there; need not exist yet
 * @param name what people call it
 * @param allowed the hazards that are accepted, which the files then say
 * @param diff how the schema is compared with the folder, and planned
 * @param clock the time of the version
 */
public record NewMigrationOptions(Path folder, String name, Set<Hazard> allowed, DiffOptions diff, Clock clock) {

    public NewMigrationOptions {
        allowed = Set.copyOf(allowed);
    }

    /** No hazard accepted, online ways. */
    public static NewMigrationOptions of(Path folder, String name) {
        return new NewMigrationOptions(folder, name, Set.of(), DiffOptions.standard(), Clock.systemUTC());
    }

    public NewMigrationOptions withAllowed(Set<Hazard> newAllowed) {
        return new NewMigrationOptions(folder, name, newAllowed, diff, clock);
    }

    public NewMigrationOptions withDiff(DiffOptions newDiff) {
        return new NewMigrationOptions(folder, name, allowed, newDiff, clock);
    }
}
