package io.pgorm.maven;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.migrations.create.NewMigration;
import io.pgorm.migrations.create.NewMigrationOptions;
import io.pgorm.migrations.create.NewMigrationResult;
import io.pgorm.migrations.diff.DiffOptions;
import io.pgorm.migrations.file.HazardNames;
import io.pgorm.migrations.prove.Violation;
import io.pgorm.migrations.source.SchemaSource;
import io.pgorm.sdl.SourceFile;
import java.io.File;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the migration from what the migrations make to what the schema says, and how to take it back, after trying
 * both. Where that fails nothing is written and the build fails.
 */
@Mojo(name = "migrate-new", threadSafe = true)
public final class MigrateNewMojo extends SchemaMojo {

    /** What the migration is about, such as {@code add_posts}. */
    @Parameter(property = "pgorm.name", required = true)
    @SuppressWarnings("NullAway.Init") // set by Maven
    private String name;

    /** The folder of the migrations, as Flyway finds it on the class path. */
    @Parameter(property = "pgorm.migrations", defaultValue = "${project.basedir}/src/main/resources/db/migration")
    @SuppressWarnings("NullAway.Init") // set by Maven
    private File migrations;

    /** The hazards that are accepted, with commas between them; the files then say so. */
    @Parameter(property = "pgorm.allow")
    private @Nullable String allow;

    /** Whether plain statements are written, though reads and writes wait for them. */
    @Parameter(property = "pgorm.offline", defaultValue = "false")
    private boolean offline;

    /** The server on which it is tried: {@code url}, {@code docker} or {@code embedded}; the first to be had if not said. */
    @Parameter(property = "pgorm.scratch")
    private @Nullable String scratch;

    @Override
    void run(List<SourceFile> files) throws IOException, MojoFailureException {
        Set<Hazard> allowed = allow == null ? Set.of() : HazardNames.parse(allow);
        ScratchOptions server =
                ScratchOptions.standard().withProvider(scratch == null ? null : ScratchProvider.parse(scratch));
        NewMigrationResult result;
        try {
            result = NewMigration.make(
                    SchemaSource.of(schema()),
                    NewMigrationOptions.of(migrations.toPath(), name)
                            .withAllowed(allowed)
                            .withDiff(DiffOptions.standard().withScratch(server).withOnline(!offline)));
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
        result.seen().notes().forEach(getLog()::warn);
        result.seen().unmodelled().forEach(line -> getLog().warn("seen, and in no migration: " + line));
        tell(result);
    }

    private void tell(NewMigrationResult result) throws IOException, MojoFailureException {
        switch (result) {
            case NewMigrationResult.Unchanged ignored ->
                getLog().info("nothing to do: the migrations make what the schema says");
            case NewMigrationResult.Impossible(String reason, NewMigrationResult.Seen seen) ->
                throw new MojoFailureException("nothing written, since there is no way: " + reason);
            case NewMigrationResult.NotProven refuted -> {
                refuted.proof().violations().stream()
                        .map(Violation::toString)
                        .flatMap(String::lines)
                        .forEach(getLog()::error);
                throw new MojoFailureException(
                        "nothing written, since it was tried and does not do what it is for, see above");
            }
            case NewMigrationResult.Proven proven -> {
                proven.migration().save(migrations.toPath()).forEach(file -> getLog().info("wrote " + file));
                getLog().info(proven.proof().summary());
                Set<Hazard> unaccepted = proven.migration().up().head().unaccepted();
                unaccepted.forEach(hazard -> getLog().warn(hazard + ": " + hazard.why()));
                if (!unaccepted.isEmpty()) {
                    getLog().warn("to be accepted when it is applied: " + HazardNames.print(unaccepted));
                }
            }
        }
    }
}
