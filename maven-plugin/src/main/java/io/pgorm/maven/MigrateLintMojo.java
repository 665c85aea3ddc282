package io.pgorm.maven;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.migrations.file.HazardNames;
import io.pgorm.migrations.lint.Finding;
import io.pgorm.migrations.lint.Lint;
import io.pgorm.migrations.script.ScriptException;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says what may hurt in migrations, ours or written by hand. What is neither advice nor accepted, by the file or by
 * {@code allow}, fails the build.
 */
@Mojo(name = "migrate-lint", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class MigrateLintMojo extends AbstractMojo {

    /** The folder of the migrations, as Flyway finds it on the class path; or one file. */
    @Parameter(property = "pgorm.migrations", defaultValue = "${project.basedir}/src/main/resources/db/migration")
    @SuppressWarnings("NullAway.Init") // set by Maven
    private File migrations;

    /** The hazards that are accepted in all files, with commas between them. */
    @Parameter(property = "pgorm.allow")
    private @Nullable String allow;

    /** Leaves the goal out. */
    @Parameter(property = "pgorm.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("left out, as pgorm.skip says");
            return;
        }
        if (!migrations.exists()) {
            throw new MojoFailureException("there are no migrations at " + migrations
                    + "; say where they are: <configuration><migrations>...</migrations></configuration>");
        }
        try {
            Set<Hazard> allowed = allow == null ? Set.of() : HazardNames.parse(allow);
            List<Lint.Result> results = Lint.paths(List.of(migrations.toPath()));
            results.forEach(result -> result.findings().forEach(finding -> tell(finding, result, allowed)));
            if (results.stream().anyMatch(result -> result.isRefused(allowed))) {
                throw new MojoFailureException("migrations have hazards that nobody accepted, see above");
            }
        } catch (ScriptException | IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void tell(Finding finding, Lint.Result result, Set<Hazard> allowed) {
        boolean refused = finding.hazard()
                .filter(hazard -> !result.allowed().contains(hazard) && !allowed.contains(hazard))
                .isPresent();
        if (refused) {
            finding.print().lines().forEach(getLog()::error);
        } else {
            getLog().info(finding.summary());
        }
    }
}
