package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.Constraint;
import java.util.Optional;

/** Constraints as the tables below have them. Stateless. */
final class Inherited {

    private Inherited() {}

    /** The constraint under the name that it has in a table below; none where it is not handed down. */
    static Optional<Constraint> as(Constraint constraint, String name) {
        return switch (constraint) {
            case Constraint.PrimaryKey key ->
                Optional.of(new Constraint.PrimaryKey(name, key.columns(), key.include(), key.deferral(), key.span()));
            case Constraint.Unique key ->
                Optional.of(new Constraint.Unique(
                        name, key.columns(), key.nullsNotDistinct(), key.include(), key.deferral(), key.span()));
            case Constraint.ForeignKey key ->
                Optional.of(new Constraint.ForeignKey(
                        name,
                        key.columns(),
                        key.target(),
                        key.targetColumns(),
                        key.onDelete(),
                        key.onUpdate(),
                        key.deferral(),
                        key.matchFull(),
                        key.validated(),
                        key.span()));
            case Constraint.Check check -> check.inherited() ? Optional.of(check) : Optional.empty();
            case Constraint.Exclusion exclusion ->
                Optional.of(new Constraint.Exclusion(
                        name,
                        exclusion.method(),
                        exclusion.elements(),
                        exclusion.include(),
                        exclusion.where(),
                        exclusion.deferral(),
                        exclusion.span()));
            case Constraint.Other other -> Optional.of(other);
        };
    }
}
