/**
 * Advisory locks: one at a time does something, in all processes that use the database.
 *
 * <pre>
 * try (AdvisoryLock lock = AdvisoryLocks.hold(db, LockKey.of("nightly report"))) { ... }
 * db.transaction(tx -&gt; { AdvisoryLocks.lock(tx, LockKey.of("invoice", 42)); ... });
 * </pre>
 */
@NullMarked
package io.pgorm.features.lock;

import org.jspecify.annotations.NullMarked;
