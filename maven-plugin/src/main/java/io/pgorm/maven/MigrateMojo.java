package io.pgorm.maven;

import io.pgorm.database.DatabaseUrl;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.migrations.Migrations;
import io.pgorm.migrations.apply.ApplyOptions;
import io.pgorm.migrations.apply.Durations;
import io.pgorm.migrations.apply.MigrationEvent;
import io.pgorm.migrations.apply.MigrationException;
import io.pgorm.migrations.apply.MigrationListener;
import java.io.File;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What all goals share that work with a database and the migrations of a folder. */
abstract class MigrateMojo extends AbstractMojo {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    /** The folder of the migrations. */
    @Parameter(property = "pgorm.migrations", defaultValue = "${project.basedir}/src/main/resources/db/migration")
    @SuppressWarnings("NullAway.Init") // set by Maven
    private File migrations;

    /**
     * The database: {@code postgresql://user:password@host/database} or {@code jdbc:postgresql://...}. A password is better
     * in the variable PGORM_URL than in a build file.
     */
    @Parameter(property = "pgorm.url", defaultValue = "${env.PGORM_URL}")
    private @Nullable String url;

    /** Hazards that are accepted in all files. */
    @Parameter(property = "pgorm.allow")
    private @Nullable List<String> allow;

    /** How long a statement waits for a lock before it is tried again later: {@code 250ms}, {@code 3s}. */
    @Parameter(property = "pgorm.lockTimeout", defaultValue = "3s")
    private String lockTimeout = "3s";

    /** How long a statement may take that is over in a moment as a rule. */
    @Parameter(property = "pgorm.statementTimeout", defaultValue = "1min")
    private String statementTimeout = "1min";

    /** How long one may take that builds, validates or changes rows. */
    @Parameter(property = "pgorm.longStatementTimeout", defaultValue = "4h")
    private String longStatementTimeout = "4h";

    /** How often a step that did not get its lock is tried again. */
    @Parameter(property = "pgorm.retries", defaultValue = "10")
    private int retries = 10;

    /** Whether a migration may be applied that is older than the newest one applied. */
    @Parameter(property = "pgorm.outOfOrder", defaultValue = "false")
    private boolean outOfOrder;

    /** The table of Flyway's history. */
    @Parameter(property = "pgorm.historyTable", defaultValue = "flyway_schema_history")
    private String historyTable = "flyway_schema_history";

    /** The schema of that table; else the one that the connection has first. */
    @Parameter(property = "pgorm.historySchema")
    private @Nullable String historySchema;

    /** Leaves the goal out. */
    @Parameter(property = "pgorm.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("left out, as pgorm.skip says");
            return;
        }
        if (url == null || url.isBlank()) {
            throw new MojoFailureException("say which database: -Dpgorm.url=..., or the variable PGORM_URL");
        }
        try {
            run(Migrations.of(DatabaseUrl.of(url), migrations.toPath())
                    .with(options())
                    .with(listener()));
        } catch (MigrationException e) {
            String.valueOf(e.getMessage()).lines().forEach(getLog()::error);
            throw new MojoFailureException(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
        } catch (RuntimeException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /** Does the work. */
    abstract void run(Migrations all) throws MojoFailureException;

    private ApplyOptions options() {
        Set<Hazard> accepted = EnumSet.noneOf(Hazard.class);
        if (allow != null) {
            allow.forEach(hazard -> accepted.add(Hazard.valueOf(hazard.strip())));
        }
        return ApplyOptions.standard()
                .withAllow(accepted)
                .withLockTimeout(Durations.parse(lockTimeout))
                .withStatementTimeout(Durations.parse(statementTimeout))
                .withLongStatementTimeout(Durations.parse(longStatementTimeout))
                .withRetries(retries)
                .withOutOfOrder(outOfOrder)
                .withHistory(historySchema, historyTable);
    }

    private MigrationListener listener() {
        return new MigrationListener() {
            private long last = System.nanoTime();

            @Override
            public void on(MigrationEvent event) {
                switch (event) {
                    case MigrationEvent.StatementStarted started -> {}
                    case MigrationEvent.StatementFinished finished -> {}
                    case MigrationEvent.Progress progress -> {
                        if (System.nanoTime() - last >= BETWEEN_LINES.toNanos()) {
                            last = System.nanoTime();
                            getLog().info(progress.describe());
                        }
                    }
                    case MigrationEvent.FileStarted started -> getLog().info(started.describe());
                    case MigrationEvent.FileFinished finished -> getLog().info(finished.describe());
                    case MigrationEvent.WaitingForOther waiting -> getLog().warn(waiting.describe());
                    case MigrationEvent.Settled settled -> getLog().warn(settled.describe());
                    case MigrationEvent.Blocked blocked -> getLog().warn(blocked.describe());
                    case MigrationEvent.Retrying retrying -> getLog().warn(retrying.describe());
                    case MigrationEvent.Note note -> getLog().warn(note.text());
                }
            }
        };
    }
}
