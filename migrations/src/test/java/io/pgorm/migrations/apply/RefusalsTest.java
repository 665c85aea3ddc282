package io.pgorm.migrations.apply;

import static io.pgorm.migrations.apply.Databases.ask;
import static io.pgorm.migrations.apply.Databases.run;
import static io.pgorm.migrations.apply.Databases.source;
import static io.pgorm.migrations.apply.Databases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.migrations.Migrations;
import io.pgorm.migrations.apply.MigrationException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused, is refused before anything is run, with the reason and a way out. */
class RefusalsTest {

    @TempDir
    private Path folder;

    private final ScratchDatabase database = Databases.server().create();

    @AfterEach
    void drop() {
        database.close();
    }

    private Migrations migrations() {
        return Migrations.of(source(database), folder);
    }

    @Test
    void aHazardThatNobodyAcceptedStopsEverything() throws Exception {
        write(folder, "V1__cats.sql", "CREATE TABLE cats (id integer, name text);");
        write(
                folder,
                "V2__drop.sql",
                "-- pgorm:hazards DELETES_DATA, IRREVERSIBLE\n-- pgorm:allow IRREVERSIBLE\n\n"
                        + "ALTER TABLE cats DROP COLUMN name;\n");
        assertThatThrownBy(() -> migrations().apply())
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
                .hasMessageContaining("V2__drop.sql has hazards")
                .hasMessageContaining("DELETES_DATA: " + Hazard.DELETES_DATA.why())
                .hasMessageContaining("--allow DELETES_DATA")
                .hasMessageContaining("-- pgorm:allow DELETES_DATA")
                .hasMessageNotContaining("IRREVERSIBLE:");
        assertThat(ask(database, "SELECT to_regclass('cats')")).containsExactly((String) null);
        ApplyOptions allowed = ApplyOptions.standard().withAllow(Set.of(Hazard.DELETES_DATA));
        assertThat(migrations().with(allowed).apply().files()).hasSize(2);
    }

    @Test
    void aFileThatFailsLeavesNothingAndIsAppliedWhenItIsMended() throws Exception {
        write(folder, "V1__cats.sql", "CREATE TABLE cats (id integer);\nCREATE TABLE cats (id integer);\n");
        assertThatThrownBy(() -> migrations().apply())
                .isInstanceOfSatisfying(
                        MigrationException.class, e -> assertThat(e.kind()).isEqualTo(Kind.FAILED))
                .hasMessageContaining("V1__cats.sql:2: ERROR: relation \"cats\" already exists")
                .hasMessageContaining("nothing of V1__cats.sql was done");
        write(folder, "V1__cats.sql", "CREATE TABLE cats (id integer);\n");
        assertThat(migrations().apply().files()).hasSize(1);
    }

    @Test
    void anInterruptedFileThatWasChangedIsNotGoneOnWithUnlessOnlyItsRestIsAnother() throws Exception {
        String begin = "CREATE TABLE cats (id integer);\nINSERT INTO cats VALUES (1);\n";
        write(folder, "V1__cats.sql", begin + "SELECT 1 / 0;\n");
        write(folder, "V1__cats.sql.conf", "executeInTransaction=false");
        assertThatThrownBy(() -> migrations().apply())
                .hasMessageContaining("division by zero")
                .hasMessageContaining("done up to step 2 of 3");
        write(folder, "V1__cats.sql", "CREATE TABLE cats (id bigint);\nINSERT INTO cats VALUES (1);\nSELECT 1;\n");
        assertThatThrownBy(() -> migrations().apply())
                .hasMessageContaining("has been changed since")
                .hasMessageContaining("put the file back as it was");
        write(folder, "V1__cats.sql", begin + "INSERT INTO cats VALUES (2);\n");
        assertThatThrownBy(() -> migrations().apply()).hasMessageContaining("--take-changed");
        migrations().with(ApplyOptions.standard().withTakeChanged(true)).apply();
        assertThat(ask(database, "SELECT id FROM cats ORDER BY id")).containsExactly("1", "2");
        assertThat(migrations().status().isUpToDate()).isTrue();
        assertThat(migrations().apply().isEmpty()).isTrue();
    }

    @Test
    void plainFlywayDoesNotBeginAnewWhatWasInterruptedHere() throws Exception {
        write(folder, "V1__cats.sql", "CREATE TABLE cats (id integer);\nSELECT 1 / 0;\n");
        write(folder, "V1__cats.sql.conf", "executeInTransaction=false");
        assertThatThrownBy(() -> migrations().apply()).hasMessageContaining("division by zero");
        assertThatThrownBy(() -> org.flywaydb.core.Flyway.configure(getClass().getClassLoader())
                        .dataSource(source(database))
                        .locations("filesystem:" + folder)
                        .load()
                        .migrate())
                .hasMessageContaining("failed migration to version 1");
    }

    @Test
    void whatCannotBeTakenBackIsRefusedWithTheReasonBeforeAnythingElseIs() throws Exception {
        write(folder, "V1__cats.sql", "CREATE TABLE cats (id integer);");
        write(folder, "U1__cats.sql", "-- pgorm:irreversible the rows are gone\n");
        write(folder, "V2__dogs.sql", "CREATE TABLE dogs (id integer);");
        write(folder, "V3__fish.sql", "CREATE TABLE fish (id integer);");
        write(folder, "U3__fish.sql", "DROP TABLE fish;");
        migrations().apply();
        assertThatThrownBy(() -> migrations().rollbackTo("0"))
                .hasMessageContaining("1 (cats) cannot be taken back: the rows are gone")
                .hasMessageContaining("2 (dogs) has no file that takes it back");
        assertThat(ask(database, "SELECT count(*) FROM flyway_schema_history")).containsExactly("3");
        assertThatThrownBy(() -> migrations().rollbackTo("7")).hasMessageContaining("7 was never applied");
        assertThat(migrations().rollbackTo("2").files()).hasSize(1);
        assertThat(migrations().rollbackTo("2").files()).isEmpty();
    }

    @Test
    void anUndoThatFailsHalfWayIsTakenUpWhereItStands() throws Exception {
        write(folder, "V1__cats.sql", "CREATE TABLE cats (id integer);\nCREATE INDEX i ON cats (id);");
        write(folder, "U1__cats.sql", "DROP INDEX CONCURRENTLY i;\nBEGIN;\nDROP TABLE cats;\nCOMMIT;\n");
        write(folder, "U1__cats.sql.conf", "executeInTransaction=false");
        migrations().apply();
        run(database, "CREATE VIEW v AS SELECT * FROM cats");
        assertThatThrownBy(() -> migrations().rollback()).hasMessageContaining("done up to step 1 of 2");
        assertThat(migrations().status().entries().getFirst().state()).isEqualTo(MigrationStatus.State.INTERRUPTED);
        assertThatThrownBy(() -> migrations().apply()).hasMessageContaining("the rollback of 1 was interrupted");
        run(database, "DROP VIEW v");
        assertThat(migrations().rollback().files()).hasSize(1);
        MigrationStatus status = migrations().status();
        assertThat(status.entries().getFirst().state()).isEqualTo(MigrationStatus.State.ROLLED_BACK);
        assertThat(status.rollbacks())
                .singleElement()
                .satisfies(rollback -> assertThat(rollback.rolledBackBy()).isEqualTo(database.user()));
        assertThat(migrations().apply().files()).hasSize(1);
    }

    @Test
    void migrationsOfTwoBranchesThatTouchTheSameObjectAreNamed() throws Exception {
        write(folder, "V1__cats.sql", "CREATE TABLE cats (id integer);");
        write(folder, "V2__name.sql", "-- pgorm:after 1\nALTER TABLE cats ADD COLUMN name text;");
        write(folder, "V3__length.sql", "-- pgorm:after 2\nALTER TABLE cats ALTER COLUMN name TYPE varchar(20);");
        assertThat(migrations().status().conflicts()).isEmpty();
        write(folder, "V3__length.sql", "-- pgorm:after 1\nALTER TABLE cats ALTER COLUMN name TYPE varchar(20);");
        write(folder, "V4__other.sql", "-- pgorm:after 1\nCREATE TABLE dogs (id integer);");
        assertThat(migrations().status().conflicts())
                .singleElement()
                .asString()
                .startsWith("V2__name.sql and V3__length.sql both touch column cats.name");
        Files.delete(folder.resolve("V2__name.sql"));
        Files.delete(folder.resolve("V3__length.sql"));
        migrations().apply();
        write(folder, "V1.5__name.sql", "DROP TABLE dogs;");
        assertThat(migrations().status().conflicts())
                .singleElement()
                .asString()
                .startsWith("V1.5__name.sql and V4__other.sql both touch table dogs");
    }

    @Test
    void aFolderThatIsNotThereIsSaidToBe() {
        assertThatThrownBy(() ->
                        Migrations.of(source(database), folder.resolve("none")).apply())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("there is no folder");
        assertThat(Files.exists(folder.resolve("none"))).isFalse();
    }
}
