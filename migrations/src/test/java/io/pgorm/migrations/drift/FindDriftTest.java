package io.pgorm.migrations.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.DatabaseUrl;
import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchServer;
import io.pgorm.migrations.Migrations;
import io.pgorm.migrations.diff.DiffOptions;
import io.pgorm.migrations.file.PlanScript;
import io.pgorm.migrations.source.DatabaseSource;
import io.pgorm.migrations.source.MigrationsSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class FindDriftTest {

    private static final String HISTORY = "flyway_schema_history";

    @TempDir
    Path folder;

    private Drift drift(ScratchDatabase database) throws Exception {
        String url = database.jdbcUrl() + "?user=" + database.user() + "&password="
                + URLEncoder.encode(database.password(), StandardCharsets.UTF_8);
        return FindDrift.between(
                new DatabaseSource(DatabaseUrl.of(url)), new MigrationsSource(folder), HISTORY, DiffOptions.standard());
    }

    private static PGSimpleDataSource dataSource(ScratchDatabase database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }

    @Test
    void whatWasAppliedIsNoDriftAndWhatSomebodyChangedIsShownBothWays() throws Exception {
        Files.writeString(folder.resolve("V1__users.sql"), "CREATE TABLE users (id int PRIMARY KEY, name text);");
        Files.writeString(folder.resolve("V2__index.sql"), "CREATE INDEX CONCURRENTLY users_name ON users (name);");
        try (ScratchServer server = ScratchServer.start(ScratchOptions.fast());
                ScratchDatabase database = server.create()) {
            Migrations.of(dataSource(database), folder).apply();
            Drift none = drift(database);
            assertThat(PlanScript.of(none.toDatabase().orThrow())).isEmpty();
            assertThat(none.isNone()).isTrue();
            assertThat(none.text()).isEmpty();

            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("ALTER TABLE users ADD COLUMN age int; DROP INDEX users_name");
            }
            Drift some = drift(database);
            assertThat(some.isNone()).isFalse();
            assertThat(PlanScript.of(some.toDatabase().orThrow()))
                    .contains("ADD COLUMN \"age\" integer", "DROP INDEX")
                    .doesNotContain(HISTORY, "pgorm_");
            assertThat(PlanScript.of(some.toMigrations().orThrow())).contains("DROP COLUMN \"age\"", "CREATE INDEX");
            assertThat(some.text().lines())
                    .anyMatch(line -> line.startsWith("+") && line.contains("age"))
                    .anyMatch(line -> line.startsWith("-") && line.contains("@@index"));
        }
    }
}
