package io.pgorm.migrations.apply;

import io.pgorm.ddl.plan.Hazard;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How migrations are applied. Immutable.
 *
 * @param lockTimeout how long a statement waits for a lock before it gives way to those behind it and is tried again
 * @param statementTimeout how long a statement may take that is over in a moment as a rule
 * @param longStatementTimeout how long one may take that reads or writes rows: a build, a validation, a backfill; zero
 *     for as long as it takes
 * @param retries how often a step that did not get its lock is tried again
 * @param waitForOther how long to wait while another process applies migrations to the same database
 * @param allow hazards that are accepted in all files
 * @param historyTable the name of Flyway's table
 * @param historySchema the schema of that table, which Flyway also puts first in the search path; null for the schema
 *     that the connection has first
 * @param outOfOrder whether a migration may be applied that is older than the newest one applied
 * @param takeChanged whether an interrupted migration goes on although its file was changed behind the place where it
 *     stands
 */
public record ApplyOptions(
        Duration lockTimeout,
        Duration statementTimeout,
        Duration longStatementTimeout,
        int retries,
        Duration waitForOther,
        Set<Hazard> allow,
        String historyTable,
        @Nullable String historySchema,
        boolean outOfOrder,
        boolean takeChanged) {

    public ApplyOptions {
        if (lockTimeout.isNegative() || lockTimeout.isZero()) {
            throw new IllegalArgumentException("a lock timeout of " + lockTimeout + " would wait for ever");
        }
        if (retries < 0) {
            throw new IllegalArgumentException("retries must not be negative: " + retries);
        }
        allow = allow.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(allow));
    }

    /** Locks are waited for 3 seconds and 10 times again, short statements end after a minute, long ones after 4 hours. */
    public static ApplyOptions standard() {
        return new ApplyOptions(
                Duration.ofSeconds(3),
                Duration.ofMinutes(1),
                Duration.ofHours(4),
                10,
                Duration.ofMinutes(10),
                Set.of(),
                "flyway_schema_history",
                null,
                false,
                false);
    }

    public ApplyOptions withLockTimeout(Duration timeout) {
        return new ApplyOptions(
                timeout,
                statementTimeout,
                longStatementTimeout,
                retries,
                waitForOther,
                allow,
                historyTable,
                historySchema,
                outOfOrder,
                takeChanged);
    }

    public ApplyOptions withStatementTimeout(Duration timeout) {
        return new ApplyOptions(
                lockTimeout,
                timeout,
                longStatementTimeout,
                retries,
                waitForOther,
                allow,
                historyTable,
                historySchema,
                outOfOrder,
                takeChanged);
    }

    public ApplyOptions withLongStatementTimeout(Duration timeout) {
        return new ApplyOptions(
                lockTimeout,
                statementTimeout,
                timeout,
                retries,
                waitForOther,
                allow,
                historyTable,
                historySchema,
                outOfOrder,
                takeChanged);
    }

    public ApplyOptions withRetries(int newRetries) {
        return new ApplyOptions(
                lockTimeout,
                statementTimeout,
                longStatementTimeout,
                newRetries,
                waitForOther,
                allow,
                historyTable,
                historySchema,
                outOfOrder,
                takeChanged);
    }

    public ApplyOptions withWaitForOther(Duration wait) {
        return new ApplyOptions(
                lockTimeout,
                statementTimeout,
                longStatementTimeout,
                retries,
                wait,
                allow,
                historyTable,
                historySchema,
                outOfOrder,
                takeChanged);
    }

    public ApplyOptions withAllow(Set<Hazard> hazards) {
        return new ApplyOptions(
                lockTimeout,
                statementTimeout,
                longStatementTimeout,
                retries,
                waitForOther,
                hazards,
                historyTable,
                historySchema,
                outOfOrder,
                takeChanged);
    }

    /** @param schema null for the schema that the connection has first */
    public ApplyOptions withHistory(@Nullable String schema, String table) {
        return new ApplyOptions(
                lockTimeout,
                statementTimeout,
                longStatementTimeout,
                retries,
                waitForOther,
                allow,
                table,
                schema,
                outOfOrder,
                takeChanged);
    }

    public ApplyOptions withOutOfOrder(boolean allowed) {
        return new ApplyOptions(
                lockTimeout,
                statementTimeout,
                longStatementTimeout,
                retries,
                waitForOther,
                allow,
                historyTable,
                historySchema,
                allowed,
                takeChanged);
    }

    public ApplyOptions withTakeChanged(boolean allowed) {
        return new ApplyOptions(
                lockTimeout,
                statementTimeout,
                longStatementTimeout,
                retries,
                waitForOther,
                allow,
                historyTable,
                historySchema,
                outOfOrder,
                allowed);
    }
}
