package io.pgorm.cli.migrate;

import io.pgorm.cli.ExitCode;
import io.pgorm.migrations.Migrations;
import io.pgorm.migrations.apply.RolledBack;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "rollback",
        description = "Takes back the migration that was applied last, or all that are newer than a version, newest"
                + " first, by their undo files.",
        mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {

    @Mixin
    private DatabaseArguments database = new DatabaseArguments();

    @Mixin
    private RunArguments run = new RunArguments();

    @Option(
            names = "--to",
            paramLabel = "VERSION",
            description = "The version that is the newest afterwards; 0 for none. Else the last one is taken back.")
    private @Nullable String to;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Migrations migrations = database.migrations(run.options())
                .with(new ShowEvents(out, err, ShowEvents.atTerminal(), "rolled back"));
        RolledBack done = to == null ? migrations.rollback() : migrations.rollbackTo(to);
        if (done.files().isEmpty()) {
            out.println("nothing to do: nothing newer is applied");
        }
        out.flush();
        return ExitCode.OK;
    }
}
