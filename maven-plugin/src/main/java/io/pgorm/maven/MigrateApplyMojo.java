package io.pgorm.maven;

import io.pgorm.migrations.Migrations;
import io.pgorm.migrations.apply.Applied;
import org.apache.maven.plugins.annotations.Mojo;

/** Applies the migrations that are pending, and goes on with one that was interrupted. */
@Mojo(name = "migrate-apply", requiresProject = false, threadSafe = true)
public final class MigrateApplyMojo extends MigrateMojo {

    @Override
    void run(Migrations all) {
        Applied applied = all.apply();
        getLog().info(
                        applied.isEmpty()
                                ? "nothing to do: all migrations are applied"
                                : "applied " + applied.files().size() + " migrations");
    }
}
