package io.pgorm.cli;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.jooq.ClientGenerator;
import io.pgorm.jooq.ClientOptions;
import io.pgorm.sdl.SourceFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "generate",
        description = "Generates the Java sources of a typed client.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SCHEMA", description = "A .pgorm file, or a folder of them read as one schema.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path schema;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The source root to write to.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Option(names = "--package", required = true, paramLabel = "NAME", description = "The package of the client.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String packageName;

    @Option(names = "--ddl", paramLabel = "FILE", description = "Writes the DDL to this file too.")
    private @Nullable Path ddl;

    @Option(
            names = "--scratch",
            paramLabel = "KIND",
            description = "The server for the scratch database: url, docker or embedded."
                    + " Else the first to be had, where PGORM_SCRATCH_URL comes first.")
    private @Nullable String scratch;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        ScratchOptions options =
                ScratchOptions.fast().withProvider(scratch == null ? null : ScratchProvider.parse(scratch));
        ClientGenerator.Result result = ClientGenerator.generate(
                SourceFile.read(schema), new ClientOptions(out, packageName, Optional.ofNullable(ddl), options));
        spec.commandLine().getErr().print(result.printed());
        spec.commandLine().getErr().flush();
        spec.commandLine()
                .getOut()
                .println(result.upToDate() ? "up to date: " + out : "generated " + out + " with " + result.server());
        return ExitCode.OK;
    }
}
