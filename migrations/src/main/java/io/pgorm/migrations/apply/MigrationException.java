package io.pgorm.migrations.apply;

import org.jspecify.annotations.Nullable;

/** Migrations that were not applied or rolled back, or not all of them. The message is for people: what, why, what now. */
public final class MigrationException extends RuntimeException {

    /** What went wrong, for programs. */
    public enum Kind {
        /** Nothing was run, since something is not as it must be: an unaccepted hazard, a changed file, a pooler. */
        REFUSED,
        /** Another process applies migrations and did not end in time. Nothing was run. */
        BUSY,
        /** A step did not get its lock, as often as it was tried. */
        LOCKED,
        /** A statement failed. */
        FAILED
    }

    private final Kind kind;

    public MigrationException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public MigrationException(Kind kind, String message) {
        this(kind, message, null);
    }

    public Kind kind() {
        return kind;
    }
}
