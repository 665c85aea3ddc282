package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.IndexSql;
import io.pgorm.ddl.internal.SqlBuilder;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.internal.Action.Phase;
import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.Index;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Literals;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The index of a partitioned table, which PostgreSQL cannot build concurrently: an empty one above, one in each partition
 * built while writes go on, and those attached to it. Mutable; for one index.
 */
final class OnlinePartitionedIndexes {

    private final QualifiedName root;
    private final Index index;
    private final boolean concurrently;
    private final OnlineDraft draft;
    private final PartitionIndexNames names;
    private final List<Step> empty = new ArrayList<>();
    private final List<Step> builds = new ArrayList<>();
    private final List<Step> attachments = new ArrayList<>();
    private final Set<FactId> needs = new LinkedHashSet<>();

    private OnlinePartitionedIndexes(QualifiedName root, Index index, OnlineDraft draft, boolean concurrently) {
        this.concurrently = concurrently;
        this.root = root;
        this.index = index;
        this.draft = draft;
        this.names = new PartitionIndexNames(draft, FactId.part(Kind.INDEX, root, index.name()));
    }

    static void create(Action action, QualifiedName table, Index index, OnlineDraft draft) {
        create(action, table, index, draft, true);
    }

    /** The same in one transaction, where the indexes of partitions have other names than PostgreSQL would give them. */
    static void nameParts(OnlineDraft draft) {
        for (Action action : List.copyOf(draft.creations.values())) {
            if (!action.steps().isEmpty()
                    && draft.frame.to().get(action.about()).orElse(null)
                            instanceof Fact.OfIndex(ObjectName relation, Index index)
                    && draft.isInUse(relation.name())
                    && draft.isPartitioned(relation.name())
                    && !draft.removals.containsKey(action.about())
                    && hasNames(relation.name(), index, draft)) {
                create(action, relation.name(), index, draft, false);
            }
        }
    }

    private static boolean hasNames(QualifiedName table, Index index, OnlineDraft draft) {
        PartitionIndexNames names = new PartitionIndexNames(draft, FactId.part(Kind.INDEX, table, index.name()));
        return OnlineDraft.below(table, draft.frame.to()).stream()
                .anyMatch(child -> names.declared(child, index)
                                .filter(id -> !names.isUsual(child, index, id))
                                .isPresent()
                        || hasNames(child, index, draft));
    }

    private static void create(
            Action action, QualifiedName table, Index index, OnlineDraft draft, boolean concurrently) {
        OnlinePartitionedIndexes tree = new OnlinePartitionedIndexes(table, index, draft, concurrently);
        if (!tree.names.canTell(index)) {
            return;
        }
        if (draft.removals.containsKey(action.about()) && !OnlineIndexes.mayStay(action.about(), draft)) {
            return;
        }
        tree.empty.add(tree.onOnly(table, index));
        tree.below(table, index.name());
        tree.plan(action);
    }

    private void plan(Action action) {
        FactId id = action.about();
        List<Step> steps = new ArrayList<>();
        Set<FactId> destroys = new LinkedHashSet<>();
        List<Step> old = new ArrayList<>();
        if (draft.removals.containsKey(id)) {
            exchange(id, steps, old);
        }
        steps.addAll(empty);
        steps.addAll(builds);
        steps.addAll(attachments);
        steps.addAll(old);
        needs.addAll(OnlineIndexes.filled(id, draft));
        draft.creations.remove(id);
        draft.add(new Action(
                id, steps, action.produces(), Set.of(), destroys, needs, concurrently ? Phase.BUILD : Phase.SHORT));
    }

    /** The old ones get out of the way of the names of the new ones, and go when those are there. */
    private void exchange(FactId id, List<Step> steps, List<Step> old) {
        Index before = ((Fact.OfIndex) draft.frame.from().the(id)).index();
        String aside = draft.freeName(before.name(), "old");
        steps.add(OnlineIndexes.rename(root.schema(), before.name(), aside));
        steps.add(Step.of("DO " + asideBelow(new QualifiedName(root.schema(), aside)), Lock.SHARE_UPDATE_EXCLUSIVE));
        old.add(Step.of(
                "DROP INDEX " + new QualifiedName(root.schema(), aside).sql(),
                Lock.ACCESS_EXCLUSIVE,
                Hazard.INDEX_DROPPED));
        draft.removals.computeIfPresent(id, (same, removal) -> removal.withSteps(List.of()));
    }

    /** The names below are not all known: those that PostgreSQL gave say nothing. */
    private static String asideBelow(QualifiedName above) {
        return new SqlBuilder()
                .dollarQuoted("""

                    DECLARE
                        part oid;
                    BEGIN
                        FOR part IN SELECT relid FROM pg_catalog.pg_partition_tree(%s) WHERE level > 0 LOOP
                            EXECUTE format('ALTER INDEX %%s RENAME TO %%I', part::regclass, 'pgorm_old_' || part);
                        END LOOP;
                    END
                    """.formatted(Literals.quote(above.sql())))
                .statement(SourceSpan.NONE)
                .sql();
    }

    private Step onOnly(QualifiedName table, Index named) {
        return Step.of(IndexSql.createOnOnly(table, named)).locking(Lock.SHARE);
    }

    private void below(QualifiedName table, String above) {
        OnlineDraft.below(table, draft.frame.from()).stream()
                .filter(child -> !OnlineDraft.below(table, draft.frame.to()).contains(child))
                .forEach(child -> needs.add(
                        FactId.self(Kind.TABLE, child).with(Aspect.ATTACHED).interim(OnlinePartitions.DETACHED)));
        for (QualifiedName child : OnlineDraft.below(table, draft.frame.to())) {
            needs.add(FactId.self(Kind.TABLE, child));
            needs.add(FactId.self(Kind.TABLE, child).with(Aspect.ATTACHED));
            Optional<FactId> own = names.declared(child, index);
            Index named = names.named(child, index, own);
            Optional<Action> made = own.map(draft.creations::get)
                    .filter(action -> !action.steps().isEmpty());
            if (made.isPresent()) {
                needs.add(made.get().about());
            } else {
                own.ifPresent(id -> draft.creations.computeIfPresent(
                        id, (same, action) -> action.needing(Set.of(FactId.part(Kind.INDEX, root, index.name())))));
                if (draft.isPartitioned(child)) {
                    empty.add(onOnly(child, named));
                    below(child, named.name());
                } else {
                    builds.add(
                            concurrently
                                    ? OnlineIndexes.build(child, named)
                                    : Step.of(IndexSql.create(child, named))
                                            .locking(Lock.SHARE)
                                            .with(Hazard.INDEX_BUILD, Hazard.ACQUIRES_SHARE_LOCK));
                }
            }
            attachments.add(Step.of(
                    "ALTER INDEX " + new QualifiedName(table.schema(), above).sql() + " ATTACH PARTITION "
                            + new QualifiedName(child.schema(), named.name()).sql(),
                    Lock.ACCESS_EXCLUSIVE));
        }
    }
}
