package io.pgorm.migrations.source;

import io.pgorm.database.ScratchOptions;
import io.pgorm.migrations.file.MigrationVersion;
import io.pgorm.migrations.script.MissingRole;
import io.pgorm.migrations.script.ScriptException;
import io.pgorm.migrations.script.SqlScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;

/**
 * A folder of migrations, applied in Flyway's order by Flyway itself. A folder that is not there holds none.
 *
 * @param upTo the last version that is applied; all of them where absent
 */
public record MigrationsSource(Path path, Optional<MigrationVersion> upTo) implements SchemaSource {

    /** All migrations of a folder. */
    public MigrationsSource(Path path) {
        this(path, Optional.empty());
    }

    @Override
    public String describe() {
        return path + upTo.map(version -> " up to version " + version).orElse("");
    }

    @Override
    public LoadedSource load(ScratchOptions scratch) throws IOException, SQLException {
        Set<String> extensions = new LinkedHashSet<>();
        Set<String> roles = new LinkedHashSet<>();
        for (Path file : files()) {
            SqlScript script = SqlScript.read(file);
            extensions.addAll(script.extensions());
            roles.addAll(script.roles());
        }
        return ScratchLoad.load(this, scratch, extensions, roles, this::migrate);
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(file -> file.toString().endsWith(".sql"))
                    // what takes a migration back is never run here
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("U"))
                    .sorted()
                    .toList();
        }
    }

    /** A role that is missing cannot be made within a migration that failed, so that all begins again after it. */
    private void migrate(ScratchLoad load) throws SQLException {
        if (!Files.isDirectory(path)) {
            return;
        }
        while (true) {
            try {
                ScratchFlyway.migrate(load.database(), path, upTo);
                return;
            } catch (FlywayException e) {
                Optional<String> role = MissingRole.of(e);
                if (role.isEmpty() || load.hasRole(role.get())) {
                    throw new ScriptException(
                            "the migrations in " + path + " fail: "
                                    + String.valueOf(e.getMessage()).strip(),
                            e);
                }
                load.startAgain();
                try (Connection connection = load.database().connect()) {
                    load.createRole(connection, role.get());
                }
            }
        }
    }
}
