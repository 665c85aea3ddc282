package io.pgorm.migrations.create;

import io.pgorm.ddl.plan.Plan;
import io.pgorm.migrations.diff.Way;
import io.pgorm.migrations.file.WrittenMigration;
import io.pgorm.migrations.prove.Proof;
import java.util.List;

/** What came of making a migration. */
public sealed interface NewMigrationResult {

    /** What was seen on the way. */
    Seen seen();

    /**
     * What people should know, whatever came of it.
     *
     * @param unmodelled what is in the schema or the migrations and is not compared
     * @param notes what was passed over or made up while they were loaded, and what is wrong with files of the folder
     */
    record Seen(List<String> unmodelled, List<String> notes) {
        public Seen {
            unmodelled = List.copyOf(unmodelled);
            notes = List.copyOf(notes);
        }
    }

    /** The migrations make what the schema says. */
    record Unchanged(Seen seen) implements NewMigrationResult {}

    /** There is no statement for what has changed; the reason says what to do. */
    record Impossible(String reason, Seen seen) implements NewMigrationResult {}

    /** It was tried and does what it is for. */
    record Proven(WrittenMigration migration, Plan up, Way down, Proof.Proven proof, Seen seen)
            implements NewMigrationResult {}

    /** It was tried and does not, so that nobody should save it. */
    record NotProven(WrittenMigration migration, Proof.Failed proof, Seen seen) implements NewMigrationResult {}
}
