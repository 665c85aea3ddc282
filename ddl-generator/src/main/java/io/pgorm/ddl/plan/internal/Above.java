package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happens to a table because it happens to the one above it: PostgreSQL does that by itself. */
final class Above {

    private final Facts from;
    private final Facts to;
    private final Set<FactId> destroyed;
    private final Set<FactId> changed;

    Above(Facts from, Facts to, Set<FactId> destroyed, Set<FactId> changed) {
        this.from = from;
        this.to = to;
        this.destroyed = destroyed;
        this.changed = changed;
    }

    boolean comesWithParent(FactId id) {
        return counterparts(id, to).stream()
                .filter(other -> id.aspect() != Aspect.DEFAULT || saysTheSame(id, other))
                .anyMatch(other -> !from.has(other) || destroyed.contains(other));
    }

    /** A default is its table's own where it is another. */
    private boolean saysTheSame(FactId id, FactId other) {
        return to.the(id) instanceof Fact.OfDefault own
                && to.the(other) instanceof Fact.OfDefault above
                && own.expression().equals(above.expression());
    }

    boolean goesWithParent(FactId id) {
        return counterparts(id, from).stream().anyMatch(destroyed::contains);
    }

    boolean changesWithParent(FactId id) {
        return counterparts(id, to).stream().anyMatch(other -> changed.contains(other) || destroyed.contains(other));
    }

    /** The same part of the tables above, where the table was below them before and still is. */
    private List<FactId> counterparts(FactId id, Facts state) {
        boolean part = id.object().part().isPresent() && (id.aspect() == Aspect.SELF || id.aspect() == Aspect.DEFAULT);
        if (!part) {
            return List.of();
        }
        QualifiedName table = id.object().name();
        return from.parents(table).stream()
                .filter(to.parents(table)::contains)
                .flatMap(parent -> counterpart(id, parent, state).stream())
                .toList();
    }

    private Optional<FactId> counterpart(FactId id, QualifiedName parent, Facts state) {
        return switch (id.object().kind()) {
            case COLUMN ->
                Optional.of(new FactId(
                                id.aspect(),
                                ObjectName.part(
                                        Kind.COLUMN, parent, id.object().part().orElseThrow()),
                                ""))
                        .filter(state::has);
            case CONSTRAINT -> constraint(id, parent, state);
            case INDEX -> index(id, parent, state);
            default -> Optional.empty();
        };
    }

    /** A check has its parent's name; a key of a partition has a name of its own over the same columns. */
    private static Optional<FactId> constraint(FactId id, QualifiedName parent, Facts state) {
        return state.get(id).flatMap(fact -> {
            Constraint own = ((Fact.OfConstraint) fact).constraint();
            return state.byId().values().stream()
                    .filter(other -> other instanceof Fact.OfConstraint(QualifiedName table, Constraint constraint)
                            && table.equals(parent)
                            && renamed(constraint, own.name()).equals(own))
                    .map(Fact::id)
                    .findFirst();
        });
    }

    private static Constraint renamed(Constraint constraint, String name) {
        return switch (constraint) {
            case Constraint.PrimaryKey key ->
                new Constraint.PrimaryKey(name, key.columns(), key.include(), key.deferral(), key.span());
            case Constraint.Unique key ->
                new Constraint.Unique(
                        name, key.columns(), key.nullsNotDistinct(), key.include(), key.deferral(), key.span());
            case Constraint.ForeignKey key ->
                new Constraint.ForeignKey(
                        name,
                        key.columns(),
                        key.target(),
                        key.targetColumns(),
                        key.onDelete(),
                        key.onUpdate(),
                        key.deferral(),
                        key.matchFull(),
                        key.validated(),
                        key.span());
            case Constraint.Check check -> check;
            case Constraint.Exclusion exclusion -> exclusion;
            case Constraint.Other other -> other;
        };
    }

    private static Optional<FactId> index(FactId id, QualifiedName parent, Facts state) {
        return state.get(id).flatMap(fact -> {
            var own = ((Fact.OfIndex) fact).index();
            return state.byId().values().stream()
                    .filter(other -> other instanceof Fact.OfIndex(ObjectName relation, var index)
                            && relation.name().equals(parent)
                            && index.keys().equals(own.keys())
                            && index.method().equals(own.method())
                            && index.where().equals(own.where())
                            && index.unique() == own.unique())
                    .map(Fact::id)
                    .findFirst();
        });
    }
}
