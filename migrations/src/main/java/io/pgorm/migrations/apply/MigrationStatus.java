package io.pgorm.migrations.apply;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a database stands to a folder of migrations. Immutable.
 *
 * @param entries all migrations, in the order in which they are applied
 * @param rollbacks what was taken back and when, oldest first
 * @param conflicts migrations of different branches that touch the same object, a line for each
 * @param problems what is wrong with the files of the folder, a line for each
 */
public record MigrationStatus(
        List<Entry> entries, List<Rollback> rollbacks, List<String> conflicts, List<String> problems) {

    public MigrationStatus {
        entries = List.copyOf(entries);
        rollbacks = List.copyOf(rollbacks);
        conflicts = List.copyOf(conflicts);
        problems = List.copyOf(problems);
    }

    /** How one migration stands. */
    public enum State {
        APPLIED,
        /** A line drawn under what was there before. */
        BASELINE,
        PENDING,
        /** Pending, although a newer one is applied. */
        OUT_OF_ORDER,
        /** It was applied and taken back, and would be applied again. */
        ROLLED_BACK,
        /** It was begun and did not come to its end; {@code detail} says where it stands. */
        INTERRUPTED,
        /** Flyway began it and it failed. */
        FAILED,
        /** It was applied, and its file is another now. */
        CHANGED,
        /** It was applied, and its file is not there. */
        MISSING,
        /** It is older than the baseline, so that it is never applied. */
        BELOW_BASELINE
    }

    /**
     * One migration.
     *
     * @param version null where it is repeatable
     * @param detail more about its state, empty where there is nothing to say
     * @param installedOn null where it is not applied
     * @param installedBy null where it is not applied
     */
    public record Entry(
            @Nullable String version,
            String description,
            String script,
            State state,
            String detail,
            @Nullable OffsetDateTime installedOn,
            @Nullable String installedBy) {}

    /** Something that was taken back. */
    public record Rollback(
            String version, String description, String script, String rolledBackBy, OffsetDateTime rolledBackOn) {}

    /** Whether all that is in the folder is applied, and nothing else. */
    public boolean isUpToDate() {
        return entries.stream().allMatch(entry -> switch (entry.state()) {
            case APPLIED, BASELINE, BELOW_BASELINE -> true;
            case PENDING, OUT_OF_ORDER, ROLLED_BACK, INTERRUPTED, FAILED, CHANGED, MISSING -> false;
        });
    }
}
