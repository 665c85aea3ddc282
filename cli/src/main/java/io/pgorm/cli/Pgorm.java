package io.pgorm.cli;

import io.pgorm.cli.diff.DiffCommand;
import io.pgorm.cli.migrate.MigrateCommand;
import io.pgorm.database.ScratchUnavailableException;
import io.pgorm.ddl.plan.UnsupportedChangeException;
import io.pgorm.ir.diagnostic.SchemaException;
import io.pgorm.migrations.apply.MigrationException;
import io.pgorm.migrations.script.ScriptException;
import io.pgorm.migrations.source.SourceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line: exit codes 0 for done, 1 for a schema that is wrong, 2 for wrong usage or a missing part, 3 for what
 * came out different.
 */
@Command(
        name = "pgorm",
        description =
                "Compiles PG-ORM schemas: checks them, turns them into DDL, generates typed clients, writes them for"
                        + " databases that exist, draws them, and looks after databases.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ValidateCommand.class,
            DdlCommand.class,
            GenerateCommand.class,
            FormatCommand.class,
            DiagramCommand.class,
            ExplainCommand.class,
            PullCommand.class,
            DiffCommand.class,
            MigrateCommand.class,
            DoctorCommand.class
        })
public final class Pgorm implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /** Runs one command and returns its exit code; never throws. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Pgorm())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((exception, line, result) -> fail(exception, err))
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do: " + String.join(", ", spec.subcommands().keySet()));
    }

    private static int fail(Exception exception, PrintWriter err) {
        switch (exception) {
            case SchemaException wrong -> {
                err.print(wrong.print());
                err.flush();
                return ExitCode.SCHEMA;
            }
            case ScratchUnavailableException missing -> err.println("pgorm: " + missing.getMessage());
            case NoSuchFileException missing ->
                err.println("pgorm: there is no file or folder " + missing.getMessage());
            case IOException io -> err.println("pgorm: " + message(io));
            case SourceException missing -> err.println("pgorm: " + message(missing));
            case MigrationException wrong -> {
                err.println("pgorm: " + message(wrong));
                return ExitCode.SCHEMA;
            }
            case ScriptException wrong -> {
                err.println("pgorm: " + message(wrong));
                return ExitCode.SCHEMA;
            }
            case UnsupportedChangeException impossible -> {
                err.println("pgorm: " + message(impossible));
                return ExitCode.DIFFERENT;
            }
            case SQLException failed -> err.println("pgorm: the server says: " + message(failed));
            case UncheckedIOException io -> err.println("pgorm: " + message(io));
            case IllegalArgumentException usage -> err.println("pgorm: " + message(usage));
            default -> err.println("pgorm: this should not have happened, please report it: " + exception);
        }
        return ExitCode.USAGE;
    }

    private static String message(Exception exception) {
        @Nullable String message = exception.getMessage();
        return message == null ? exception.getClass().getSimpleName() : message;
    }
}
