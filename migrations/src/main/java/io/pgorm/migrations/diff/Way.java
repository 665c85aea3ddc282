package io.pgorm.migrations.diff;

import io.pgorm.ddl.plan.Plan;

/** One direction between two states. */
public sealed interface Way {

    /** By these statements, none where the states are equal. */
    record Planned(Plan plan) implements Way {}

    /** There is none that keeps what must be kept; the reason says why, and what to do. */
    record Impossible(String reason) implements Way {}

    /**
     * The plan.
     *
     * @throws io.pgorm.ddl.plan.UnsupportedChangeException where there is none
     */
    default Plan orThrow() {
        return switch (this) {
            case Planned(Plan plan) -> plan;
            case Impossible(String reason) -> throw new io.pgorm.ddl.plan.UnsupportedChangeException(reason);
        };
    }
}
