package io.pgorm.database.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pg_dump on the path, where it is of the server's major version: another writes other words. */
final class LocalPgDump implements SchemaDumper {

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    private static final int DEFAULT_PORT = 5432;

    @Override
    public Optional<String> dump(JdbcAddress address, String database, int major) throws IOException {
        String version;
        try {
            version = run(List.of("pg_dump", "--version"), Map.of());
        } catch (IOException e) {
            return Optional.empty();
        }
        Matcher match = VERSION.matcher(version);
        if (!match.find() || Integer.parseInt(match.group(1)) != major) {
            return Optional.empty();
        }
        URI uri = URI.create(address.jdbcUrl(database).substring("jdbc:".length()));
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        String host = uri.getHost() == null ? "localhost" : uri.getHost();
        return Optional.of(run(
                SchemaDumper.command(host, port, address.user(), database),
                address.password().isEmpty() ? Map.of() : Map.of("PGPASSWORD", address.password())));
    }

    private static String run(List<String> command, Map<String, String> environment) throws IOException {
        Path errors = Files.createTempFile("pgorm-", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(Files.readString(errors).strip());
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while pg_dump ran", e);
        } finally {
            Files.deleteIfExists(errors);
        }
    }
}
