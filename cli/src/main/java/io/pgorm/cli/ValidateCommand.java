package io.pgorm.cli;

import io.pgorm.sdl.Compilation;
import io.pgorm.sdl.SchemaCompiler;
import io.pgorm.sdl.SourceFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "validate",
        description = "Says what is wrong with a schema, and what could be better.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SCHEMA", description = "A .pgorm file, or a folder of them read as one schema.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path schema;

    @Option(names = "--json", description = "Prints all diagnostics as JSON, for editors and other programs.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Compilation compilation = SchemaCompiler.withInstalledExtensions().compile(SourceFile.read(schema));
        if (json) {
            spec.commandLine().getOut().print(PrintJson.print(compilation.diagnostics()));
            spec.commandLine().getOut().flush();
            return compilation.hasErrors() ? ExitCode.SCHEMA : ExitCode.OK;
        }
        compilation.orThrow();
        spec.commandLine().getErr().print(compilation.print());
        spec.commandLine().getErr().flush();
        spec.commandLine().getOut().println("the schema is valid");
        return ExitCode.OK;
    }
}
