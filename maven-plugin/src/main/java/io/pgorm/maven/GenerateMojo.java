package io.pgorm.maven;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.jooq.ClientGenerator;
import io.pgorm.jooq.ClientOptions;
import io.pgorm.sdl.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Generates the client of the schema and adds it to the sources. A schema that has not changed since the last run costs
 * a hash, and no database.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends SchemaMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init") // set by Maven
    private MavenProject project;

    /** The package of {@code Db} and of the records. */
    @Parameter(property = "pgorm.packageName", required = true)
    @SuppressWarnings("NullAway.Init") // set by Maven
    private String packageName;

    /** The source root to write to. */
    @Parameter(property = "pgorm.output", defaultValue = "${project.build.directory}/generated-sources/pgorm")
    @SuppressWarnings("NullAway.Init") // set by Maven
    private File output;

    /** Where the DDL goes as a resource, relative to the class path; empty for nowhere. */
    @Parameter(property = "pgorm.ddlResource")
    private @Nullable String ddlResource;

    /** Whether what is generated belongs to the tests. */
    @Parameter(property = "pgorm.testSources", defaultValue = "false")
    private boolean testSources;

    /** The server for the scratch database: {@code url}, {@code docker} or {@code embedded}; the first to be had if not said. */
    @Parameter(property = "pgorm.scratch")
    private @Nullable String scratch;

    /** A server that is there already, for {@code url}. A password is better in PGORM_SCRATCH_URL than in a build file. */
    @Parameter(property = "pgorm.scratch.url")
    private @Nullable String scratchUrl;

    /** Whether the embedded server is preferred where it has all that the schema needs: it starts faster. */
    @Parameter(property = "pgorm.preferSpeed", defaultValue = "true")
    private boolean preferSpeed;

    @Override
    void run(List<SourceFile> files) throws IOException {
        Path resources = output.toPath().resolveSibling(output.getName() + "-resources");
        Optional<Path> ddl = Optional.ofNullable(ddlResource).map(resources::resolve);
        ScratchOptions options = ScratchOptions.standard()
                .withUrl(scratchUrl)
                .withProvider(scratch == null ? null : ScratchProvider.parse(scratch))
                .withPreferSpeed(preferSpeed);
        ClientGenerator.Result result =
                ClientGenerator.generate(files, new ClientOptions(output.toPath(), packageName, ddl, options));
        tell(result.diagnostics(), result.printed());
        getLog().info(
                        result.upToDate()
                                ? "the client of the schema is up to date"
                                : "generated the client of the schema with " + result.server());
        addToBuild(resources, ddl.isPresent());
    }

    private void addToBuild(Path resources, boolean hasResources) {
        Resource resource = new Resource();
        resource.setDirectory(resources.toString());
        if (testSources) {
            project.addTestCompileSourceRoot(output.getPath());
        } else {
            project.addCompileSourceRoot(output.getPath());
        }
        if (hasResources && testSources) {
            project.addTestResource(resource);
        } else if (hasResources) {
            project.addResource(resource);
        }
    }
}
