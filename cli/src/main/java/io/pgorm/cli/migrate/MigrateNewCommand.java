package io.pgorm.cli.migrate;

import io.pgorm.cli.ExitCode;
import io.pgorm.cli.RenameMode;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.migrations.create.NewMigration;
import io.pgorm.migrations.create.NewMigrationOptions;
import io.pgorm.migrations.create.NewMigrationResult;
import io.pgorm.migrations.diff.DiffOptions;
import io.pgorm.migrations.diff.Way;
import io.pgorm.migrations.file.HazardNames;
import io.pgorm.migrations.prove.Violation;
import io.pgorm.migrations.source.SchemaSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "new",
        description = "Writes the migration from what the migrations make to what the schema says, and how to take it"
                + " back, after trying both. Exits with 3 where that fails, and writes nothing then.",
        mixinStandardHelpOptions = true)
final class MigrateNewCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "What it is about, such as add_posts.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String name;

    @Option(
            names = "--schema",
            required = true,
            paramLabel = "SCHEMA",
            description = "What shall be: a .pgorm file or a folder of them; any other source will do too.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String schema;

    @Option(
            names = {"--dir", "--migrations"},
            paramLabel = "DIR",
            defaultValue = "migrations",
            description = "The folder of the migrations. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    @Option(
            names = "--allow",
            split = ",",
            paramLabel = "HAZARD",
            description = "Accepts a hazard, and says so in the files; apply asks again for all others."
                    + " May be given more than once, or with commas.")
    private List<Hazard> allow = List.of();

    @Option(
            names = "--offline",
            description =
                    "Plain statements, in one transaction where PostgreSQL lets it, though reads and writes wait.")
    private boolean offline;

    @Option(
            names = "--postgres",
            paramLabel = "MAJOR",
            description = "The major version that will run it. Else that of the server on which it is tried.")
    private @Nullable Integer major;

    @Option(
            names = "--renames",
            paramLabel = "MODE",
            description = "strict: nothing is written where something that goes looks like something that comes."
                    + " note, which is the standard: that is only told.")
    private RenameMode renames = RenameMode.note;

    @Option(names = "--dry-run", description = "Prints the files, and writes none.")
    private boolean dryRun;

    @Option(
            names = "--scratch",
            paramLabel = "KIND",
            description = "The server on which it is tried: url, docker or embedded."
                    + " Else the first to be had, where PGORM_SCRATCH_URL comes first.")
    private @Nullable String scratch;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Set<Hazard> allowed = EnumSet.noneOf(Hazard.class);
        allowed.addAll(allow);
        DiffOptions diff = DiffOptions.standard()
                .withScratch(
                        ScratchOptions.standard().withProvider(scratch == null ? null : ScratchProvider.parse(scratch)))
                .withOnline(!offline)
                .withStrictRenames(renames == RenameMode.strict);
        NewMigrationResult result = NewMigration.make(
                SchemaSource.of(schema),
                NewMigrationOptions.of(folder, name)
                        .withAllowed(allowed)
                        .withDiff(major == null ? diff : diff.withMajor(major)));
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        section(err, "while it was read:", result.seen().notes());
        section(err, "seen, and in no migration:", result.seen().unmodelled());
        int exit = report(result, out, err);
        out.flush();
        err.flush();
        return exit;
    }

    private int report(NewMigrationResult result, PrintWriter out, PrintWriter err) throws IOException {
        return switch (result) {
            case NewMigrationResult.Unchanged ignored -> {
                out.println("nothing to do: the migrations in " + folder + " make what " + schema + " says");
                yield ExitCode.OK;
            }
            case NewMigrationResult.Impossible(String reason, NewMigrationResult.Seen seen) -> {
                err.println("nothing written, since there is no way: " + reason);
                yield ExitCode.DIFFERENT;
            }
            case NewMigrationResult.NotProven refuted -> {
                section(
                        err,
                        "nothing written, since it was tried and does not do what it is for:",
                        refuted.proof().violations().stream()
                                .map(Violation::toString)
                                .toList());
                section(
                        err,
                        "what was tried:",
                        List.copyOf(refuted.migration().files().values()));
                yield ExitCode.DIFFERENT;
            }
            case NewMigrationResult.Proven proven -> {
                save(proven, out);
                out.println(proven.proof().summary());
                section(err, "not tried:", proven.proof().notes());
                hazards(proven, out);
                yield ExitCode.OK;
            }
        };
    }

    private void save(NewMigrationResult.Proven proven, PrintWriter out) throws IOException {
        if (dryRun) {
            proven.migration().files().forEach((file, text) -> {
                out.println("--- " + file);
                out.println(text);
            });
        } else {
            proven.migration().save(folder).forEach(file -> out.println("wrote " + file));
        }
    }

    private static void hazards(NewMigrationResult.Proven proven, PrintWriter out) throws IOException {
        for (Hazard hazard : proven.up().hazards()) {
            out.println("  " + hazard + ": " + hazard.why());
        }
        Set<Hazard> unaccepted = proven.migration().up().head().unaccepted();
        if (!unaccepted.isEmpty()) {
            out.println("to be accepted by --allow when it is applied, or by -- pgorm:allow in the file: "
                    + HazardNames.print(unaccepted));
        }
        if (proven.down() instanceof Way.Impossible(String reason)) {
            out.println("it cannot be taken back: " + reason);
        } else if (proven.down() instanceof Way.Planned(Plan down)
                && down.hazards().contains(Hazard.DELETES_DATA)) {
            out.println("taking it back " + Hazard.DELETES_DATA + ": " + Hazard.DELETES_DATA.why());
        }
    }

    static void section(PrintWriter err, String head, List<String> lines) {
        if (!lines.isEmpty()) {
            err.println(head);
            lines.forEach(line -> err.println("  " + line.replace("\n", "\n  ")));
        }
    }
}
