package io.pgorm.ddl.plan;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * One statement of a plan.
 *
 * @param sql without a final semicolon
 * @param object what it is about, for people
 * @param lock the strongest lock on something that was there before
 * @param hazards what may hurt
 * @param execution how it goes with its neighbours
 */
public record PlannedStatement(String sql, String object, Lock lock, Set<Hazard> hazards, Execution execution) {

    public PlannedStatement {
        hazards = hazards.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(hazards));
    }

    /** The same statement, in another place among its neighbours. */
    public PlannedStatement in(Execution newExecution) {
        return new PlannedStatement(sql, object, lock, hazards, newExecution);
    }

    /** How a statement goes with those before and after it. */
    public enum Execution {
        /** In a transaction, with its neighbours. */
        TRANSACTIONAL,
        /** In a transaction that begins with it: what was before must be committed. */
        NEW_TRANSACTION,
        /** Outside of any transaction. */
        ALONE
    }
}
