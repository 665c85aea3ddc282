package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;

/** What it means for the tables that are there that another becomes a partition. Stateless. */
final class Partitioning {

    private Partitioning() {}

    /** @param attach the statement, which says nothing of locks yet */
    static Step attach(Step attach, QualifiedName table, Hierarchy.PartitionOf of, Frame frame) {
        FactId id = FactId.self(Kind.TABLE, table).with(FactId.Aspect.ATTACHED);
        // all its rows, or those of the partition that takes what fits nowhere else, are looked through
        if (TakenLocks.isOld(table, frame) || scansDefault(id, frame)) {
            return scanning(attach);
        }
        return attach.locking(
                TakenLocks.foreignKeys(of.parent(), frame.to()).isEmpty()
                        ? Lock.SHARE_UPDATE_EXCLUSIVE
                        : Lock.SHARE_ROW_EXCLUSIVE);
    }

    /** @param create the statement that makes the table where it belongs */
    static Step create(Step create, QualifiedName table, Frame frame) {
        FactId id = FactId.self(Kind.TABLE, table).with(FactId.Aspect.ATTACHED);
        return scansDefault(id, frame) ? scanning(create) : create.locking(Lock.ACCESS_EXCLUSIVE);
    }

    private static Step scanning(Step step) {
        return step.locking(Lock.ACCESS_EXCLUSIVE).with(Hazard.MAY_FAIL_ON_DATA, Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK);
    }

    /** Whether it is a table that becomes a partition beside one that was there and takes what fits nowhere else. */
    static boolean scansDefault(FactId about, Frame frame) {
        FactId attached = FactId.self(Kind.TABLE, about.object().name()).with(FactId.Aspect.ATTACHED);
        return (about.aspect() == FactId.Aspect.ATTACHED
                        || about.equals(FactId.self(Kind.TABLE, about.object().name())))
                && frame.to().byId().get(attached) instanceof Fact.OfPartition(var table, var of)
                && (about.aspect() == FactId.Aspect.ATTACHED
                        || frame.to().plainPartitions().contains(table))
                && TakenLocks.isOld(of.parent(), frame)
                && frame.from().byId().values().stream()
                        .anyMatch(fact -> fact instanceof Fact.OfPartition(var other, var place)
                                && place.parent().equals(of.parent())
                                && place.bound() instanceof Hierarchy.Otherwise
                                && !other.equals(table));
    }
}
