package io.pgorm.cli.migrate;

import io.pgorm.cli.ExitCode;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.database.ScratchServer;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.migrations.create.ProveMigration;
import io.pgorm.migrations.diff.DiffOptions;
import io.pgorm.migrations.diff.Difference;
import io.pgorm.migrations.diff.Way;
import io.pgorm.migrations.file.MigrationVersion;
import io.pgorm.migrations.file.PlanScript;
import io.pgorm.migrations.prove.Proof;
import io.pgorm.migrations.source.SchemaSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "prove",
        description = "Tries migrations on a scratch server, with rows in the tables: up, back, and up again."
                + " Exits with 3 where one does not keep what must be kept.",
        mixinStandardHelpOptions = true)
final class MigrateProveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "VERSION", arity = "0..*", description = "The versions to try. Without any, the last one.")
    private List<String> versions = List.of();

    @Option(names = "--all", description = "Tries all of them, each on what those before it make.")
    private boolean all;

    @Option(
            names = {"--dir", "--migrations"},
            paramLabel = "DIR",
            defaultValue = "migrations",
            description = "The folder of the migrations. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Option(
            names = "--schema",
            paramLabel = "SCHEMA",
            description = "What the last of them must lead to: a .pgorm file or a folder of them, or any other source.")
    private @Nullable String schema;

    @Option(
            names = "--scratch",
            paramLabel = "KIND",
            description = "The server on which they are tried: url, docker or embedded."
                    + " Else the first to be had, where PGORM_SCRATCH_URL comes first.")
    private @Nullable String scratch;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        DiffOptions options = DiffOptions.standard()
                .withScratch(ScratchOptions.standard()
                        .withProvider(scratch == null ? null : ScratchProvider.parse(scratch)));
        List<MigrationVersion> there = ProveMigration.versions(folder);
        if (there.isEmpty()) {
            throw new IllegalArgumentException("there is no migration in " + folder);
        }
        List<MigrationVersion> wanted = all
                ? there
                : versions.isEmpty()
                        ? List.of(there.getLast())
                        : versions.stream().map(MigrationVersion::new).toList();
        boolean holds = true;
        // held open, so that the server stays from the first to the last
        try (ScratchServer held = ScratchServer.start(options.scratch())) {
            for (MigrationVersion version : wanted) {
                holds &= prove(version, options);
            }
            holds &= schema == null || leadsTo(schema, wanted.getLast(), options);
        }
        spec.commandLine().getOut().flush();
        spec.commandLine().getErr().flush();
        return holds ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    private boolean prove(MigrationVersion version, DiffOptions options) throws IOException, SQLException {
        Proof proof = ProveMigration.prove(folder, version, options);
        (proof.holds() ? spec.commandLine().getOut() : spec.commandLine().getErr())
                .println(version + ": " + proof.summary());
        MigrateNewCommand.section(spec.commandLine().getErr(), "not tried:", proof.notes());
        return proof.holds();
    }

    private boolean leadsTo(String wanted, MigrationVersion version, DiffOptions options)
            throws IOException, SQLException {
        Difference missing = ProveMigration.missing(folder, version, SchemaSource.of(wanted), options);
        PrintWriter err = spec.commandLine().getErr();
        MigrateNewCommand.section(err, "seen, and not compared:", missing.unmodelled());
        return switch (missing.up()) {
            case Way.Planned(Plan plan)
            when plan.isEmpty() -> {
                spec.commandLine().getOut().println("the migrations make what " + wanted + " says");
                yield true;
            }
            case Way.Planned(Plan plan) -> {
                MigrateNewCommand.section(
                        err, wanted + " says more than the migrations make:", List.of(PlanScript.of(plan)));
                yield false;
            }
            case Way.Impossible(String reason) -> {
                err.println(wanted + " says something else than the migrations make: " + reason);
                yield false;
            }
        };
    }
}
