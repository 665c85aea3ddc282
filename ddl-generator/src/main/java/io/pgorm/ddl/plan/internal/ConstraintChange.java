package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.ConstraintSql;
import io.pgorm.ddl.internal.SqlBuilder;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.PlannedStatement.Execution;
import io.pgorm.ddl.plan.internal.Transition.InPlace;
import io.pgorm.ddl.plan.internal.Transition.Replace;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Constraint.Deferral;
import io.pgorm.ir.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a constraint of a table changes: PostgreSQL validates it in place, and defers foreign keys. Stateless. */
final class ConstraintChange {

    private ConstraintChange() {}

    static Transition between(QualifiedName table, Constraint before, Constraint after, Frame frame) {
        return switch (before) {
            case Constraint.Check old when after instanceof Constraint.Check now -> check(table, old, now, frame);
            case Constraint.ForeignKey old
            when after instanceof Constraint.ForeignKey now -> foreignKey(table, old, now, frame);
            case Constraint.Other old ->
                NotNull.of(table, old)
                        .flatMap(notNull -> NotNull.of(table, after).flatMap(now -> notNull.to(now, frame)))
                        .<Transition>map(InPlace::new)
                        .orElseGet(Replace::new);
            case Constraint other -> new Replace();
        };
    }

    private static Transition check(QualifiedName table, Constraint.Check before, Constraint.Check after, Frame frame) {
        boolean validated = !before.validated()
                && new Constraint.Check(before.name(), before.expression(), before.inherited(), true, before.span())
                        .equals(after);
        return validated ? new InPlace(List.of(validate(table, after.name(), frame))) : new Replace();
    }

    private static Transition foreignKey(
            QualifiedName table, Constraint.ForeignKey before, Constraint.ForeignKey after, Frame frame) {
        boolean unvalidated = before.validated() && !after.validated();
        if (unvalidated || !deferred(before, after.deferral()).equals(after.asValidated())) {
            return new Replace();
        }
        List<Step> steps = new ArrayList<>();
        if (before.deferral() != after.deferral()) {
            steps.add(Removal.alter(
                    table, "ALTER CONSTRAINT " + Removal.quoted(after.name()) + " " + words(after.deferral())));
        }
        if (!before.validated() && after.validated()) {
            steps.add(validate(table, after.name(), frame));
        }
        return new InPlace(steps);
    }

    private static Constraint.ForeignKey deferred(Constraint.ForeignKey key, Deferral deferral) {
        return new Constraint.ForeignKey(
                key.name(),
                key.columns(),
                key.target(),
                key.targetColumns(),
                key.onDelete(),
                key.onUpdate(),
                deferral,
                key.matchFull(),
                true,
                key.span());
    }

    private static String words(Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> "NOT DEFERRABLE";
            case DEFERRABLE -> "DEFERRABLE INITIALLY IMMEDIATE";
            case INITIALLY_DEFERRED -> "DEFERRABLE INITIALLY DEFERRED";
        };
    }

    /** It reads all rows, and lets them be read and written meanwhile, if it does not share a transaction. */
    static Step validate(QualifiedName table, String name, Frame frame) {
        return Step.of(
                        "ALTER TABLE " + table.sql() + " VALIDATE CONSTRAINT " + Removal.quoted(name),
                        Lock.SHARE_UPDATE_EXCLUSIVE,
                        Hazard.MAY_FAIL_ON_DATA)
                .in(frame.options().online() ? Execution.NEW_TRANSACTION : Execution.TRANSACTIONAL);
    }

    /** Adds a constraint to a table that is there. */
    static List<Step> add(QualifiedName table, Constraint constraint, Frame frame, boolean columnComes) {
        Optional<NotNull> notNull = NotNull.of(table, constraint);
        return notNull.isPresent() ? notNull.get().add(frame, columnComes) : List.of(add(table, constraint));
    }

    static Step add(QualifiedName table, Constraint constraint) {
        Step step = Step.of(ConstraintSql.add(table, constraint)).locking(Lock.ACCESS_EXCLUSIVE);
        return switch (constraint) {
            case Constraint.ForeignKey key -> {
                Step locking = step.locking(Lock.SHARE_ROW_EXCLUSIVE);
                yield key.validated()
                        ? locking.with(Hazard.MAY_FAIL_ON_DATA, Hazard.ACQUIRES_SHARE_ROW_EXCLUSIVE_LOCK)
                        : locking;
            }
            case Constraint.Check check -> check.validated() ? scanning(step) : step;
            case Constraint.Other other -> isLight(other) ? step : scanning(step);
            case Constraint other -> scanning(step).with(Hazard.INDEX_BUILD);
        };
    }

    private static Step scanning(Step step) {
        return step.with(Hazard.MAY_FAIL_ON_DATA, Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK);
    }

    private static boolean isLight(Constraint.Other other) {
        String definition = new SqlBuilder()
                .expression(other.definition())
                .statement(other.span())
                .sql();
        return definition.endsWith(" NOT VALID") || definition.endsWith(" NOT ENFORCED");
    }
}
