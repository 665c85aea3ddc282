package io.pgorm.cli;

import io.pgorm.sdl.FormattedFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "format",
        description = "Puts schema files into the one canonical layout; what they say does not change.",
        mixinStandardHelpOptions = true)
final class FormatCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            defaultValue = "src/main/pgorm",
            description = "Files, and folders whose .pgorm files are meant; src/main/pgorm if none is given.")
    private List<Path> paths = List.of();

    @Option(
            names = "--check",
            description = "Writes nothing, names the files that are not formatted, and exits with 3 if there are any.")
    private boolean check;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<FormattedFile> files = new ArrayList<>();
        for (Path path : paths) {
            files.addAll(FormattedFile.read(path));
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        int exit = ExitCode.OK;
        for (FormattedFile file : files) {
            if (file.hasErrors()) {
                err.print(file.print());
                err.flush();
                exit = ExitCode.SCHEMA;
            } else if (file.isChanged() && check) {
                err.println("not formatted: " + file.path());
                exit = exit == ExitCode.OK ? ExitCode.DIFFERENT : exit;
            } else if (file.isChanged()) {
                file.write();
                out.println("formatted " + file.path());
            }
        }
        if (exit == ExitCode.OK && files.stream().noneMatch(FormattedFile::isChanged)) {
            out.println(files.size() == 1 ? "the file is formatted" : "all " + files.size() + " files are formatted");
        }
        return exit;
    }
}
