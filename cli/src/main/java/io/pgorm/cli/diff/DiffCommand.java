package io.pgorm.cli.diff;

import io.pgorm.cli.ExitCode;
import io.pgorm.cli.RenameMode;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.database.ScratchServer;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.migrations.diff.Comparison;
import io.pgorm.migrations.diff.DiffOptions;
import io.pgorm.migrations.diff.Difference;
import io.pgorm.migrations.diff.Way;
import io.pgorm.migrations.file.PlanScript;
import io.pgorm.migrations.source.SchemaSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        description = "Plans the way from one source to another: the URL of a database, a .sql file, a folder of"
                + " migrations, a .pgorm file or a folder of them. Nothing is changed.",
        mixinStandardHelpOptions = true)
public final class DiffCommand implements Callable<Integer> {

    /** How long the database may count for one hazard. */
    private static final Duration A_QUESTION = Duration.ofSeconds(20);

    private enum Format {
        sql,
        json,
        sdl
    }

    @Option(names = "--from", paramLabel = "SOURCE", description = "What there is.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "SOURCE", description = "What there shall be.")
    private @Nullable String to;

    @Option(
            names = "--batch",
            paramLabel = "FILE",
            description = "Many pairs: a line {\"id\", \"from\", \"to\"} for each, and a line of JSON as answer."
                    + " With - they come from standard input.")
    private @Nullable String batch;

    @Option(names = "--down", description = "The way back is printed instead; with JSON there are always both.")
    private boolean down;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "sql: the plan as a script; json: both plans; sdl: what differs as schema text, as a patch.")
    private Format format = Format.sql;

    @Option(
            names = "--offline",
            description = "Plain statements, which need fewer transactions, and stop reads and writes while they run.")
    private boolean offline;

    @Option(
            names = "--postgres",
            paramLabel = "MAJOR",
            description = "The major version that will run the plan. Else that of the database behind a URL, or of the"
                    + " server on which the sources are made.")
    private @Nullable Integer major;

    @Option(
            names = "--allow",
            split = ",",
            paramLabel = "HAZARD",
            description = "A hazard that is accepted; may be given more than once. With it, others end in exit code 3.")
    private List<Hazard> allowed = List.of();

    @Option(
            names = "--renames",
            paramLabel = "MODE",
            description = "strict: exit code 3 where something that goes looks like something that comes."
                    + " note, which is the standard: that is only told.")
    private RenameMode renames = RenameMode.note;

    @Option(names = "--check", description = "Exit code 3 where the plan is not empty.")
    private boolean check;

    @Option(names = "--strict", description = "Exit code 3 where something was seen that is not compared.")
    private boolean strict;

    @Option(
            names = "--schema",
            split = ",",
            paramLabel = "NAME",
            description = "A schema of the database to compare; may be given more than once. Else all of them.")
    private List<String> schemas = List.of();

    @Option(
            names = "--scratch",
            paramLabel = "KIND",
            description = "The server on which sources are made: url, docker or embedded."
                    + " Else the first to be had, where PGORM_SCRATCH_URL comes first.")
    private @Nullable String scratch;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        // a container may have the version and the extensions of the database that the plan is for
        ScratchOptions server =
                ScratchOptions.standard().withProvider(scratch == null ? null : ScratchProvider.parse(scratch));
        DiffOptions options = DiffOptions.standard()
                .withScratch(server)
                .withSchemas(schemas)
                .withOnline(!offline)
                .withStrictRenames(renames == RenameMode.strict);
        if (major != null) {
            options = options.withMajor(major);
        }
        if (batch != null) {
            return all(batch, options);
        }
        if (from == null || to == null) {
            throw new ParameterException(
                    spec.commandLine(), "Say what to compare: --from SOURCE --to SOURCE, or --batch FILE");
        }
        try (Comparison comparison = Comparison.of(SchemaSource.of(from), SchemaSource.of(to), options)) {
            Difference difference = comparison.difference();
            Way way = down ? difference.down() : difference.up();
            PrintWriter out = spec.commandLine().getOut();
            out.print(
                    switch (format) {
                        case sql -> PlanScript.of(way.orThrow());
                        case json -> DiffJson.print(difference);
                        case sdl -> comparison.patch();
                    });
            out.flush();
            return report(difference, way, inRows(comparison, difference));
        }
    }

    private int all(String file, DiffOptions options) throws IOException {
        DiffBatch pairs = new DiffBatch(options, spec.commandLine().getOut());
        // held open, so that the server stays from the first pair to the last
        try (ScratchServer held = ScratchServer.start(options.scratch());
                BufferedReader lines = file.equals("-")
                        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                        : Files.newBufferedReader(Path.of(file))) {
            pairs.run(lines);
        }
        return ExitCode.OK;
    }

    /** Of the way up only: nobody has the rows of what there shall be. */
    private List<String> inRows(Comparison comparison, Difference difference) throws SQLException {
        return !down && difference.up() instanceof Way.Planned(Plan plan)
                ? comparison.inRows(plan, A_QUESTION).stream()
                        .map(known -> known.hazard() + ": " + known.sentence())
                        .toList()
                : List.of();
    }

    private int report(Difference difference, Way way, List<String> inRows) {
        PrintWriter err = spec.commandLine().getErr();
        section(err, "while the sources were loaded:", difference.notes());
        section(err, "perhaps only another name:", difference.likelyRenames());
        section(err, "in the rows that are there:", inRows);
        section(err, "seen, and not compared:", difference.unmodelled());
        Set<Hazard> refused = EnumSet.noneOf(Hazard.class);
        boolean empty = true;
        if (way instanceof Way.Planned(Plan plan)) {
            refused.addAll(plan.hazards());
            empty = plan.isEmpty();
        }
        refused.removeAll(allowed);
        if (!allowed.isEmpty()) {
            section(
                    err,
                    "not accepted by --allow:",
                    refused.stream().map(hazard -> hazard + ": " + hazard.why()).toList());
        }
        err.flush();
        boolean different = check && !empty
                || strict && !difference.unmodelled().isEmpty()
                || !allowed.isEmpty() && !refused.isEmpty()
                || way instanceof Way.Impossible;
        return different ? ExitCode.DIFFERENT : ExitCode.OK;
    }

    private static void section(PrintWriter err, String head, List<String> lines) {
        if (!lines.isEmpty()) {
            err.println(head);
            lines.forEach(line -> err.println("  " + line));
        }
    }
}
