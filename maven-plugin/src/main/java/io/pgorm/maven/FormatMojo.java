package io.pgorm.maven;

import io.pgorm.ir.diagnostic.SchemaException;
import io.pgorm.sdl.FormattedFile;
import io.pgorm.sdl.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Puts the schema files into the one canonical layout, or fails the build where they are not. Needs no database. */
@Mojo(name = "format", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class FormatMojo extends SchemaMojo {

    /** Whether nothing is written, and the build fails if a file is not formatted. */
    @Parameter(property = "pgorm.format.check", defaultValue = "false")
    private boolean check;

    @Override
    void run(List<SourceFile> files) throws IOException, MojoFailureException {
        List<Path> unformatted = new ArrayList<>();
        for (FormattedFile file : FormattedFile.read(schema())) {
            if (file.hasErrors()) {
                throw new SchemaException(file.print(), file.formatted().errors());
            }
            if (!file.isChanged()) {
                continue;
            }
            if (check) {
                unformatted.add(file.path());
            } else {
                file.write();
                getLog().info("formatted " + file.path());
            }
        }
        if (!unformatted.isEmpty()) {
            unformatted.forEach(path -> getLog().error("not formatted: " + path));
            throw new MojoFailureException("the schema is not formatted; run the goal pgorm:format");
        }
    }
}
