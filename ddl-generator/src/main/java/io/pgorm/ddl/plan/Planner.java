package io.pgorm.ddl.plan;

import io.pgorm.ddl.plan.internal.PlanBuilder;
import io.pgorm.ir.Dependencies;
import io.pgorm.ir.Schema;
import java.util.Optional;

/**
 * Plans the way from one state of a database to another. Both must have been read from catalogs by the same reader, from
 * servers of the same major version: PostgreSQL's own text of an expression is compared, and no other.
 *
 * <p>The way back is the plan with the states exchanged. Stateless.
 */
public final class Planner {

    private Planner() {}

    /**
     * One state.
     *
     * @param schema all its objects, each partition as a table of its own
     * @param dependencies what PostgreSQL says they need of each other
     * @param owner the role that owns whatever has no owner of its own, where that is known
     */
    public record State(Schema schema, Dependencies dependencies, Optional<String> owner) {

        /** A state of which it is not known whose the objects are. */
        public State(Schema schema, Dependencies dependencies) {
            this(schema, dependencies, Optional.empty());
        }
    }

    /**
     * The statements that make one state into the other; none if they are equal.
     *
     * @throws UnsupportedChangeException if there is no statement for a change that keeps what must be kept
     */
    public static Plan plan(State from, State to, PlanOptions options) {
        return PlanBuilder.build(from, to, options);
    }
}
