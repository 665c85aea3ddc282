package io.pgorm.cli.migrate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is done with migrations; each verb is a command of its own. */
@Command(
        name = "migrate",
        description = "Writes migrations from one version of a schema to the next, and works with them.",
        mixinStandardHelpOptions = true,
        subcommands = {
            MigrateNewCommand.class,
            MigrateProveCommand.class,
            MigrateLintCommand.class,
            ApplyCommand.class,
            StatusCommand.class,
            RollbackCommand.class,
            BaselineCommand.class,
            MigrateDriftCommand.class
        })
public final class MigrateCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do: " + String.join(", ", spec.subcommands().keySet()));
    }
}
