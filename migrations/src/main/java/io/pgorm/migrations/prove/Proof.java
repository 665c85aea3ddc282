package io.pgorm.migrations.prove;

import io.pgorm.migrations.rows.SeededRows;
import java.util.List;
import java.util.stream.Collectors;

/** What came of trying a plan. */
public sealed interface Proof {

    /** What else is to be known of it: what was not tried, and why. */
    List<String> notes();

    /** The rows that were there when the plan was run. */
    SeededRows rows();

    /**
     * The plan does what it is for.
     *
     * @param reversible whether the way back was proven too; else a note says why there is none
     * @param dumped whether pg_dump saw it too; else a note says why not
     */
    record Proven(SeededRows rows, boolean reversible, boolean dumped, List<String> notes) implements Proof {
        public Proven {
            notes = List.copyOf(notes);
        }
    }

    /**
     * It does not.
     *
     * @param violations at least one
     */
    record Failed(SeededRows rows, List<Violation> violations, List<String> notes) implements Proof {
        public Failed {
            violations = List.copyOf(violations);
            notes = List.copyOf(notes);
        }
    }

    default boolean holds() {
        return this instanceof Proven;
    }

    /** For people: a line, and more where it failed. */
    default String summary() {
        return switch (this) {
            case Proven proven ->
                "proven " + (proven.reversible() ? "up and down" : "up") + ", with rows in " + rows().filled()
                        + " of " + rows().tables().size() + " tables"
                        + (proven.dumped() ? ", and seen by pg_dump" : "");
            case Failed failed ->
                "not proven:\n"
                        + failed.violations().stream().map(Violation::toString).collect(Collectors.joining("\n"));
        };
    }
}
