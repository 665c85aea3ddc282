package io.pgorm.maven;

import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.diagnostic.SchemaException;
import io.pgorm.sdl.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals share: where the schema is, and how what is wrong with it is told. */
abstract class SchemaMojo extends AbstractMojo {

    /** The schema: one file, or a folder whose {@code .pgorm} files are read as one schema. */
    @Parameter(property = "pgorm.schema", defaultValue = "${project.basedir}/src/main/pgorm")
    @SuppressWarnings("NullAway.Init") // set by Maven
    private File schema;

    /** Leaves the goal out. */
    @Parameter(property = "pgorm.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("left out, as pgorm.skip says");
            return;
        }
        if (!schema.exists()) {
            throw new MojoFailureException("there is no schema at " + schema
                    + "; write one there, or say where it is: <configuration><schema>...</schema></configuration>");
        }
        try {
            run(SourceFile.read(schema.toPath()));
        } catch (SchemaException e) {
            e.print().lines().forEach(getLog()::error);
            throw new MojoFailureException("the schema is wrong: " + count(e.diagnostics()) + ", see above");
        } catch (IOException | RuntimeException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /**
     * Does the work.
     *
     * @throws SchemaException if the schema is wrong
     * @throws MojoFailureException if the build fails for another reason
     */
    abstract void run(List<SourceFile> files) throws IOException, MojoFailureException;

    /** Where the schema is. */
    final Path schema() {
        return schema.toPath();
    }

    /** Warnings and information, each line by itself so that Maven marks it. */
    final void tell(List<Diagnostic> diagnostics, String printed) {
        boolean warns = diagnostics.stream()
                .anyMatch(diagnostic -> diagnostic.severity() == io.pgorm.ir.diagnostic.Severity.WARNING);
        printed.lines().forEach(line -> {
            if (warns) {
                getLog().warn(line);
            } else {
                getLog().info(line);
            }
        });
    }

    private static String count(List<Diagnostic> diagnostics) {
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        return errors == 1 ? "1 error" : errors + " errors";
    }
}
