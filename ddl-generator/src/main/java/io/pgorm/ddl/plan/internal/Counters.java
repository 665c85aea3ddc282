package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which sequences come and go with a column's change: those of identities, which are no facts but have names that others
 * may want, and those that an identity takes over from or hands over to. Immutable once made.
 */
final class Counters {

    private final Map<FactId, Set<FactId>> made = new LinkedHashMap<>();
    private final Map<FactId, Set<FactId>> ended = new LinkedHashMap<>();
    private final Set<FactId> madeSequences = new LinkedHashSet<>();
    private final Set<FactId> endedSequences = new LinkedHashSet<>();

    /** @param changed all facts that change, of which the destroyed have no change of their own */
    Counters(Frame frame, Set<FactId> destroyed, Set<FactId> changed) {
        for (FactId id : changed) {
            if (!destroyed.contains(id) && frame.from().the(id) instanceof Fact.OfColumn) {
                add(id, frame);
            }
        }
    }

    private void add(FactId column, Frame frame) {
        Set<FactId> before = withIdentities(Set.of(column), frame.from());
        Set<FactId> after = withIdentities(Set.of(column), frame.to());
        Set<FactId> comes = without(after, before);
        Set<FactId> goes = without(before, after);
        Handover.toSequence(column, frame).map(Handover::id).ifPresent(sequence -> {
            comes.add(sequence);
            madeSequences.add(sequence);
        });
        Handover.fromSequence(column, frame).map(Handover::id).ifPresent(sequence -> {
            goes.add(sequence);
            goes.addAll(frame.before().children(sequence));
            endedSequences.add(sequence);
        });
        made.put(column, comes);
        ended.put(column, goes);
    }

    private static Set<FactId> without(Set<FactId> all, Set<FactId> some) {
        Set<FactId> rest = new LinkedHashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /** The sequences that a change of the column makes. */
    Set<FactId> madeBy(FactId column) {
        return made.getOrDefault(column, Set.of());
    }

    /** The sequences, and what is said of them, that a change of the column ends. */
    Set<FactId> endedBy(FactId column) {
        return ended.getOrDefault(column, Set.of());
    }

    boolean isMadeByColumn(FactId sequence) {
        return madeSequences.contains(sequence);
    }

    boolean isEndedByColumn(FactId sequence) {
        return endedSequences.contains(sequence);
    }

    /** The facts, and the sequences behind the identities among them. */
    static Set<FactId> withIdentities(Set<FactId> facts, Facts state) {
        Set<FactId> all = new LinkedHashSet<>(facts);
        for (FactId id : facts) {
            if (state.byId().get(id) instanceof Fact.OfColumn(QualifiedName table, Column column)
                    && column.value() instanceof ColumnValue.Identity identity) {
                all.add(FactId.self(Kind.SEQUENCE, Handover.identitySequence(id, identity)));
            }
        }
        return all;
    }
}
