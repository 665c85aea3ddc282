package io.pgorm.database.testkit;

import io.pgorm.database.SchemaDump;
import io.pgorm.database.ScratchDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What pg_dump says of a database: a second look at a schema that shares no code with ours. It is there in the images
 * of containers; the embedded server has none. Stateless.
 */
public final class PgDump {

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
        List<String> statements = SchemaDump.statements(run(command, Map.of("PGPASSWORD", database.password())));
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
