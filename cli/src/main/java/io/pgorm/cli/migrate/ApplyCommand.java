package io.pgorm.cli.migrate;

import io.pgorm.cli.ExitCode;
import io.pgorm.migrations.apply.Applied;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "apply",
        description = "Applies the migrations that are pending, and goes on with one that was interrupted. Flyway's own"
                + " table says what was applied.",
        mixinStandardHelpOptions = true)
final class ApplyCommand implements Callable<Integer> {

    @Mixin
    private DatabaseArguments database = new DatabaseArguments();

    @Mixin
    private RunArguments run = new RunArguments();

    @Option(
            names = "--out-of-order",
            description = "Applies a migration that is pending although a newer one is applied.")
    private boolean outOfOrder;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Applied applied = database.migrations(run.options().withOutOfOrder(outOfOrder))
                .with(new ShowEvents(out, err, ShowEvents.atTerminal(), "applied"))
                .apply();
        if (applied.isEmpty()) {
            out.println("nothing to do: all migrations are applied");
        }
        out.flush();
        return ExitCode.OK;
    }
}
