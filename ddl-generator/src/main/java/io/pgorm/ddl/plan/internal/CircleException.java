package io.pgorm.ddl.plan.internal;

import java.util.Set;

/** Actions that wait for each other. */
final class CircleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<FactId> stuck;

    CircleException(String message, Set<FactId> stuck) {
        super(message);
        this.stuck = Set.copyOf(stuck);
    }

    /** What the actions are about. */
    Set<FactId> stuck() {
        return stuck;
    }
}
