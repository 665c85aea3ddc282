package io.pgorm.migrations.apply;

import io.pgorm.database.ScratchDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** A PgBouncer beside the server of a database, in the same container; it ends with the container. */
final class PgBouncer {

    private final ScratchDatabase database;
    private final String address;
    private final int port;

    private PgBouncer(ScratchDatabase database, String address, int port) {
        this.database = database;
        this.address = address;
        this.port = port;
    }

    /** Whether the image has one. */
    static boolean isIn(ScratchDatabase database) throws Exception {
        return tryRun("docker", "exec", container(database), "sh", "-c", "command -v pgbouncer") == 0;
    }

    /** @param mode {@code transaction} or {@code session} */
    static PgBouncer start(ScratchDatabase database, String mode, int port, int size) throws Exception {
        String container = container(database);
        String folder = "/tmp/pgbouncer-" + port;
        String settings = """
                [databases]
                * = host=127.0.0.1 port=5432
                [pgbouncer]
                listen_addr = 0.0.0.0
                listen_port = %d
                unix_socket_dir =
                auth_type = trust
                auth_file = %s/users
                pidfile = %s/pid
                logfile = %s/log
                pool_mode = %s
                default_pool_size = %d
                ignore_startup_parameters = extra_float_digits
                """.formatted(port, folder, folder, folder, mode, size);
        String user = "\"" + database.user() + "\" \"" + database.password() + "\"";
        run(
                "docker",
                "exec",
                "-u",
                "postgres",
                container,
                "sh",
                "-c",
                "mkdir -p " + folder + "; printf '%s' '" + settings + "' > " + folder + "/ini; printf '%s\\n' '" + user
                        + "' > " + folder + "/users; pgbouncer -q -d " + folder + "/ini");
        String address = run(
                        "docker",
                        "inspect",
                        "-f",
                        "{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}",
                        container)
                .strip()
                .split(" ")[0];
        PgBouncer bouncer = new PgBouncer(database, address, port);
        bouncer.waitUntilItAnswers();
        return bouncer;
    }

    PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {address});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database.name());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }

    private void waitUntilItAnswers() throws Exception {
        for (int i = 0; ; i++) {
            try {
                source().getConnection().close();
                return;
            } catch (java.sql.SQLException e) {
                if (i == 50) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    private static String container(ScratchDatabase database) throws Exception {
        int port = URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort();
        return run("docker", "ps", "--no-trunc", "--format", "{{.ID}} {{.Ports}}")
                .lines()
                .filter(line -> line.contains("0.0.0.0:" + port + "->"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst()
                .orElseThrow();
    }

    private static int tryRun(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            List<String> shown = new ArrayList<>(Arrays.asList(command));
            throw new IOException(shown.subList(0, Math.min(5, shown.size())) + ": " + printed);
        }
        return printed;
    }
}
