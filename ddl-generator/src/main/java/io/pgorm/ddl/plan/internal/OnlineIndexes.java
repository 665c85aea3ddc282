package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.IndexSql;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.PlannedStatement.Execution;
import io.pgorm.ddl.plan.internal.Action.Phase;
import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.Index;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.ReplicaIdentity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Indexes that are built and dropped while writes go on; the new one before the old one goes. Stateless. */
final class OnlineIndexes {

    private OnlineIndexes() {}

    static void rewrite(OnlineDraft draft) {
        for (Action action : List.copyOf(draft.creations.values())) {
            if (!action.steps().isEmpty()
                    && draft.frame.to().get(action.about()).orElse(null)
                            instanceof Fact.OfIndex(ObjectName relation, Index index)
                    && draft.stays(FactId.self(relation))) {
                if (draft.isPartitioned(relation.name())) {
                    OnlinePartitionedIndexes.create(action, relation.name(), index, draft);
                } else if (canExchange(action.about(), relation, draft)) {
                    exchange(action, relation.name(), index, draft);
                } else {
                    draft.creations.put(
                            action.about(),
                            action.withSteps(withFirst(action.steps(), build(relation.name(), index)))
                                    .needing(filled(action.about(), draft))
                                    .withPhase(Phase.BUILD));
                }
            }
        }
        for (Action action : List.copyOf(draft.removals.values())) {
            if (action.steps().size() == 1
                    && draft.frame.from().get(action.about()).orElse(null)
                            instanceof Fact.OfIndex(ObjectName relation, Index index)
                    && action.phase() == Phase.SHORT
                    && draft.stays(FactId.self(relation))
                    && !draft.isPartitioned(relation.name())) {
                draft.removals.put(
                        action.about(),
                        action.withSteps(List.of(drop(relation.name().schema(), index.name())))
                                .withPhase(Phase.CLEAN));
            }
        }
    }

    static Step build(QualifiedName relation, Index index) {
        Step step = Step.of(IndexSql.createConcurrently(relation, index))
                .locking(Lock.SHARE_UPDATE_EXCLUSIVE)
                .with(Hazard.INDEX_BUILD)
                .in(Execution.ALONE);
        return index.unique() ? step.with(Hazard.MAY_FAIL_ON_DATA) : step;
    }

    static Step drop(String schema, String index) {
        return Step.of(
                        "DROP INDEX CONCURRENTLY " + new QualifiedName(schema, index).sql(),
                        Lock.SHARE_UPDATE_EXCLUSIVE,
                        Hazard.INDEX_DROPPED)
                .in(Execution.ALONE);
    }

    static Step rename(String schema, String index, String name) {
        return Step.of(
                "ALTER INDEX " + new QualifiedName(schema, index).sql() + " RENAME TO " + Removal.quoted(name),
                Lock.SHARE_UPDATE_EXCLUSIVE);
    }

    static Set<FactId> filled(FactId index, OnlineDraft draft) {
        Set<FactId> filled = new LinkedHashSet<>();
        draft.frame.afterwards().needs(index).forEach(needed -> filled.add(needed.interim(OnlineColumns.FILLED)));
        return filled;
    }

    private static List<Step> withFirst(List<Step> steps, Step first) {
        List<Step> all = new ArrayList<>(steps);
        all.set(0, first);
        return all;
    }

    /** Whether the old index may stay until the new one is there: nothing that it needs goes. */
    private static boolean canExchange(FactId id, ObjectName relation, OnlineDraft draft) {
        return draft.removals.containsKey(id)
                && draft.removals.get(id).steps().size() == 1
                && relation.equals(((Fact.OfIndex) draft.frame.from().the(id)).relation())
                && mayStay(id, draft);
    }

    /** Whether the index of the state before can live through the changes of all that it needs. */
    static boolean mayStay(FactId id, OnlineDraft draft) {
        return draft.frame.before().needs(id).stream()
                .noneMatch(needed -> draft.destroyed.contains(needed)
                        || draft.transitions.get(needed) instanceof Transition.InPlace change
                                && change.disturbs()
                                && !fitsBoth(id, needed, draft));
    }

    /** Whether the old index has a meaning for the new type of the column: most methods are not there for all types. */
    private static boolean fitsBoth(FactId id, FactId column, OnlineDraft draft) {
        Index old = ((Fact.OfIndex) draft.frame.from().the(id)).index();
        Index now = ((Fact.OfIndex) draft.frame.to().the(id)).index();
        return !computes(old)
                && old.method().equals("btree")
                && now.method().equals("btree")
                && old.keys().stream()
                        .allMatch(key ->
                                key.operatorClass().isEmpty() && key.collation().isEmpty())
                && draft.frame.afterwards().needs(id).contains(column);
    }

    /** Whether it has expressions, which may have no meaning for another type. */
    private static boolean computes(Index index) {
        return index.where().isPresent()
                || index.keys().stream().anyMatch(key -> key.target() instanceof Index.ExpressionTarget);
    }

    private static void exchange(Action action, QualifiedName relation, Index index, OnlineDraft draft) {
        Action removal = Objects.requireNonNull(draft.removals.remove(action.about()));
        draft.creations.remove(action.about());
        String aside = draft.freeName(index.name(), "old");
        List<Step> steps = new ArrayList<>();
        steps.add(rename(relation.schema(), index.name(), aside));
        steps.addAll(withFirst(action.steps(), build(relation, index)));
        Set<FactId> produces = new LinkedHashSet<>(action.produces());
        Set<FactId> destroys = new LinkedHashSet<>();
        if (draft.frame.before().needs(action.about()).stream().noneMatch(draft.transitions::containsKey)) {
            // else it would have to go before its columns change, which PostgreSQL does not ask for
            destroys.addAll(removal.destroys());
        }
        replicaIdentity(relation, index, draft, steps, produces, destroys);
        steps.add(drop(relation.schema(), aside));
        draft.add(new Action(
                action.about(), steps, produces, Set.of(), destroys, filled(action.about(), draft), Phase.BUILD));
    }

    /** Replication goes over from the old index to the new one before the old one goes. */
    private static void replicaIdentity(
            QualifiedName table,
            Index index,
            OnlineDraft draft,
            List<Step> steps,
            Set<FactId> produces,
            Set<FactId> destroys) {
        FactId id = FactId.self(Kind.TABLE, table).with(Aspect.REPLICA_IDENTITY);
        if (draft.removals.containsKey(id)
                && draft.creations.containsKey(id)
                && draft.frame.to().the(id)
                        instanceof Fact.OfReplicaIdentity(QualifiedName of, ReplicaIdentity.ByIndex(String name))
                && name.equals(index.name())) {
            destroys.addAll(Objects.requireNonNull(draft.removals.remove(id)).destroys());
            Action again = Objects.requireNonNull(draft.creations.remove(id));
            produces.addAll(again.produces());
            steps.addAll(again.steps());
        }
    }
}
