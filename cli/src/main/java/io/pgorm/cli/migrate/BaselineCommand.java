package io.pgorm.cli.migrate;

import io.pgorm.cli.ExitCode;
import io.pgorm.migrations.apply.ApplyOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "baseline",
        description = "Adopts a database that exists: says which version it is, so that only what is newer is applied.",
        mixinStandardHelpOptions = true)
final class BaselineCommand implements Callable<Integer> {

    @Mixin
    private DatabaseArguments database = new DatabaseArguments();

    @Parameters(paramLabel = "VERSION", description = "The version that the database is at; 0 for before the first.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String version;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        database.migrations(ApplyOptions.standard()).baseline(version);
        spec.commandLine().getOut().println("the database is at version " + version + " now; nothing was run");
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }
}
