package io.pgorm.migrations.apply;

import static io.pgorm.migrations.apply.Databases.ask;
import static io.pgorm.migrations.apply.Databases.run;
import static io.pgorm.migrations.apply.Databases.source;
import static io.pgorm.migrations.apply.Databases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.migrations.Migrations;
import io.pgorm.migrations.apply.MigrationStatus.State;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team may go on with plain Flyway at any time, and come back. */
class FlywayCompatibilityTest {

    private static final String ROWS = "SELECT concat_ws('|', installed_rank, version, description, type, script,"
            + " checksum, installed_by, success) FROM flyway_schema_history ORDER BY installed_rank";

    @TempDir
    private Path folder;

    private final ScratchDatabase database = Databases.server().create();

    @BeforeEach
    void files() throws Exception {
        write(
                folder,
                "V1__cats.sql",
                "CREATE TABLE cats (id integer PRIMARY KEY);\r\nINSERT INTO cats VALUES (1);\r\n");
        write(
                folder,
                "V1.5__index.sql",
                "-- pgorm:hazards INDEX_BUILD\n-- pgorm:allow INDEX_BUILD\n"
                        + "CREATE INDEX CONCURRENTLY cats_id ON cats (id);\n");
        write(folder, "V1.5__index.sql.conf", "executeInTransaction=false\n");
        write(folder, "V2__dogs.sql", "\uFEFFCREATE TABLE dogs (id integer);\n-- ${no.placeholder} ü\n");
        write(folder, "R__view.sql", "CREATE OR REPLACE VIEW all_cats AS SELECT * FROM cats;\n");
        write(folder, "U2__dogs.sql", "DROP TABLE dogs;\n");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private Flyway flyway() {
        FluentConfiguration configuration = Flyway.configure(getClass().getClassLoader())
                .dataSource(source(database))
                .placeholderReplacement(false)
                .locations("filesystem:" + folder);
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return configuration.load();
    }

    private Migrations migrations() {
        return Migrations.of(source(database), folder);
    }

    @Test
    void theHistoryIsRowByRowTheOneThatFlywayWrites() throws Exception {
        try (ScratchDatabase other = Databases.server().create()) {
            Flyway plain = Flyway.configure(getClass().getClassLoader())
                    .configuration(flyway().getConfiguration())
                    .dataSource(source(other))
                    .load();
            assertThat(plain.migrate().migrationsExecuted).isEqualTo(4);
            assertThat(migrations().apply().files()).hasSize(4);
            assertThat(ask(database, ROWS)).isEqualTo(ask(other, ROWS)).hasSize(4);
        }
    }

    @Test
    void flywayValidatesWhatWasAppliedHereAndFindsNothingToDo() throws Exception {
        migrations().apply();
        assertThat(flyway().validateWithResult().validationSuccessful).isTrue();
        assertThat(flyway().migrate().migrationsExecuted).isZero();
        assertThat(Stream.of(flyway().info().all()).map(MigrationInfo::getState))
                .containsOnly(MigrationState.SUCCESS)
                .hasSize(4);
    }

    @Test
    void whatFlywayAppliedIsAppliedHere() throws Exception {
        flyway().migrate();
        assertThat(migrations().apply().isEmpty()).isTrue();
        MigrationStatus status = migrations().status();
        assertThat(status.isUpToDate()).as("%s", status).isTrue();
        write(folder, "V3__birds.sql", "CREATE TABLE birds (id integer);");
        assertThat(migrations().apply().files())
                .extracting(Applied.File::script)
                .containsExactly("V3__birds.sql");
        write(folder, "V4__fish.sql", "CREATE TABLE fish (id integer);");
        assertThat(flyway().migrate().migrationsExecuted).isOne();
        assertThat(migrations().apply().isEmpty()).isTrue();
    }

    @Test
    void aChangedRepeatableMigrationIsRunAgain() throws Exception {
        migrations().apply();
        write(folder, "R__view.sql", "CREATE OR REPLACE VIEW all_cats AS SELECT *, 1 AS one FROM cats;\n");
        assertThat(migrations().apply().files())
                .extracting(Applied.File::script)
                .containsExactly("R__view.sql");
        assertThat(migrations().apply().isEmpty()).isTrue();
        assertThat(flyway().migrate().migrationsExecuted).isZero();
        assertThat(migrations().status().isUpToDate()).isTrue();
    }

    @Test
    void aChangedFileIsRefusedByItsVersion() throws Exception {
        migrations().apply();
        write(folder, "V2__dogs.sql", "CREATE TABLE dogs (id bigint);\n");
        assertThat(migrations().status().entries())
                .filteredOn(entry -> "2".equals(entry.version()))
                .extracting(MigrationStatus.Entry::state)
                .containsExactly(State.CHANGED);
        assertThatThrownBy(() -> migrations().apply())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("2 (dogs) has been changed since it was applied");
    }

    @Test
    void aMissingFileAndOneThatCameTooLateAreRefusedAsFlywayDoes() throws Exception {
        migrations().apply();
        java.nio.file.Files.delete(folder.resolve("V1.5__index.sql"));
        write(folder, "V1.7__late.sql", "CREATE TABLE late (id integer);");
        assertThat(migrations().status().entries())
                .extracting(MigrationStatus.Entry::state)
                .containsExactlyInAnyOrder(
                        State.APPLIED, State.MISSING, State.OUT_OF_ORDER, State.APPLIED, State.APPLIED);
        assertThatThrownBy(() -> migrations().apply())
                .hasMessageContaining("1.5 (index) was applied, and its file is missing")
                .hasMessageContaining("--out-of-order");
        write(
                folder,
                "V1.5__index.sql",
                "-- pgorm:hazards INDEX_BUILD\n-- pgorm:allow INDEX_BUILD\n"
                        + "CREATE INDEX CONCURRENTLY cats_id ON cats (id);\n");
        assertThat(migrations()
                        .with(ApplyOptions.standard().withOutOfOrder(true))
                        .apply()
                        .files())
                .extracting(Applied.File::script)
                .containsExactly("V1.7__late.sql");
    }

    @Test
    void whatWasRolledBackIsAppliedAgainByEither() throws Exception {
        migrations().apply();
        assertThat(migrations().rollback().files())
                .extracting(RolledBack.File::script)
                .containsExactly("U2__dogs.sql");
        assertThat(flyway().validateWithResult().invalidMigrations)
                .extracting(output -> output.errorDetails.errorCode.toString())
                .containsExactly("RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED");
        assertThat(flyway().migrate().migrationsExecuted).isOne();
        assertThat(migrations().rollback().files()).hasSize(1);
        assertThat(migrations().apply().files()).hasSize(1);
        assertThat(flyway().migrate().migrationsExecuted).isZero();
        assertThat(migrations().status().rollbacks()).hasSize(2);
    }

    @Test
    void aDatabaseThatHoldsSomethingIsAdoptedByABaseline() throws Exception {
        run(database, "CREATE TABLE cats (id integer PRIMARY KEY)");
        assertThatThrownBy(() -> migrations().apply()).hasMessageContaining("pgorm migrate baseline");
        migrations().baseline("1");
        assertThat(migrations().apply().files())
                .extracting(Applied.File::script)
                .containsExactly("V1.5__index.sql", "V2__dogs.sql", "R__view.sql");
        assertThat(flyway().migrate().migrationsExecuted).isZero();
        assertThat(migrations().status().isUpToDate()).isTrue();
        assertThatThrownBy(() -> migrations().baseline("2")).hasMessageContaining("has a history");
    }

    @Test
    void rowsToBeCopiedInAreLeftToFlyway() throws Exception {
        write(folder, "V3__rows.sql", "COPY cats (id) FROM stdin;\n7\n8\n\\.\nINSERT INTO cats VALUES (9);\n");
        assertThat(migrations().apply().files()).hasSize(5);
        assertThat(ask(database, "SELECT id FROM cats ORDER BY id")).isEqualTo(List.of("1", "7", "8", "9"));
        assertThat(migrations().apply().isEmpty()).isTrue();
    }
}
