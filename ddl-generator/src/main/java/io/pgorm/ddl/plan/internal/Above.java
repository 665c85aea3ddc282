package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.ColumnSql;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.Column;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happens to a table because it happens to the one above it: PostgreSQL does that by itself, so that the statement
 * for the table below is left out. Where not all tables below follow, the one above changes alone, and each of them by
 * itself.
 */
final class Above {

    private final Frame frame;
    private final Facts from;
    private final Facts to;
    private final Set<FactId> destroyed;
    private final Map<FactId, Transition> transitions;
    private final Descent descent;
    private final Map<FactId, FactId> carriers = new LinkedHashMap<>();

    Above(Frame frame, Set<FactId> destroyed, Map<FactId, Transition> transitions) {
        this.frame = frame;
        this.from = frame.from();
        this.to = frame.to();
        this.destroyed = destroyed;
        this.transitions = transitions;
        this.descent = Descent.kept(frame, destroyed);
    }

    List<Action> adjust(List<Action> actions) {
        if (descent.isEmpty()) {
            return actions;
        }
        List<Action> adjusted = new ArrayList<>();
        for (Action action : actions) {
            Action other = adjust(action);
            adjusted.add(other);
            if (!action.steps().isEmpty() && other.steps().isEmpty() && isRemoval(action)) {
                goesWith(action.about()).ifPresent(above -> carriers.put(action.about(), above));
            }
        }
        return carriers.isEmpty() ? adjusted : carried(adjusted);
    }

    private static boolean isRemoval(Action action) {
        return action.destroys().contains(action.about()) && action.changes().isEmpty();
    }

    /** What goes with a part of the table above is destroyed by the statement there: who needs it has to be gone by then. */
    private List<Action> carried(List<Action> actions) {
        Map<FactId, Set<FactId>> destroyedToo = new LinkedHashMap<>();
        Map<FactId, Set<FactId>> doneToo = new LinkedHashMap<>();
        List<Action> carried = new ArrayList<>();
        for (Action action : actions) {
            Optional<FactId> carrier = isRemoval(action) ? carrier(action.about()) : Optional.empty();
            if (carrier.isEmpty()) {
                carried.add(action);
                continue;
            }
            destroyedToo
                    .computeIfAbsent(carrier.get(), key -> new LinkedHashSet<>())
                    .addAll(action.destroys());
            doneToo.computeIfAbsent(carrier.get(), key -> new LinkedHashSet<>()).addAll(action.produces());
        }
        carried.replaceAll(action -> !isRemoval(action) || !destroyedToo.containsKey(action.about())
                ? action
                : action.destroying(destroyedToo.get(action.about()))
                        .producing(doneToo.getOrDefault(action.about(), Set.of())));
        return carried;
    }

    private Optional<FactId> carrier(FactId id) {
        Optional<FactId> next = Optional.ofNullable(carriers.get(id));
        return next.flatMap(above -> carrier(above).or(() -> next));
    }

    private Optional<FactId> goesWith(FactId id) {
        return counterparts(id, id.object().name(), from).stream()
                .filter(other -> destroyed.contains(other) && !isKeptBelow(other))
                .findFirst();
    }

    private Action adjust(Action action) {
        FactId id = action.about();
        if (!isPart(id) || action.steps().isEmpty() && !action.destroys().contains(id)) {
            return action;
        }
        Action below = descent.isBelow(id.object().name()) ? below(action) : action;
        return descent.isAbove(id.object().name()) ? alone(below).producing(Set.of(done(id))) : below;
    }

    static boolean isPart(FactId id) {
        boolean side = id.aspect() == Aspect.SELF || id.aspect() == Aspect.DEFAULT;
        return side
                && id.object().part().isPresent()
                && (id.object().kind() == Kind.COLUMN
                        || id.object().kind() == Kind.CONSTRAINT
                        || id.object().kind() == Kind.INDEX);
    }

    /** For others to wait until all is done that happens to a fact. */
    static FactId done(FactId id) {
        return id.interim("done " + id.aspect());
    }

    // ---- the table above

    private Action alone(Action action) {
        FactId id = action.about();
        boolean only = id.aspect() == Aspect.DEFAULT && !isFollowed(id)
                || action.destroys().contains(id) && isKeptBelow(id);
        if (only) {
            return action.withSteps(action.steps().stream().map(Above::only).toList());
        }
        return action.withSteps(action.steps().stream()
                .map(step -> step.sql().endsWith(" DROP NOT NULL") && isNotNullBelow(id) ? only(step) : step)
                .toList());
    }

    /** From PostgreSQL 18 on it reaches the tables below, and one of them may need it: for a key of its own, say. */
    private boolean isNotNullBelow(FactId column) {
        return descent.below(column.object().name()).stream()
                .map(child -> on(child, column))
                .anyMatch(below ->
                        !to.has(FactId.self(Kind.TABLE, below.object().name()).with(Aspect.ATTACHED))
                                && (to.get(below).orElse(null) instanceof Fact.OfColumn(var table, Column own)
                                                && !own.nullable()
                                        || isNotNullBelow(below)));
    }

    private static Step only(Step step) {
        return new Step(
                step.sql().replaceFirst("^ALTER TABLE ", "ALTER TABLE ONLY "),
                step.lock(),
                step.hazards(),
                step.execution());
    }

    /** Whether all tables below have the same default afterwards. */
    private boolean isFollowed(FactId value) {
        return descent.below(value.object().name()).stream()
                .map(child -> on(child, value))
                .allMatch(below -> expression(below).equals(expression(value)) && isFollowed(below));
    }

    private Optional<String> expression(FactId value) {
        return to.get(value).map(fact -> ((Fact.OfDefault) fact).expression().render());
    }

    /** Whether a table below has a column of its own in the place of the one that goes. */
    private boolean isKeptBelow(FactId column) {
        return from.get(column).orElse(null) instanceof Fact.OfColumn
                && !comes(column)
                && descent.below(column.object().name()).stream()
                        .map(child -> on(child, column))
                        .anyMatch(below -> from.has(below) && !destroyed.contains(below));
    }

    // ---- the table below

    private Action below(Action action) {
        FactId id = action.about();
        List<FactId> above =
                counterparts(id, id.object().name(), action.produces().contains(id) ? to : from);
        if (above.isEmpty() && id.aspect() != Aspect.DEFAULT) {
            return action;
        }
        Set<FactId> waits = above.stream().map(Above::done).collect(Collectors.toCollection(LinkedHashSet::new));
        above.forEach(other -> waits.addAll(notNulls(other)));
        List<Step> steps = steps(action, above);
        // a default of the table above that is not handed down has nothing to do with the one below
        return steps.isEmpty() || id.aspect() == Aspect.DEFAULT
                ? action.withSteps(steps)
                : action.withSteps(steps).needing(waits);
    }

    /** What the table above says of its column by constraints: a NOT NULL that comes from there cannot go before. */
    private Set<FactId> notNulls(FactId column) {
        if (column.object().kind() != Kind.COLUMN) {
            return Set.of();
        }
        QualifiedName table = column.object().name();
        return Stream.of(frame.before(), frame.afterwards())
                .flatMap(state ->
                        state.lookup().notNull(table, column.object().part().orElseThrow()).stream())
                .map(notNull -> done(FactId.part(
                        Kind.CONSTRAINT, notNull.table(), notNull.constraint().name())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Step> steps(Action action, List<FactId> above) {
        FactId id = action.about();
        if (id.aspect() == Aspect.DEFAULT) {
            return descent.above(id.object().name()).stream()
                            .map(parent -> on(parent, id))
                            .anyMatch(value -> isTouched(value) && isFollowed(value))
                    ? List.of()
                    : action.steps();
        }
        boolean column = id.object().kind() == Kind.COLUMN;
        if (!column && isPlain(id.object().name())) {
            // all keys and indexes come and go with those above, and the number behind a name counts for nothing
            return List.of();
        }
        if (action.produces().contains(id)) {
            Optional<FactId> maker = above.stream().filter(this::comes).findFirst();
            if (maker.isEmpty()) {
                return action.steps();
            }
            return column ? overrides(id, maker.get()) : List.of();
        }
        if (action.destroys().contains(id) && !action.changes().contains(id)) {
            boolean goes = above.stream().anyMatch(other -> destroyed.contains(other) && !isKeptBelow(other));
            return goes && (!column || isInherited(id)) ? List.of() : action.steps();
        }
        return column ? ownSteps(action.steps(), above) : changesAbove(above) ? List.of() : action.steps();
    }

    private boolean isPlain(QualifiedName table) {
        return from.plainPartitions().contains(table) && to.plainPartitions().contains(table);
    }

    private boolean changesAbove(List<FactId> above) {
        return above.stream().anyMatch(transitions::containsKey);
    }

    private boolean isTouched(FactId id) {
        return destroyed.contains(id) || transitions.containsKey(id) || to.has(id) && !from.has(id);
    }

    private boolean comes(FactId id) {
        return to.has(id) && (!from.has(id) || destroyed.contains(id));
    }

    private boolean isInherited(FactId column) {
        return ((Fact.OfColumn) from.the(column)).column().inherited()
                || from.has(FactId.self(Kind.TABLE, column.object().name()).with(Aspect.ATTACHED));
    }

    /** The steps that the table above does not do for it. */
    private List<Step> ownSteps(List<Step> steps, List<FactId> above) {
        Set<String> done = new LinkedHashSet<>();
        for (FactId other : above) {
            if (!destroyed.contains(other)
                    && transitions.get(other) instanceof Transition.InPlace(List<Step> theirs, boolean disturbs)) {
                theirs.forEach(step -> done.add(what(step, other)));
            }
        }
        return steps.stream().filter(step -> !done.contains(what(step, null))).toList();
    }

    /** What is done, without the table; nothing where it does not reach the tables below. */
    private static String what(Step step, @org.jspecify.annotations.Nullable FactId of) {
        String sql = step.sql();
        int column = sql.indexOf(" ALTER COLUMN ");
        boolean reaches = sql.startsWith("ALTER TABLE ")
                && column > 0
                && !sql.contains(" SET COMPRESSION ")
                && !sql.endsWith(" DROP NOT NULL");
        return reaches ? sql.substring(column) : of == null ? sql : "";
    }

    /** What a column has of its own that it did not get from the one above. */
    private List<Step> overrides(FactId id, FactId above) {
        Column own = ((Fact.OfColumn) to.the(id)).column();
        Column theirs = ((Fact.OfColumn) to.the(above)).column();
        List<Step> steps = new ArrayList<>();
        QualifiedName table = id.object().name();
        String alter = "ALTER COLUMN " + Removal.quoted(own.name()) + " ";
        FactId value = id.with(Aspect.DEFAULT);
        if (!expression(value).equals(expression(above.with(Aspect.DEFAULT)))) {
            to.get(value)
                    .ifPresentOrElse(
                            fact -> steps.addAll(Transitions.setDefault((Fact.OfDefault) fact)),
                            () -> steps.add(Removal.alter(table, alter + "DROP DEFAULT")));
        }
        if (theirs.nullable() && !own.nullable()) {
            steps.add(Removal.alter(table, alter + "SET NOT NULL")
                    .with(Hazard.MAY_FAIL_ON_DATA)
                    .with(Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK));
        }
        if (!own.storage().equals(theirs.storage())) {
            ColumnSql.storage(table, own).ifPresent(statement -> steps.add(Step.of(statement)));
        }
        return steps;
    }

    private static FactId on(QualifiedName table, FactId part) {
        return new FactId(
                part.aspect(),
                ObjectName.part(
                        part.object().kind(), table, part.object().part().orElseThrow()),
                part.detail());
    }

    /** The same part of the tables above, or of those above a partition that has nothing of its own. */
    private List<FactId> counterparts(FactId id, QualifiedName table, Facts state) {
        List<FactId> found = new ArrayList<>();
        for (QualifiedName parent : descent.above(table)) {
            Optional<FactId> above = counterpart(id, parent, state);
            if (above.isPresent()) {
                found.add(above.get());
            } else if (state.plainPartitions().contains(parent)) {
                found.addAll(counterparts(id, parent, state));
            }
        }
        return found;
    }

    /** The same part of the table above. */
    private Optional<FactId> counterpart(FactId id, QualifiedName parent, Facts state) {
        boolean partition =
                state.has(FactId.self(Kind.TABLE, id.object().name()).with(Aspect.ATTACHED));
        return switch (id.object().kind()) {
            case COLUMN -> Optional.of(on(parent, id)).filter(state::has);
            case CONSTRAINT -> {
                Constraint own = ((Fact.OfConstraint) state.the(id)).constraint();
                if (!partition && !(own instanceof Constraint.Check) && !(own instanceof Constraint.Other)) {
                    // children have no keys from above
                    yield Optional.empty();
                }
                yield recorded(id, parent, state)
                        .or(() -> state.partsOf(parent).stream()
                                .filter(fact -> fact instanceof Fact.OfConstraint(var table, Constraint constraint)
                                        && Inherited.as(constraint, own.name()).equals(Optional.of(own)))
                                .map(Fact::id)
                                .findFirst());
            }
            case INDEX -> {
                var own = ((Fact.OfIndex) state.the(id)).index();
                if (!partition) {
                    yield Optional.empty();
                }
                yield recorded(id, parent, state)
                        .or(() -> state.partsOf(parent).stream()
                                .filter(fact -> fact instanceof Fact.OfIndex(ObjectName relation, var index)
                                        && index.keys().equals(own.keys())
                                        && index.method().equals(own.method())
                                        && index.where().equals(own.where())
                                        && index.unique() == own.unique())
                                .map(Fact::id)
                                .findFirst());
            }
            default -> Optional.empty();
        };
    }

    /** As PostgreSQL says it: there may be two above that look the same. */
    private static Optional<FactId> recorded(FactId id, QualifiedName parent, Facts state) {
        return PartsOfAbove.of(id.object(), parent, state.dependencies())
                .map(FactId::self)
                .filter(state::has);
    }
}
