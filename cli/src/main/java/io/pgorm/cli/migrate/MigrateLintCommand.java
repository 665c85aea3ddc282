package io.pgorm.cli.migrate;

import io.pgorm.cli.ExitCode;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.migrations.file.HazardNames;
import io.pgorm.migrations.lint.Finding;
import io.pgorm.migrations.lint.Lint;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "lint",
        description = "Says what may hurt in migrations, ours or written by hand, and in any other SQL."
                + " Exits with 3 where something is neither advice nor accepted.",
        mixinStandardHelpOptions = true)
final class MigrateLintCommand implements Callable<Integer> {

    private enum Format {
        text,
        json
    }

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "A .sql file, or a folder of them.")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, or json for other programs. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Format format;

    @Option(
            names = "--allow",
            paramLabel = "HAZARD",
            description = "Accepts a hazard, as a line -- pgorm:allow HAZARD at the beginning of the file does."
                    + " May be given more than once, or with commas.")
    private List<String> allow = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Set<Hazard> allowed = EnumSet.noneOf(Hazard.class);
        allow.forEach(names -> allowed.addAll(HazardNames.parse(names)));
        List<Lint.Result> results = Lint.paths(files);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case text -> text(results, allowed, out);
            case json -> out.print(LintJson.print(results, allowed));
        }
        out.flush();
        return results.stream().anyMatch(result -> result.isRefused(allowed)) ? ExitCode.DIFFERENT : ExitCode.OK;
    }

    private static void text(List<Lint.Result> results, Set<Hazard> allowed, PrintWriter out) {
        int findings = 0;
        int accepted = 0;
        for (Lint.Result result : results) {
            for (Finding finding : result.findings()) {
                if (finding.hazard()
                        .map(hazard -> result.allowed().contains(hazard) || allowed.contains(hazard))
                        .orElse(false)) {
                    accepted++;
                } else {
                    findings++;
                    out.print(finding.print());
                }
            }
        }
        out.println(findings
                + (findings == 1 ? " finding in " : " findings in ")
                + results.size()
                + (results.size() == 1 ? " file" : " files")
                + (accepted == 0 ? "" : ", and " + accepted + " that was accepted"));
    }
}
