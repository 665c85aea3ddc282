package io.pgorm.maven;

import io.pgorm.migrations.Migrations;
import io.pgorm.migrations.apply.MigrationStatus;
import java.util.Locale;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Says which migrations are applied, pending, interrupted, changed, missing or taken back. */
@Mojo(name = "migrate-status", requiresProject = false, threadSafe = true)
public final class MigrateStatusMojo extends MigrateMojo {

    /** Whether the build fails where the database is not as the folder says. */
    @Parameter(property = "pgorm.status.check", defaultValue = "false")
    private boolean check;

    @Override
    void run(Migrations all) throws MojoFailureException {
        MigrationStatus status = all.status();
        for (MigrationStatus.Entry entry : status.entries()) {
            String state = entry.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            getLog().info((entry.version() == null ? "repeatable" : entry.version()) + "  " + state + "  "
                    + entry.description() + (entry.detail().isEmpty() ? "" : ": " + entry.detail()));
        }
        status.rollbacks()
                .forEach(rollback -> getLog().info("taken back: " + rollback.version() + " on "
                        + rollback.rolledBackOn() + " by " + rollback.rolledBackBy()));
        status.conflicts().forEach(conflict -> getLog().warn("conflict: " + conflict));
        status.problems().forEach(problem -> getLog().warn(problem));
        if (check && !status.isUpToDate()) {
            throw new MojoFailureException("the database is not as the migrations say; run the goal migrate-apply");
        }
    }
}
