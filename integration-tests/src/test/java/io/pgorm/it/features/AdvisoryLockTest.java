package io.pgorm.it.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.client.error.LockTimeout;
import io.pgorm.client.error.StatementTimeout;
import io.pgorm.features.lock.AdvisoryLock;
import io.pgorm.features.lock.AdvisoryLocks;
import io.pgorm.features.lock.LockKey;
import io.pgorm.it.live.Db;
import io.pgorm.it.live.OrderCreate;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One at a time, in all processes. */
class AdvisoryLockTest {

    private static final String HELD =
            "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()"
                    + " WHERE locktype = 'advisory'";

    private static FeatureServer server;
    private static Db one;
    private static Db two;

    @BeforeAll
    static void open() throws Exception {
        server = new FeatureServer("live");
        one = Db.open(server.application());
        two = Db.open(server.application().withPoolSize(1));
    }

    @AfterAll
    static void close() {
        one.close();
        two.close();
        server.close();
    }

    @Test
    void aLockOfASessionIsHeldUntilItIsClosed() throws Exception {
        try (AdvisoryLock lock = AdvisoryLocks.hold(one, LockKey.of("nightly report"))) {
            one.orders().create(OrderCreate.status("while it is held"));
            assertThat(AdvisoryLocks.tryHold(two, LockKey.of("nightly report"))).isEmpty();
            assertThat(lock.isHeld()).isTrue();
        }
        Optional<AdvisoryLock> after = AdvisoryLocks.tryHold(two, LockKey.of("nightly report"));
        assertThat(after).isPresent();
        after.get().close();
        assertThat(after.get().isHeld()).isFalse();
        assertThat(server.lines(HELD)).isEqualTo("0\n");
    }

    @Test
    void aLockOfATransactionEndsWithIt() throws Exception {
        LockKey invoice = LockKey.of("invoice", 42);
        one.transaction(tx -> {
            AdvisoryLocks.lock(tx, invoice);
            two.transaction(
                    other -> assertThat(AdvisoryLocks.tryLock(other, invoice)).isFalse());
            assertThatThrownBy(() -> two.transaction(
                            other -> AdvisoryLocks.lock(other.withTimeout(Duration.ofMillis(50)), invoice)))
                    .isInstanceOf(StatementTimeout.class);
        });
        two.transaction(
                other -> assertThat(AdvisoryLocks.tryLock(other, invoice)).isTrue());
        assertThat(server.lines(HELD)).isEqualTo("0\n");
    }

    @Test
    void patienceEndsAndTheConnectionIsFitForOthers() {
        LockKey key = LockKey.of("busy");
        try (AdvisoryLock lock = AdvisoryLocks.hold(one, key)) {
            assertThat(lock.key()).isEqualTo(key);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> AdvisoryLocks.hold(two, key, Duration.ofMillis(30)))
                        .isInstanceOf(LockTimeout.class);
            }
        }
        try (AdvisoryLock lock = AdvisoryLocks.hold(two, key, Duration.ofSeconds(5))) {
            assertThat(lock.isHeld()).isTrue();
        }
        assertThat(two.sql().fetchSingle("SHOW lock_timeout").get(0)).isEqualTo("0");
        assertThat(two.orders().count()).isNotNegative();
    }

    @Test
    void aLostConnectionTakesTheLockAlong() throws Exception {
        try (AdvisoryLock lock = AdvisoryLocks.hold(one, LockKey.of("lost"))) {
            server.execute("SELECT pg_terminate_backend(pid) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
                    + " AND d.datname = current_database() WHERE locktype = 'advisory'");
            assertThat(lock.isHeld()).isFalse();
        }
        try (AdvisoryLock again = AdvisoryLocks.hold(one, LockKey.of("lost"), Duration.ofSeconds(5))) {
            assertThat(again.isHeld()).isTrue();
        }
    }

    /** The same number of two kinds, and texts that only look alike when they are put together. */
    @Test
    void keysDoNotClash() {
        assertThat(LockKey.of("invoice", 7)).isNotEqualTo(LockKey.of("user", 7));
        assertThat(LockKey.of("a", "b/c")).isNotEqualTo(LockKey.of("a/b", "c"));
        assertThat(LockKey.of("a", "b\\", "c")).isNotEqualTo(LockKey.of("a", "b\\/c"));
        one.transaction(tx -> {
            AdvisoryLocks.lock(tx, LockKey.of("invoice", 7));
            two.transaction(other -> assertThat(AdvisoryLocks.tryLock(other, LockKey.of("user", 7)))
                    .isTrue());
        });
        one.transaction(tx -> {
            AdvisoryLocks.lock(tx, LockKey.of("invoice", 7));
            assertThat(two.sql()
                            .fetchSingle("SELECT pg_try_advisory_xact_lock(hashtextextended('invoice/7', 0))")
                            .get(0))
                    .isEqualTo(false);
        });
    }

    @Test
    void whatCannotWorkIsRefusedWithTheCure() {
        assertThatThrownBy(() -> AdvisoryLocks.lock(one, LockKey.of("x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside a transaction the lock would be gone at once");
        one.transaction(tx -> assertThatThrownBy(() -> AdvisoryLocks.hold(tx, LockKey.of("x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("take AdvisoryLocks.lock(tx, key)"));
        try (Db pooled = Db.open(server.application().withPgBouncer())) {
            assertThatThrownBy(() -> AdvisoryLocks.hold(pooled, LockKey.of("x")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("PgBouncer in transaction mode");
            pooled.transaction(
                    tx -> assertThat(AdvisoryLocks.tryLock(tx, LockKey.of("x"))).isTrue());
        }
    }
}
