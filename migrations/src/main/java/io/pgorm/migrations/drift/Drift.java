package io.pgorm.migrations.drift;

import io.pgorm.ddl.plan.Plan;
import io.pgorm.migrations.diff.Way;
import java.util.List;

/**
 * What is between a database and its migrations. Immutable.
 *
 * @param toMigrations what would make the database into what the migrations make
 * @param toDatabase what the migrations lack, as a migration would say it
 * @param text the difference of the schemas in the words of the language, as a patch from the migrations to the
 *     database; empty where both say the same
 * @param unmodelled what was seen on either side and is not compared, one line for each
 * @param notes what was passed over or made up while the migrations were loaded
 */
public record Drift(Way toMigrations, Way toDatabase, String text, List<String> unmodelled, List<String> notes) {

    public Drift {
        unmodelled = List.copyOf(unmodelled);
        notes = List.copyOf(notes);
    }

    /** Whether the database is what the migrations make. */
    public boolean isNone() {
        return isEmpty(toMigrations) && isEmpty(toDatabase);
    }

    private static boolean isEmpty(Way way) {
        return way instanceof Way.Planned(Plan plan) && plan.isEmpty();
    }
}
