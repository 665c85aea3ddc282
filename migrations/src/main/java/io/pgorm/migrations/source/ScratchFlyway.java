package io.pgorm.migrations.source;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.migrations.file.MigrationVersion;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** Flyway on a scratch database. Stateless. */
final class ScratchFlyway {

    private static final String HISTORY = "flyway_schema_history";

    private ScratchFlyway() {}

    static void migrate(ScratchDatabase database, Path folder, Optional<MigrationVersion> upTo) throws SQLException {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(database.jdbcUrl());
        server.setUser(database.user());
        server.setPassword(database.password());
        FluentConfiguration flyway = Flyway.configure(ScratchFlyway.class.getClassLoader())
                .dataSource(server)
                .locations("filesystem:" + folder.toAbsolutePath())
                .table(HISTORY)
                // a migration is SQL as it stands: a ${...} in the body of a function is no placeholder
                .placeholderReplacement(false);
        upTo.ifPresent(version -> flyway.target(version.text()));
        // with the default its own open transaction makes CREATE INDEX CONCURRENTLY wait for ever
        flyway.getConfigurationExtension(PostgreSQLConfigurationExtension.class).setTransactionalLock(false);
        flyway.load().migrate();
        // what is read is what the migrations make, not how they were kept count of
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS public." + HISTORY);
        }
    }
}
