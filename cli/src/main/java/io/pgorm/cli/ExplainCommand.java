package io.pgorm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        description = "Says what a code like PGO0101 means, with an example and the cure.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    private static final String PAGE = "DIAGNOSTICS.md";

    @Parameters(paramLabel = "CODE", description = "The code; PGO may be left out.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String code;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String wanted = code.toUpperCase(Locale.ROOT);
        String full = wanted.startsWith("PGO") ? wanted : "PGO" + wanted;
        String page = page();
        int start = page.indexOf("### " + full + ":");
        if (start < 0) {
            throw new IllegalArgumentException("there is no code " + code);
        }
        int end = page.indexOf("\n##", start);
        String section = end < 0 ? page.substring(start) : page.substring(start, end);
        spec.commandLine().getOut().println(section.substring("### ".length()).strip());
        return ExitCode.OK;
    }

    private static String page() throws IOException {
        try (InputStream in = ExplainCommand.class.getResourceAsStream(PAGE)) {
            if (in == null) {
                throw new IllegalStateException("the command lacks its own file " + PAGE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
