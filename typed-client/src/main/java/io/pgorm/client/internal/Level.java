package io.pgorm.client.internal;

import io.pgorm.client.OuterTransactions.OuterTransaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transaction, or a savepoint in it, as far as the application holds a handle of it. For one thread. */
final class Level {

    private static final Logger LOG = LoggerFactory.getLogger("io.pgorm.client.transaction");

    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> afterRollback = new ArrayList<>();
    private final @Nullable OuterTransaction outer;
    private final boolean savepoint;
    private final Results results;
    private final List<Runnable> stale = new ArrayList<>();
    private boolean over;

    private Level(@Nullable OuterTransaction outer, Results results, boolean savepoint) {
        this.outer = outer;
        this.results = results;
        this.savepoint = savepoint;
    }

    /** A transaction of ours. */
    static Level ofTransaction(Results results) {
        return new Level(null, results, false);
    }

    /** A transaction of somebody else. */
    static Level of(OuterTransaction outer, Results results) {
        return new Level(outer, results, false);
    }

    /** A savepoint in this one. */
    Level inner() {
        return new Level(outer, results, true);
    }

    /** Results that are kept are stale once it is committed. */
    void wrote(Facts facts) {
        stale(() -> results.written(facts));
    }

    void wroteAnything() {
        stale(results::clear);
    }

    private void stale(Runnable forget) {
        if (outer == null) {
            stale.add(forget);
            return;
        }
        // at once, too, for its end may never be told
        forget.run();
        if (outer.tellsItsEnd()) {
            outer.whenOver(committed -> forget.run());
        }
    }

    /** It is committed, or may be: what is kept of its tables is stale. */
    void forgetStale() {
        stale.forEach(Runnable::run);
    }

    void afterCommit(Runnable action) {
        register(afterCommit, true, action);
    }

    void afterRollback(Runnable action) {
        register(afterRollback, false, action);
    }

    private void register(List<Runnable> actions, boolean whenCommitted, Runnable action) {
        if (outer == null) {
            actions.add(action);
        } else if (!outer.tellsItsEnd()) {
            throw new UnsupportedOperationException(
                    "this transaction was begun elsewhere, and how it ends is not told to"
                            + " PG-ORM; register the action where the transaction was begun");
        } else if (savepoint) {
            actions.add(action);
        } else {
            outer.whenOver(committed -> {
                if (committed == whenCommitted) {
                    runAll(List.of(action), whenCommitted ? "commit" : "rollback");
                }
            });
        }
    }

    void end() {
        over = true;
    }

    boolean isOpen() {
        return !over;
    }

    void requireOpen() {
        if (over) {
            throw new IllegalStateException(
                    "the transaction is over; its handle cannot be used after transaction(...)");
        }
    }

    /** What it has done hangs on the one around it now. */
    void mergeInto(Level around) {
        around.stale.addAll(stale);
        afterCommit.forEach(around::afterCommit);
        afterRollback.forEach(around::afterRollback);
    }

    void committed() {
        runAll(afterCommit, "commit");
    }

    void rolledBack() {
        runAll(afterRollback, "rollback");
    }

    /** The transaction has ended, and nothing that goes wrong here changes how. */
    private static void runAll(List<Runnable> actions, String when) {
        for (Runnable action : actions) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("an action after {} failed; the others run all the same", when, e);
            }
        }
    }
}
