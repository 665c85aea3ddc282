package io.pgorm.migrations.apply.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.migrations.apply.ApplyOptions;
import io.pgorm.migrations.file.MigrationStatement;
import io.pgorm.migrations.file.StatementNote;
import io.pgorm.migrations.script.ScriptStatement;
import java.time.Duration;
import java.util.Set;

/** How long a step may wait for a lock, and how long its statements may take. Stateless. */
final class Timeouts {

    /** What changes rows, or looks at all of them. */
    private static final Set<String> LONG = Set.of(
            "insert", "update", "delete", "merge", "with", "select", "copy", "do", "call", "refresh", "reindex",
            "vacuum", "analyze", "cluster");

    private static final Set<Hazard> LONG_HAZARDS = Set.of(
            Hazard.REWRITES_TABLE,
            Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK,
            Hazard.ACQUIRES_SHARE_LOCK,
            Hazard.ACQUIRES_SHARE_ROW_EXCLUSIVE_LOCK,
            Hazard.INDEX_BUILD,
            Hazard.IMPACTS_DATABASE_PERFORMANCE);

    /** Who waits concurrently keeps nobody from reading and writing, so that it may wait longer. */
    private static final int CONCURRENTLY = 20;

    private Timeouts() {}

    /** The statements that set them. */
    static String set(Step step, ApplyOptions options, boolean local) {
        boolean isLong = step.statements().stream().anyMatch(Timeouts::isLong);
        Duration statement = isLong ? options.longStatementTimeout() : options.statementTimeout();
        String set = local ? "SET LOCAL " : "SET ";
        return set + "lock_timeout = " + lock(step, options).toMillis() + "; " + set + "statement_timeout = "
                + statement.toMillis();
    }

    /** How long the step waits for a lock. */
    static Duration lock(Step step, ApplyOptions options) {
        boolean concurrently = step.kind() == Step.Kind.OUTSIDE
                && step.statements().getFirst().statement().words().contains("concurrently");
        return concurrently ? options.lockTimeout().multipliedBy(CONCURRENTLY) : options.lockTimeout();
    }

    /** Whether the file itself says how long it waits, so that nothing else is to be said after it. */
    static boolean areSetBy(MigrationStatement statement) {
        return statement.statement().startsWith("set")
                && (statement.statement().words().contains("lock_timeout")
                        || statement.statement().words().contains("statement_timeout"));
    }

    private static boolean isLong(MigrationStatement migration) {
        ScriptStatement statement = migration.statement();
        if (statement.words().isEmpty()
                || LONG.contains(statement.words().getFirst())
                || statement.words().contains("validate")
                || statement.words().contains("concurrently")
                || migration.note().isEmpty()) {
            // of one that was written by hand it is not known what it does
            return true;
        }
        Set<Hazard> hazards = migration.note().map(StatementNote::hazards).orElse(Set.of());
        return hazards.stream().anyMatch(LONG_HAZARDS::contains);
    }
}
