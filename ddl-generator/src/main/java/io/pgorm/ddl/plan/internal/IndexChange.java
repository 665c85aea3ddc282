package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.internal.Transition.InPlace;
import io.pgorm.ddl.plan.internal.Transition.Replace;
import io.pgorm.ir.Index;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How an index changes: what it is over never does in place, how it is stored may. Stateless. */
final class IndexChange {

    /** Parameters that an index which is there obeys from then on; others shape it while it is built. */
    private static final Set<String> LIVE = Set.of(
            "fillfactor", "deduplicate_items", "fastupdate", "gin_pending_list_limit", "autosummarize", "buffering");

    private IndexChange() {}

    static Transition between(ObjectName relation, Index before, Index after, Frame frame) {
        boolean partitioned = frame.to().get(FactId.self(relation)).stream()
                .anyMatch(fact -> fact instanceof Fact.OfTable(var table)
                        && table.hierarchy().partitionedBy().isPresent());
        if (partitioned
                || !stored(before, after).equals(after)
                || !built(before.with()).equals(built(after.with()))) {
            return new Replace();
        }
        String alter = "ALTER INDEX " + new QualifiedName(relation.name().schema(), after.name()).sql();
        List<Step> steps = new ArrayList<>(Transitions.parameters(alter, before.with(), after.with()));
        if (!before.tablespace().equals(after.tablespace())) {
            steps.add(Step.of(
                    alter + " SET TABLESPACE "
                            + after.tablespace().map(Removal::quoted).orElse("pg_default"),
                    Lock.ACCESS_EXCLUSIVE,
                    Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
                    Hazard.IMPACTS_DATABASE_PERFORMANCE));
        }
        return new InPlace(steps);
    }

    /** The index before, stored as the one after. */
    private static Index stored(Index before, Index after) {
        return new Index(
                before.name(),
                before.unique(),
                before.method(),
                before.keys(),
                before.include(),
                before.nullsNotDistinct(),
                before.where(),
                after.with(),
                after.tablespace(),
                before.span());
    }

    private static Map<String, String> built(Map<String, String> with) {
        Map<String, String> built = new TreeMap<>(with);
        built.keySet().removeAll(LIVE);
        return built;
    }
}
