package io.pgorm.migrations.prove;

import io.pgorm.ddl.plan.PlannedStatement;
import java.util.Optional;

/**
 * A promise that a plan does not keep.
 *
 * @param stage on which way it was seen
 * @param kind which promise
 * @param message what was seen, for people, maybe of several lines
 * @param statement the statement that did it, where one can be named
 */
public record Violation(Stage stage, Kind kind, String message, Optional<PlannedStatement> statement) {

    /** The ways that a proof takes, in order. */
    public enum Stage {
        START,
        UP,
        DOWN,
        /** Up once more, on what was rolled back. */
        UP_AGAIN;

        /** In words: {@code up again}. */
        public String words() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    /** The promises. */
    public enum Kind {
        /** The copy of the database to start from is not like it, so that nothing can be proven on it. */
        COPY_DIFFERS,
        /** The server refused a statement, and no hazard said that it may. */
        STATEMENT_FAILED,
        /** The catalog is not the one that was planned for. */
        CATALOG_DIFFERS,
        /** There is more to plan afterwards. */
        NOT_FINISHED,
        /** After a group of statements there is no way on. */
        NO_WAY_ON,
        /** Rows or values are gone, or others than before, and no hazard said so. */
        ROWS_CHANGED,
        /** A table was written anew, and no hazard said so. */
        REWRITE_NOT_ANNOUNCED,
        /** A statement held a stronger lock than it names, one that lets others wait. */
        LOCK_UNDERSTATED,
        /** pg_dump sees a difference. */
        DUMP_DIFFERS
    }

    @Override
    public String toString() {
        return stage.words() + ": " + message
                + statement.map(planned -> "\n  at " + planned.sql()).orElse("");
    }
}
