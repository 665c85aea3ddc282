package io.pgorm.cli;

import io.pgorm.database.DatabaseUrl;
import io.pgorm.ir.spi.Advisor;
import io.pgorm.ir.spi.Advisor.Advice;
import io.pgorm.ir.spi.Advisor.Question;
import io.pgorm.ir.spi.Advisor.Setting;
import io.pgorm.ir.spi.Advisor.Weight;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pgorm doctor}: what could be better in a database that is in use. */
@Command(
        name = "doctor",
        description =
                "Looks at a database as a role of the application sees it: indexes that policies make useless, columns"
                        + " of policies without one, ways round policies. The database is only read. Exits with 3 where it found"
                        + " something to do.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Option(
            names = "--url",
            required = true,
            paramLabel = "URL",
            description = "The database, with a role that may take on the other one.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String url;

    @Option(names = "--role", required = true, paramLabel = "ROLE", description = "The role of the application.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String role;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of an identity, such as pgorm.uid=1; may be given more than once.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--query",
            paramLabel = "SQL",
            description = "A query of the application to be explained under the role; may be given more than once.")
    private List<String> queries = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        List<Setting> identity = settings.entrySet().stream()
                .map(entry -> new Setting(entry.getKey(), entry.getValue()))
                .toList();
        List<Advice> found = new ArrayList<>();
        try (Connection connection = DatabaseUrl.of(url).connect()) {
            for (Advisor advisor : ServiceLoader.load(Advisor.class)) {
                found.addAll(advisor.advise(connection, new Question(role, identity, queries)));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        found.forEach(out::println);
        boolean toDo = found.stream().anyMatch(advice -> advice.weight() != Weight.NOTE);
        if (!toDo) {
            out.println("nothing to do for the role " + role);
        }
        out.flush();
        return toDo ? ExitCode.DIFFERENT : ExitCode.OK;
    }
}
