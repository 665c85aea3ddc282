package io.pgorm.database.internal;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.ExecConfig;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The pg_dump in the server's own container. */
record ContainerPgDump(PostgreSQLContainer container) implements SchemaDumper {

    @Override
    public Optional<String> dump(JdbcAddress address, String database, int major) throws IOException {
        try {
            ExecResult result = container.execInContainer(ExecConfig.builder()
                    .command(SchemaDumper.command(
                                    "127.0.0.1", PostgreSQLContainer.POSTGRESQL_PORT, address.user(), database)
                            .toArray(String[]::new))
                    .envVars(Map.of("PGPASSWORD", address.password()))
                    .build());
            if (result.getExitCode() != 0) {
                throw new IOException(
                        "pg_dump in the container fails: " + result.getStderr().strip());
            }
            return Optional.of(result.getStdout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while pg_dump ran", e);
        }
    }
}
