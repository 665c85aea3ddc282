package io.pgorm.migrations.apply;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Something that happened while migrations are applied or rolled back. */
public sealed interface MigrationEvent {

    /** One line for people. */
    String describe();

    /** Another process applies migrations; this one waits for it. */
    record WaitingForOther(List<OtherSession> holders) implements MigrationEvent {
        public WaitingForOther {
            holders = List.copyOf(holders);
        }

        @Override
        public String describe() {
            return "waiting, since migrations are being applied by " + join(holders);
        }
    }

    /**
     * A file begins, or goes on where it was interrupted.
     *
     * @param steps how many it has; 1 where it is one transaction
     * @param done how many of them are done already
     */
    record FileStarted(String script, int steps, int done) implements MigrationEvent {
        @Override
        public String describe() {
            return done == 0 ? script : script + " goes on after step " + done + " of " + steps;
        }
    }

    /** A statement is about to run. */
    record StatementStarted(Position position) implements MigrationEvent {
        @Override
        public String describe() {
            return position + ": begins";
        }
    }

    /** A statement has run; in a transaction it is not committed yet. */
    record StatementFinished(Position position, Duration duration) implements MigrationEvent {
        @Override
        public String describe() {
            return position + ": took " + Durations.print(duration);
        }
    }

    /** What is left of an interrupted run was looked at, and what was found. */
    record Settled(Position position, String found) implements MigrationEvent {
        @Override
        public String describe() {
            return position + ": " + found;
        }
    }

    /** A statement waits for a lock. */
    record Blocked(Position position, List<OtherSession> holders) implements MigrationEvent {
        public Blocked {
            holders = List.copyOf(holders);
        }

        @Override
        public String describe() {
            return position + ": waits for a lock that is held by " + join(holders);
        }
    }

    /** A step did not get its lock and is tried again after a while. */
    record Retrying(Position position, int attempt, Duration delay, List<OtherSession> holders)
            implements MigrationEvent {
        public Retrying {
            holders = List.copyOf(holders);
        }

        @Override
        public String describe() {
            return position + ": no lock in time" + (holders.isEmpty() ? "" : ", held by " + join(holders))
                    + "; tried again in " + Durations.print(delay) + " (attempt " + attempt + ")";
        }
    }

    /**
     * How far a long statement is.
     *
     * @param phase what the server does, in its own words
     * @param done of {@code total}
     * @param total 0 where it is not known
     * @param unit of both
     */
    record Progress(Position position, String phase, long done, long total, String unit) implements MigrationEvent {
        @Override
        public String describe() {
            String amount = total > 0
                    ? ", " + done + " of " + total + " " + unit + " (" + Math.min(100, done * 100 / total) + " %)"
                    : done > 0 ? ", " + done + " " + unit : "";
            return position + ": " + phase + amount;
        }
    }

    /** A file is done, and stands in the history, or no more in it where it was rolled back. */
    record FileFinished(String script, Duration duration) implements MigrationEvent {
        @Override
        public String describe() {
            return script + ": done in " + Durations.print(duration);
        }
    }

    /** Something that people should know. */
    record Note(String text) implements MigrationEvent {
        @Override
        public String describe() {
            return text;
        }
    }

    /**
     * Where a statement stands.
     *
     * @param script the file
     * @param line its first line in it
     * @param step the step that it belongs to, from 1
     * @param steps how many there are
     * @param sql the statement
     */
    record Position(String script, int line, int step, int steps, String sql) {

        /** {@code V2__add.sql:12 (step 3 of 7)}. */
        @Override
        public String toString() {
            return script + ":" + line + (steps > 1 ? " (step " + step + " of " + steps + ")" : "");
        }
    }

    private static String join(List<OtherSession> holders) {
        return holders.isEmpty()
                ? "a session that is not visible"
                : holders.stream().map(OtherSession::toString).collect(Collectors.joining(", "));
    }
}
