package io.pgorm.cli.migrate;

import io.pgorm.cli.ExitCode;
import io.pgorm.migrations.apply.ApplyOptions;
import io.pgorm.migrations.apply.MigrationStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        description = "Says which migrations are applied, pending, interrupted, changed, missing or taken back.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private enum Format {
        text,
        json
    }

    @Mixin
    private DatabaseArguments database = new DatabaseArguments();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} where nothing is said.")
    private Format format = Format.text;

    @Option(names = "--check", description = "Exit code 3 where something is not as the folder says.")
    private boolean check;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        MigrationStatus status = database.migrations(ApplyOptions.standard()).status();
        PrintWriter out = spec.commandLine().getOut();
        out.print(format == Format.json ? StatusJson.print(status) : StatusText.print(status));
        out.flush();
        return check && !status.isUpToDate() ? ExitCode.DIFFERENT : ExitCode.OK;
    }
}
