package io.pgorm.cli.migrate;

import io.pgorm.cli.ExitCode;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.migrations.diff.DiffOptions;
import io.pgorm.migrations.diff.Way;
import io.pgorm.migrations.drift.Drift;
import io.pgorm.migrations.drift.FindDrift;
import io.pgorm.migrations.file.PlanScript;
import io.pgorm.migrations.source.MigrationsSource;
import io.pgorm.migrations.source.SchemaSource;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "drift",
        description = "Compares a database with what the migrations make: what was changed without one. The database"
                + " is only read. Exits with 3 where they differ.",
        mixinStandardHelpOptions = true)
final class MigrateDriftCommand implements Callable<Integer> {

    private enum Format {
        text,
        sql,
        all
    }

    @Option(names = "--url", required = true, paramLabel = "URL", description = "The database.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String url;

    @Option(
            names = {"--dir", "--migrations"},
            paramLabel = "DIR",
            defaultValue = "migrations",
            description = "The folder of the migrations. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "all",
            description = "text for a patch in the schema language, sql for statements, all for both."
                    + " Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Format format;

    @Option(
            names = "--schema",
            split = ",",
            paramLabel = "NAME",
            description = "A schema of the database to compare; may be given more than once. Else all of them.")
    private List<String> schemas = List.of();

    @Option(
            names = "--history-table",
            paramLabel = "NAME",
            defaultValue = "flyway_schema_history",
            description = "Flyway's table, which is no drift. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String historyTable;

    @Option(
            names = "--scratch",
            paramLabel = "KIND",
            description = "The server on which the migrations are run: url, docker or embedded."
                    + " Else the first to be had, where PGORM_SCRATCH_URL comes first.")
    private @Nullable String scratch;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Drift drift = FindDrift.between(
                SchemaSource.of(url),
                new MigrationsSource(folder),
                historyTable,
                DiffOptions.standard()
                        .withSchemas(schemas)
                        .withScratch(ScratchOptions.standard()
                                .withProvider(scratch == null ? null : ScratchProvider.parse(scratch))));
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        MigrateNewCommand.section(err, "while the migrations were run:", drift.notes());
        MigrateNewCommand.section(err, "seen, and not compared:", drift.unmodelled());
        err.flush();
        if (drift.isNone()) {
            out.println("no drift: the database is what the migrations in " + folder + " make");
        } else {
            print(drift, out);
        }
        out.flush();
        return drift.isNone() ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    private void print(Drift drift, PrintWriter out) {
        if (format != Format.sql) {
            out.println("-- the schema: - what the migrations make, + what the database has");
            out.println(drift.text().isEmpty() ? "(no difference in the words of the language)" : drift.text());
        }
        if (format != Format.text) {
            way("what a migration would say of it", drift.toDatabase(), out);
            way("what would take the database back to its migrations", drift.toMigrations(), out);
        }
    }

    private static void way(String head, Way way, PrintWriter out) {
        out.println("-- " + head);
        switch (way) {
            case Way.Planned(Plan plan) -> out.println(PlanScript.of(plan));
            case Way.Impossible(String reason) -> out.println("-- there is no way: " + reason);
        }
    }
}
