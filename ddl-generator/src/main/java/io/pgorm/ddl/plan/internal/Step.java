package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.DdlStatement;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.PlannedStatement.Execution;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A statement before it has its place.
 *
 * @param lock what it takes if the relation was there before the plan
 */
record Step(String sql, Lock lock, Set<Hazard> hazards, Execution execution) {

    static Step of(String sql) {
        return new Step(sql, Lock.NONE, EnumSet.noneOf(Hazard.class), Execution.TRANSACTIONAL);
    }

    static Step of(DdlStatement statement) {
        return of(statement.sql());
    }

    static Step of(String sql, Lock lock, Hazard... hazards) {
        return of(sql).locking(lock).with(hazards);
    }

    static List<Step> all(List<DdlStatement> statements) {
        return statements.stream().map(Step::of).toList();
    }

    Step locking(Lock newLock) {
        return new Step(sql, newLock, hazards, execution);
    }

    Step with(Hazard... more) {
        EnumSet<Hazard> all = EnumSet.noneOf(Hazard.class);
        all.addAll(hazards);
        all.addAll(List.of(more));
        return new Step(sql, lock, all, execution);
    }

    Step without(Hazard... fewer) {
        EnumSet<Hazard> all = EnumSet.noneOf(Hazard.class);
        all.addAll(hazards);
        all.removeAll(List.of(fewer));
        return new Step(sql, lock, all, execution);
    }

    Step in(Execution newExecution) {
        return new Step(sql, lock, hazards, newExecution);
    }
}
