package io.pgorm.migrations.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.migrations.script.ScriptException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationFolderTest {

    @TempDir
    Path folder;

    private void file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, text);
    }

    @Test
    void filesAreFoundInAllFoldersAndPutInTheOrderOfTheirVersions() throws IOException {
        file("V10__ten.sql", "SELECT 10");
        file("more/V9__nine.sql", "SELECT 9");
        file("U9__nine.sql", "SELECT -9");
        file("R__views.sql", "SELECT 0");
        MigrationFolder read = MigrationFolder.read(folder);
        assertThat(read.problems()).isEmpty();
        assertThat(read.migrations())
                .extracting(migration -> migration.up().fileName())
                .containsExactly("V9__nine.sql", "V10__ten.sql");
        assertThat(read.migrations().getFirst().down()).isPresent();
        assertThat(read.migrations().getLast().down()).isEmpty();
        assertThat(read.others()).extracting(MigrationFile::fileName).containsExactly("R__views.sql");
        assertThat(read.newest()).contains(new MigrationVersion("10"));
    }

    @Test
    void whatIsWrongWithTheFilesIsNamed() throws IOException {
        file("V1__a.sql", "SELECT 1");
        file("V1.0__b.sql", "SELECT 1");
        file("U2__c.sql", "SELECT 2");
        file("V3__d.sql.conf", "executeInTransaction=false");
        file("notes.sql", "SELECT 3");
        file("V4__e.sql", "-- pgorm:hazards MELTS\n-- pgorm:what\nSELECT 4;\nCOMMIT;");
        file("V5__f.sql", "SELECT 'open");
        assertThat(MigrationFolder.read(folder).problems())
                .anySatisfy(line -> assertThat(line).startsWith("V1.0__b.sql and V1__a.sql have the same version"))
                .anySatisfy(line -> assertThat(line).startsWith("U2__c.sql takes back a migration"))
                .anySatisfy(line -> assertThat(line).startsWith("V3__d.sql.conf is for a file that is not there"))
                .anySatisfy(line -> assertThat(line).startsWith("notes.sql is not named as a migration is"))
                .anySatisfy(line -> assertThat(line).contains("there is no hazard MELTS"))
                .anySatisfy(line -> assertThat(line).contains("not understood: -- pgorm:what"))
                .anySatisfy(line -> assertThat(line).startsWith("V4__e.sql:4 begins or ends a transaction"))
                .anySatisfy(line -> assertThat(line).startsWith("V5__f.sql: ").endsWith("is not closed"))
                .hasSize(8);
        assertThatThrownBy(() -> MigrationFolder.read(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void outsideOfATransactionEachStatementIsByItselfUnlessTheFileBeginsOne() throws IOException {
        file("V1__a.sql", """
                SELECT 1; SELECT 2;
                BEGIN TRANSACTION; SAVEPOINT s; ROLLBACK TO s; SELECT 3; END;
                START TRANSACTION; COMMIT;
                SELECT 4;
                """);
        file("V1__a.sql.conf", "executeInTransaction = FALSE");
        MigrationFile file =
                MigrationFolder.read(folder).migrations().getFirst().up();
        assertThat(file.groups())
                .extracting(
                        group -> group.transaction() + " " + group.statements().size())
                .containsExactly("false 1", "false 1", "true 3", "false 1");
    }

    @Test
    void aTransactionThatIsNotCommittedIsRefused() throws IOException {
        file("V1__a.sql", "BEGIN; SELECT 1;");
        file("V2__b.sql", "BEGIN; SELECT 1; ROLLBACK;");
        file("V3__c.sql", "BEGIN; BEGIN;");
        for (Migration migration : MigrationFolder.read(folder).migrations()) {
            assertThatThrownBy(() -> migration.up().groups())
                    .isInstanceOf(ScriptException.class)
                    .hasMessageStartingWith(migration.up().fileName());
        }
    }
}
