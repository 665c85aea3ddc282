package io.pgorm.database.testkit;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.ir.sql.SqlScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What pg_dump says of a database: a second look at a schema that shares no code with ours. It is there in the images
 * of containers; the embedded server has none. Stateless.
 */
public final class PgDump {

    /** Lists whose order means nothing, which PostgreSQL keeps as it was given. */
    private static final Pattern LIST = Pattern.compile("(\\bWITH \\(|\\bWHEN TAG IN \\()((?:[^()']|'[^']*')*)\\)");

    private static final Pattern POLICY =
            Pattern.compile("(?s)(CREATE POLICY .*? TO )(.*?)((?: USING \\(| WITH CHECK \\().*|)");

    private PgDump() {}

    /**
     * The statements that make the schema, sorted, so that two databases whose objects were made in different orders can
     * be compared.
     *
     * @param database in a container on this machine
     * @throws IllegalStateException where there is no container, pg_dump fails, or what it says holds no statement
     */
    public static List<String> statements(ScratchDatabase database) {
        URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        String container = container(address.getPort());
        List<String> command = List.of(
                "docker",
                "exec",
                "-e",
                "PGPASSWORD",
                container,
                "pg_dump",
                "--schema-only",
                "--host=127.0.0.1",
                "--username=" + database.user(),
                database.name());
        List<String> statements = split(run(command, Map.of("PGPASSWORD", database.password())));
        if (statements.isEmpty()) {
            throw new IllegalStateException("pg_dump of " + database + " holds no statement");
        }
        return statements;
    }

    /** By the port of IPv4: another container may have the same number in IPv6. */
    private static String container(int port) {
        String running = run(List.of("docker", "ps", "--no-trunc", "--format", "{{.ID}} {{.Ports}}"), Map.of());
        List<String> found = running.lines()
                .filter(line -> line.contains("0.0.0.0:" + port + "->"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(
                    found.size() + " containers at port " + port + ", among these:\n" + running);
        }
        return found.getFirst();
    }

    /** Without what pg_dump says of the session, and without the order. */
    static List<String> split(String dump) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (SqlScanner.Segment segment : SqlScanner.scan(dump.replaceAll("(?m)^\\\\(un)?restrict .*$", ""))) {
            switch (segment.kind()) {
                case COMMENT -> {}
                case CODE -> {
                    int from = 0;
                    for (int end = segment.text().indexOf(';');
                            end >= 0;
                            end = segment.text().indexOf(';', from)) {
                        add(statement.append(segment.text(), from, end), statements);
                        from = end + 1;
                    }
                    statement.append(segment.text(), from, segment.text().length());
                }
                default -> statement.append(segment.text());
            }
        }
        add(statement, statements);
        return statements.stream().sorted().toList();
    }

    private static void add(StringBuilder statement, List<String> statements) {
        String text = statement.toString().strip();
        boolean ofSession = text.startsWith("SET ") || text.startsWith("SELECT pg_catalog.set_config(");
        // it is the database's owner's, under one name or another
        boolean ofDatabase = text.startsWith("ALTER SCHEMA public OWNER TO ");
        if (!text.isEmpty() && !ofSession && !ofDatabase) {
            statements.add(LIST.matcher(sortedRoles(text))
                    .replaceAll(list -> Matcher.quoteReplacement(list.group(1) + sorted(list.group(2)) + ")")));
        }
        statement.setLength(0);
    }

    private static String sortedRoles(String statement) {
        Matcher policy = POLICY.matcher(statement);
        return policy.matches()
                ? policy.group(1)
                        + Arrays.stream(policy.group(2).split(", ")).sorted().collect(Collectors.joining(", "))
                        + policy.group(3)
                : statement;
    }

    /** Options in any order, each value in one of the words for it. */
    private static String sorted(String list) {
        return Arrays.stream(list.split(", "))
                .map(option -> option.replaceFirst("='?(on|yes|true|1)'?$", "='true'")
                        .replaceFirst("='?(off|no|false|0)'?$", "='false'"))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String run(List<String> command, Map<String, String> environment) {
        try {
            Path errors = Files.createTempFile("pgorm-", ".txt");
            try {
                ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
                builder.environment().putAll(environment);
                Process process = builder.start();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(command + ": " + Files.readString(errors));
                }
                return output;
            } finally {
                Files.deleteIfExists(errors);
            }
        } catch (IOException e) {
            throw new IllegalStateException(command + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
