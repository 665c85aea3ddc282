package io.pgorm.database.internal;

import io.pgorm.database.ScratchProvider;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A container from a PostgreSQL image, through Testcontainers, which also removes it when the JVM is killed. */
record DockerSource(String image) implements ServerSource {

    private static final String USER = "postgres";

    @Override
    public ScratchProvider provider() {
        return ScratchProvider.DOCKER;
    }

    @Override
    public String label() {
        return "Docker image " + image;
    }

    @Override
    public RunningServer start() throws NoServerException {
        String engine = DockerEngine.find()
                .orElseThrow(() -> new NoServerException(
                        "no Docker engine",
                        "no Docker engine answers at " + String.join(" or ", DockerEngine.addresses()),
                        null));
        DockerEngine.requireImage(engine, image);
        quieten();
        PostgreSQLContainer container = null;
        try {
            container = container(Passwords.random());
            container.start();
            var address = new JdbcAddress(
                    container.getHost() + ":" + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                    USER,
                    USER,
                    container.getPassword(),
                    Map.of());
            return RunningServer.at(this, address, new ContainerPgDump(container), container::stop);
        } catch (RuntimeException | SQLException e) {
            if (container != null) {
                container.stop();
            }
            throw new NoServerException("no container", "the container could not be started: " + rootMessage(e), e);
        }
    }

    private PostgreSQLContainer container(String password) {
        var container = new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
        container.withUsername(USER).withPassword(password).withDatabaseName(USER);
        container.withCommand(
                "postgres",
                "-c",
                "fsync=off",
                "-c",
                "synchronous_commit=off",
                "-c",
                "full_page_writes=off",
                "-c",
                "max_connections=200",
                "-c",
                "max_wal_size=192MB");
        DockerImages.dataFolder(image).ifPresent(folder -> container.withTmpFs(Map.of(folder, "rw")));
        container.withStartupTimeout(Duration.ofMinutes(2));
        return container;
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).strip();
    }

    /**
     * Maven's own logger is slf4j's simple one, and would mix Testcontainers' reports and stack traces into a build's
     * log; what went wrong is in our exception. Other loggers have settings of their own and do not look at these.
     */
    private static void quieten() {
        for (String logger : new String[] {"org.testcontainers", "tc", "com.github.dockerjava"}) {
            String property = "org.slf4j.simpleLogger.log." + logger;
            if (System.getProperty(property) == null) {
                System.setProperty(property, "off");
            }
        }
    }
}
