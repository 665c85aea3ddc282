package io.pgorm.migrations.apply.internal;

import io.pgorm.migrations.apply.ApplyOptions;
import io.pgorm.migrations.apply.MigrationException;
import io.pgorm.migrations.apply.MigrationException.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jspecify.annotations.Nullable;

/**
 * What Flyway says of a database and a folder: its rules are asked, not imitated. It works on the session's own
 * connection. Used by one thread.
 */
final class FlywayView {

    private final Session session;
    private final Path folder;
    private final ApplyOptions options;
    private final String schema;

    FlywayView(Session session, Path folder, ApplyOptions options, String schema) {
        this.session = session;
        this.folder = folder;
        this.options = options;
        this.schema = schema;
    }

    private FluentConfiguration configure() {
        FluentConfiguration flyway = Flyway.configure(FlywayView.class.getClassLoader())
                .dataSource(new SameConnection(session.connection()))
                .defaultSchema(schema)
                .table(options.historyTable())
                .loggers("slf4j")
                .outOfOrder(options.outOfOrder())
                // a migration is SQL as it stands: a ${...} in the body of a function is no placeholder
                .placeholderReplacement(false)
                .ignoreMigrationPatterns("*:pending", "*:future");
        // with the default its own open transaction makes CREATE INDEX CONCURRENTLY wait for ever
        flyway.getConfigurationExtension(PostgreSQLConfigurationExtension.class).setTransactionalLock(false);
        return flyway;
    }

    private FluentConfiguration withFolder() {
        return configure().locations("filesystem:" + folder.toAbsolutePath());
    }

    /** All migrations that are in the folder or in the history, in Flyway's order. */
    List<MigrationInfo> all() {
        return asked(() -> List.of(withFolder().load().info().all()));
    }

    /** What is to be applied, in Flyway's order. */
    List<MigrationInfo> pending() {
        return asked(() -> List.of(withFolder().load().info().pending()));
    }

    /** What Flyway has against going on; empty where it has nothing. */
    List<ValidateOutput> objections() {
        return asked(() -> withFolder().load().validateWithResult().invalidMigrations);
    }

    /** Makes the history where there is none. Flyway refuses that in a schema that holds something else. */
    void createHistory() {
        asked(() -> configure()
                .locations(new String[0])
                .validateOnMigrate(false)
                .load()
                .migrate());
    }

    void baseline(String version) {
        asked(() -> configure()
                .locations(new String[0])
                .baselineVersion(version)
                .baselineDescription("pgorm baseline")
                .load()
                .baseline());
    }

    /** Has Flyway itself apply what is pending up to a version; all of it where there is none. */
    void migrate(@Nullable MigrationVersion version) {
        asked(() -> {
            FluentConfiguration flyway = withFolder();
            return (version == null ? flyway : flyway.target(version)).load().migrate();
        });
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (FlywayException e) {
            String message = String.valueOf(e.getMessage()).strip();
            if (e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
                throw new MigrationException(
                        Kind.REFUSED,
                        "the database holds something and has no history of migrations; to adopt it as it is, say which"
                                + " version it is: pgorm migrate baseline VERSION",
                        e);
            }
            throw new MigrationException(Kind.REFUSED, "Flyway says: " + message, e);
        }
    }
}
