package io.pgorm.features.partition;

import io.pgorm.client.AbstractDb;
import io.pgorm.client.FeatureAccess;
import io.pgorm.client.Query;
import io.pgorm.features.lock.AdvisoryLocks;
import io.pgorm.features.lock.LockKey;
import io.pgorm.features.partition.internal.Bounds;
import io.pgorm.features.partition.internal.Cuts;
import io.pgorm.features.partition.internal.LivePartitions;
import io.pgorm.features.partition.internal.LivePartitions.Child;
import io.pgorm.features.partition.internal.LivePartitions.Key;
import io.pgorm.features.partition.internal.LivePartitions.Overlap;
import io.pgorm.features.partition.internal.MakePartition;
import io.pgorm.features.partition.internal.Overlaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The partitions of a table that is cut by columns: in ranges, by lists of values or by a hash. What changes tables needs a client of the role that owns
 * them, without an identity. Nothing here locks out readers or writers for longer than a moment: where the table is busy for
 * more than five seconds a call gives up ({@link io.pgorm.client.error.LockTimeout}), to be made again.
 *
 * <p>Immutable; safe for use by several threads. Works with PostgreSQL 15.
 *
 * @param <D> the generated client
 */
public final class Partitions<D extends AbstractDb<D>> {

    /** That of {@code pgorm_make_partitions()}, so that the two do not meet. */
    private static final LockKey LOCK = LockKey.of("pgorm_make_partitions");

    private final D db;
    private final Table<?> table;

    private Partitions(D db, Table<?> table) {
        this.db = db;
        this.table = table;
    }

    public static <D extends AbstractDb<D>> Partitions<D> of(D db, Table<?> table) {
        return new Partitions<>(db, table);
    }

    /** Those it has, one round trip. */
    public List<Partition> list() {
        return LivePartitions.children(db.sql(), table).stream()
                .map(Child::partition)
                .toList();
    }

    /**
     * Those of a partition that is itself cut.
     *
     * @throws IllegalArgumentException if the table has no such partition, or it is not cut
     */
    public Partitions<D> below(String name) {
        Child child = require(LivePartitions.children(db.sql(), table), name);
        if (!child.partitioned()) {
            throw new IllegalArgumentException("partition " + name
                    + " holds rows and is not cut again; ensure(PartitionCut, ...) makes those that are");
        }
        return new Partitions<>(db, DSL.table(child.name()));
    }

    /**
     * Sees to it that the ranges, the values or the remainders have partitions; those that do already are left alone. Several
     * callers wait for each other. The partition is made beside the table and attached, which locks out nobody; it has row
     * security where the table has, so that nobody goes round the policies by its name.
     *
     * @return how many were made
     * @throws IllegalStateException if a partition has a part of it only, or the default partition has rows of it ({@link
     *     #ensureFromDefault} takes them along)
     * @throws IllegalArgumentException if the table is cut in another way, or by an expression
     */
    public int ensure(PartitionBound... bounds) {
        return ensure(Optional.empty(), false, bounds);
    }

    /**
     * As {@link #ensure(PartitionBound...)}, with partitions that are cut again: {@link #below} has theirs, without which they
     * take no rows.
     *
     * @throws IllegalArgumentException if a unique key of the table lacks a column by which they are cut: PostgreSQL has none
     *     such
     */
    public int ensure(PartitionCut cut, PartitionBound... bounds) {
        return ensure(Optional.of(cut), false, bounds);
    }

    /** As {@link #ensure}, and rows that lie in the default partition move to where they belong. It is locked meanwhile. */
    public int ensureFromDefault(PartitionBound... bounds) {
        return ensure(Optional.empty(), true, bounds);
    }

    private int ensure(Optional<PartitionCut> cut, boolean move, PartitionBound... bounds) {
        return db.transactionResult(tx -> {
            limitWaiting(tx);
            AdvisoryLocks.lock(tx, LOCK);
            Key key = LivePartitions.key(tx.sql(), table);
            cut.ifPresent(one -> Cuts.requireInKeys(tx.sql(), table, one));
            int made = 0;
            for (PartitionBound bound : bounds) {
                Bounds.requireFit(key, bound);
                Optional<Overlap> there = Overlaps.find(tx.sql(), table, key, bound);
                there.filter(other -> !other.same()).ifPresent(other -> {
                    throw new IllegalStateException("partition " + other.partition() + " of " + key.table()
                            + " has a part of what is " + Bounds.text(bound));
                });
                if (there.isEmpty()) {
                    new MakePartition(tx.sql(), table, key, defaultOf(tx.sql())).make(bound, cut, move);
                    made++;
                }
            }
            return made;
        });
    }

    /**
     * Makes a table that is there a partition. Its rows, and those of the default partition, are looked through before, by
     * CHECKs that are validated while others read and write, so that attaching it takes a moment only. Indexes that the
     * partitioned table has are best made on it before; PostgreSQL makes those that are missing.
     *
     * @param name of the table, in the schema of the partitioned one
     * @throws IllegalStateException if this is in a transaction, in which the locks of all steps would last to its end, if a
     *     partition has a part of it already, if no hash has such a remainder beside those that are there, or if the default
     *     partition has rows of it
     * @throws IllegalArgumentException if the table is cut in another way
     * @throws io.pgorm.client.error.CheckViolation if it has a row that does not belong there; it is then as it was
     * @throws io.pgorm.client.error.PgOrmException if its columns are not those of the partitioned table
     */
    public void attach(String name, PartitionBound bound) {
        requireNoTransaction();
        Key key = LivePartitions.key(db.sql(), table);
        Bounds.requireFit(key, bound);
        requireFree(key, bound);
        Name partition = key.name(name);
        Optional<Name> rest = defaultOf(db.sql());
        rest.ifPresent(other -> requireNoneOf(key, bound, other, name));
        try {
            check(partition, Bounds.withinAll(key, bound));
            rest.ifPresent(other -> check(other, DSL.not(Bounds.within(key, bound))));
            step(sql -> {
                MakePartition.attach(sql, table, key, partition, bound);
                if (key.rowSecurity()) {
                    sql.execute("ALTER TABLE {0} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY", partition);
                }
            });
        } finally {
            uncheck(partition);
            rest.ifPresent(this::uncheck);
        }
    }

    private void requireFree(Key key, PartitionBound bound) {
        Overlaps.find(db.sql(), table, key, bound).ifPresent(other -> {
            throw new IllegalStateException("partition " + other.partition() + " of " + key.table()
                    + " has a part of what is " + Bounds.text(bound));
        });
    }

    /** Looks through the rows while others write them, so that the lock of what follows need not last. */
    private void check(Name name, Condition condition) {
        step(sql -> sql.execute(
                "ALTER TABLE {0} ADD CONSTRAINT {1} CHECK ({2}) NOT VALID",
                name, DSL.name(MakePartition.CHECK), condition));
        step(sql -> sql.execute("ALTER TABLE {0} VALIDATE CONSTRAINT {1}", name, DSL.name(MakePartition.CHECK)));
    }

    private void uncheck(Name name) {
        step(sql -> sql.execute("ALTER TABLE {0} DROP CONSTRAINT IF EXISTS {1}", name, DSL.name(MakePartition.CHECK)));
    }

    private void requireNoneOf(Key key, PartitionBound bound, Name rest, String name) {
        if (db.sql().fetchExists(DSL.table(rest), Bounds.within(key, bound))) {
            throw new IllegalStateException(
                    "the default partition of " + key.table() + " has rows of what is " + Bounds.text(bound)
                            + ", so that PostgreSQL refuses a partition for them: move them to " + name + " before");
        }
    }

    private Optional<Name> defaultOf(DSLContext sql) {
        return LivePartitions.children(sql, table).stream()
                .filter(child -> child.partition().isDefault())
                .map(Child::name)
                .findFirst();
    }

    /**
     * Makes a partition a table of its own while others go on reading and writing. One that was left half detached is
     * finished.
     *
     * @throws IllegalStateException if this is in a transaction, or there is a default partition: PostgreSQL can do it
     *     concurrently in neither case. {@link #detachAtOnce} does it with a lock
     * @throws IllegalArgumentException if the table has no such partition
     */
    public void detach(String name) {
        requireNoTransaction();
        List<Child> children = LivePartitions.children(db.sql(), table);
        Child child = require(children, name);
        children.stream().filter(one -> one.partition().isDefault()).findFirst().ifPresent(one -> {
            throw new IllegalStateException(
                    "PostgreSQL detaches no partition concurrently while there is a default one ("
                            + one.partition().name()
                            + "): detachAtOnce(...) does it, and locks the table for a moment");
        });
        db.sql()
                .execute(
                        child.detaching()
                                ? "ALTER TABLE {0} DETACH PARTITION {1} FINALIZE"
                                : "ALTER TABLE {0} DETACH PARTITION {1} CONCURRENTLY",
                        table,
                        child.name());
    }

    /**
     * As {@link #detach}, with everybody else locked out of the table for a moment.
     *
     * @throws IllegalArgumentException if the table has no such partition
     */
    public void detachAtOnce(String name) {
        Child child = require(LivePartitions.children(db.sql(), table), name);
        step(sql -> sql.execute("ALTER TABLE {0} DETACH PARTITION {1}", table, child.name()));
    }

    private static Child require(List<Child> children, String name) {
        return children.stream()
                .filter(one -> one.partition().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no partition " + name + "; there are "
                        + children.stream().map(one -> one.partition().name()).toList()));
    }

    /**
     * Drops the partitions whose range ends where this one begins, or before: the rows are gone. They are detached first,
     * concurrently where that can be.
     *
     * @return their names
     * @throws IllegalArgumentException if the table is not cut in ranges of one column: nothing else grows old
     */
    public List<String> dropBefore(PartitionRange first) {
        requireNoTransaction();
        Key key = LivePartitions.rangeKey(db.sql(), table);
        List<String> old = LivePartitions.before(db.sql(), table, key, first.from());
        boolean concurrently = list().stream().noneMatch(Partition::isDefault);
        List<String> dropped = new ArrayList<>();
        for (String name : old) {
            Name partition =
                    require(LivePartitions.children(db.sql(), table), name).name();
            if (concurrently) {
                detach(name);
            } else {
                detachAtOnce(name);
            }
            step(sql -> sql.execute("DROP TABLE {0}", partition));
            dropped.add(name);
        }
        return dropped;
    }

    /** How many rows wait in the default partition for one of their own; 0 where there is no default. */
    public long rowsInDefault() {
        return LivePartitions.children(db.sql(), table).stream()
                .filter(child -> child.partition().isDefault())
                .mapToLong(child -> db.sql().fetchCount(DSL.table(child.name())))
                .sum();
    }

    /**
     * Which partitions, down to those that hold rows, the query reads, as PostgreSQL plans it for who asks. What it leaves out only when it runs
     * (parameters of a loop) counts as read.
     */
    public Pruning plan(Query<?> query) {
        String plan = query.explain();
        List<String> read = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (String partition : LivePartitions.leaves(db.sql(), table)) {
            Pattern scanned = Pattern.compile(" on \"?" + Pattern.quote(partition) + "\"?(?:\\s|$)", Pattern.MULTILINE);
            (scanned.matcher(plan).find() ? read : left).add(partition);
        }
        return new Pruning(read, left, plan);
    }

    private interface Step {
        void go(DSLContext sql);
    }

    private void step(Step step) {
        db.transaction(tx -> {
            limitWaiting(tx);
            step.go(tx.sql());
        });
    }

    private static void limitWaiting(AbstractDb<?> tx) {
        tx.sql().fetch("SELECT pg_catalog.set_config('lock_timeout', '5s', true)");
    }

    private void requireNoTransaction() {
        if (FeatureAccess.isInTransaction(db)) {
            throw new IllegalStateException(
                    "partitions are attached and detached in steps, each of them a transaction of its"
                            + " own; call this outside of transactions");
        }
    }
}
