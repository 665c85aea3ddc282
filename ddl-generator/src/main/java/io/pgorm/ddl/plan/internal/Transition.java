package io.pgorm.ddl.plan.internal;

import java.util.List;

/** How a fact gets from one form to another. */
sealed interface Transition {

    /**
     * By statements that leave it where it is.
     *
     * @param disturbs whether what uses it has to go before and come back after
     */
    record InPlace(List<Step> steps, boolean disturbs) implements Transition {
        public InPlace {
            steps = List.copyOf(steps);
        }

        InPlace(List<Step> steps) {
            this(steps, false);
        }
    }

    /** By being dropped and made anew. */
    record Replace() implements Transition {}

    /** Not at all without losing what is in it. The reason says what to do instead. */
    record Impossible(String reason) implements Transition {}
}
