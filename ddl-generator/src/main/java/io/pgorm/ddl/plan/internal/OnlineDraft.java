package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.sql.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The actions of a plan while they are exchanged. Mutable; for one plan. */
final class OnlineDraft {

    final Frame frame;
    final Set<FactId> destroyed;
    final Map<FactId, Transition> transitions;
    final SortedMap<FactId, Action> removals = new TreeMap<>();
    final SortedMap<FactId, Action> changes = new TreeMap<>();
    final SortedMap<FactId, Action> creations = new TreeMap<>();
    private final List<Action> more = new ArrayList<>();
    private final Set<FactId> interim = new LinkedHashSet<>();
    private final Set<String> taken = new LinkedHashSet<>();

    OnlineDraft(List<Action> plain, Frame frame, Set<FactId> destroyed, Map<FactId, Transition> transitions) {
        this.frame = frame;
        this.destroyed = destroyed;
        this.transitions = transitions;
        plain.forEach(action -> {
            SortedMap<FactId, Action> place = place(action);
            if (place.put(action.about(), action) != null) {
                throw new IllegalStateException("two actions about " + action.about());
            }
        });
        occupied(frame.from());
        occupied(frame.to());
    }

    /** A change may make or end something beside what it is about. */
    private SortedMap<FactId, Action> place(Action action) {
        if (action.changes().contains(action.about())) {
            return changes;
        }
        return !action.destroys().isEmpty() ? removals : action.produces().isEmpty() ? changes : creations;
    }

    List<Action> actions() {
        List<Action> all = new ArrayList<>(removals.values());
        all.addAll(changes.values());
        all.addAll(creations.values());
        all.addAll(more);
        return all;
    }

    void add(Action action) {
        more.add(action);
        action.produces().stream().filter(id -> id.aspect() == Aspect.INTERIM).forEach(interim::add);
    }

    /** Whether some action makes it on the way. */
    boolean hasInterim(FactId id) {
        return interim.contains(id);
    }

    /** Whether the fact is there all the time, maybe changed. */
    boolean stays(FactId id) {
        return frame.from().has(id) && frame.to().has(id) && !destroyed.contains(id);
    }

    /** Whether the table is there all the time, so that somebody may be working with it. */
    boolean isInUse(QualifiedName table) {
        return stays(FactId.self(Kind.TABLE, table));
    }

    boolean isPartitioned(QualifiedName table) {
        return partitionKey(table).isPresent();
    }

    Optional<Hierarchy.PartitionKey> partitionKey(QualifiedName table) {
        return frame.to()
                .get(FactId.self(Kind.TABLE, table))
                .or(() -> frame.from().get(FactId.self(Kind.TABLE, table)))
                .flatMap(fact -> ((Fact.OfTable) fact).table().hierarchy().partitionedBy());
    }

    /** The tables that hold rows of the table: itself and all that are below it, but for those that are partitioned. */
    List<QualifiedName> holdingRows(QualifiedName table) {
        List<QualifiedName> tables = new ArrayList<>();
        if (!isPartitioned(table)) {
            tables.add(table);
        }
        below(table, frame.to()).forEach(child -> tables.addAll(holdingRows(child)));
        return tables;
    }

    /** The partitions and children, in the order of their names. */
    static List<QualifiedName> below(QualifiedName table, Facts state) {
        Set<FactId> below = new TreeSet<>();
        for (Fact fact : state.byId().values()) {
            switch (fact) {
                case Fact.OfPartition(QualifiedName child, var of)
                when of.parent().equals(table) -> below.add(FactId.self(Kind.TABLE, child));
                case Fact.OfInheritance(QualifiedName child, QualifiedName parent)
                when parent.equals(table) -> below.add(FactId.self(Kind.TABLE, child));
                default -> {}
            }
        }
        return below.stream().map(id -> id.object().name()).toList();
    }

    /** A name that nothing has in either state, and nothing else in this plan. */
    String freeName(String stem, String suffix) {
        for (int number = 0; ; number++) {
            String name = Identifiers.shorten(stem, "_" + suffix + (number == 0 ? "" : number));
            if (taken.add(name)) {
                return name;
            }
        }
    }

    /** Whether a relation or index of the state before has the name. */
    boolean isOccupied(String schema, String name) {
        return frame.from().byId().keySet().stream()
                .filter(id -> id.aspect() == Aspect.SELF
                        && id.object().name().schema().equals(schema))
                .anyMatch(id -> switch (id.object().kind()) {
                    case INDEX, CONSTRAINT ->
                        id.object().part().filter(name::equals).isPresent();
                    case TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, TYPE, FOREIGN_TABLE ->
                        id.object().name().name().equals(name);
                    default -> false;
                });
    }

    private void occupied(Facts state) {
        state.byId().keySet().forEach(id -> {
            taken.add(id.object().name().name());
            id.object().part().ifPresent(taken::add);
        });
    }
}
