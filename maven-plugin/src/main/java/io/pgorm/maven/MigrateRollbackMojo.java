package io.pgorm.maven;

import io.pgorm.migrations.Migrations;
import io.pgorm.migrations.apply.RolledBack;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Takes back the migration that was applied last, or all that are newer than a version. */
@Mojo(name = "migrate-rollback", requiresProject = false, threadSafe = true)
public final class MigrateRollbackMojo extends MigrateMojo {

    /** The version that is the newest afterwards; 0 for none. Else the last one is taken back. */
    @Parameter(property = "pgorm.to")
    private @Nullable String to;

    @Override
    void run(Migrations all) {
        RolledBack done = to == null ? all.rollback() : all.rollbackTo(to);
        getLog().info(
                        done.files().isEmpty()
                                ? "nothing to do: nothing newer is applied"
                                : "rolled back " + done.files().size() + " migrations");
    }
}
