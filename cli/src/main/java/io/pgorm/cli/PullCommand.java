package io.pgorm.cli;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.migrations.pull.Proof;
import io.pgorm.migrations.pull.Pull;
import io.pgorm.migrations.pull.PullOptions;
import io.pgorm.migrations.pull.Pulled;
import io.pgorm.migrations.source.SchemaSource;
import io.pgorm.sdl.write.WrittenSchema;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "pull",
        description = "Writes the schema file of a database that exists, and proves that it makes the same again.",
        mixinStandardHelpOptions = true)
final class PullCommand implements Callable<Integer> {

    @Option(
            names = "--from",
            required = true,
            paramLabel = "SOURCE",
            description = "The URL of a database, which is only read; a .sql file, a folder of migrations,"
                    + " a .pgorm file or a folder of them.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String from;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder to write " + Pull.FILE + " to. Without it the schema is printed.")
    private @Nullable Path out;

    @Option(names = "--force", description = "Writes over the file that is there.")
    private boolean force;

    @Option(
            names = "--schema",
            split = ",",
            paramLabel = "NAME",
            description = "A schema of the database to read; may be given more than once. Else all of them.")
    private List<String> schemas = List.of();

    @Option(
            names = "--scratch",
            paramLabel = "KIND",
            description = "The server on which the schema is tried: url, docker or embedded."
                    + " Else the first to be had, where PGORM_SCRATCH_URL comes first.")
    private @Nullable String scratch;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        @Nullable Path file = out == null ? null : out.resolve(Pull.FILE);
        if (file != null && Files.exists(file) && !force) {
            throw new IllegalArgumentException(file + " is there already; --force writes over it");
        }
        SchemaSource source = SchemaSource.of(from);
        ScratchOptions options =
                ScratchOptions.fast().withProvider(scratch == null ? null : ScratchProvider.parse(scratch));
        Pulled pulled =
                Pull.pull(source, PullOptions.standard().withSchemas(schemas).withScratch(options));
        if (file == null || out == null) {
            spec.commandLine().getOut().print(pulled.text());
            spec.commandLine().getOut().flush();
        } else {
            Files.createDirectories(out);
            Files.writeString(file, pulled.text());
        }
        PrintWriter err = spec.commandLine().getErr();
        report(pulled, source, file, err);
        err.flush();
        return pulled.isLossless() ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    private static void report(Pulled pulled, SchemaSource source, @Nullable Path file, PrintWriter err) {
        err.println((file == null ? "read " : "wrote " + file + ", read ") + "from " + source.describe() + " with "
                + pulled.server());
        section(err, "while it was loaded:", pulled.notes());
        section(
                err,
                "in sql blocks, since the language has no words for it:",
                pulled.blocks().stream().map(PullCommand::line).toList());
        section(err, "in the database and not in the schema:", pulled.unmodelled());
        switch (pulled.proof()) {
            case Proof.Equal() -> err.println("proved: a database made from the schema is the same");
            case Proof.Different(List<String> differences) ->
                section(err, "NOT THE SAME: a database made from the schema differs:", differences);
            case Proof.Refused(String reason) -> {
                err.println("NOT PROVED: no database could be made from the schema:");
                err.println(reason.strip());
            }
        }
    }

    private static String line(WrittenSchema.Block block) {
        return block.id() + ": " + block.reason();
    }

    private static void section(PrintWriter err, String head, List<String> lines) {
        if (!lines.isEmpty()) {
            err.println(head);
            lines.forEach(line -> err.println("  " + line));
        }
    }
}
