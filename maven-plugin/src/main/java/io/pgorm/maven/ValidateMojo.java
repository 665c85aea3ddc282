package io.pgorm.maven;

import io.pgorm.sdl.Compilation;
import io.pgorm.sdl.SchemaCompiler;
import io.pgorm.sdl.SourceFile;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Says what is wrong with the schema, and what could be better. Needs no database. */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class ValidateMojo extends SchemaMojo {

    @Override
    void run(List<SourceFile> files) {
        Compilation compilation = SchemaCompiler.withInstalledExtensions().compile(files);
        compilation.orThrow();
        tell(compilation.diagnostics(), compilation.print());
    }
}
