package io.pgorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.database.ScratchServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pgorm migrate apply}, {@code status}, {@code rollback}, {@code baseline}: what they print and exit with. */
class MigrateCommandTest {

    @TempDir
    private Path folder;

    private Run run(ScratchDatabase database, String... arguments) {
        List<Object> words = new ArrayList<>(List.of("migrate"));
        words.addAll(List.of(arguments));
        words.addAll(List.of(
                "--migrations",
                folder.toString(),
                "--url",
                database.jdbcUrl() + "?user=" + database.user() + "&password=" + database.password()));
        return Run.of(words.toArray());
    }

    @Test
    void appliedShownTakenBackAndAppliedAgain() throws Exception {
        Files.writeString(folder.resolve("V1__cats.sql"), "CREATE TABLE cats (id integer);");
        Files.writeString(folder.resolve("V2__name.sql"), "ALTER TABLE cats ADD COLUMN name text;");
        Files.writeString(
                folder.resolve("U2__name.sql"), "-- pgorm:hazards DELETES_DATA\nALTER TABLE cats DROP COLUMN name;");
        try (ScratchServer server = ScratchServer.start(ScratchOptions.fast().withProvider(ScratchProvider.EMBEDDED));
                ScratchDatabase database = server.create()) {
            assertThat(run(database, "status", "--check").exit()).isEqualTo(3);
            Run applied = run(database, "apply");
            assertThat(applied.exit()).as(applied.err()).isZero();
            assertThat(applied.out().lines())
                    .hasSize(2)
                    .allMatch(line -> line.matches("applied V[12]__[a-z]+\\.sql in .*"));
            assertThat(run(database, "apply").out()).contains("nothing to do");
            Run status = run(database, "status", "--check");
            assertThat(status.exit()).isZero();
            assertThat(status.out()).containsPattern("2 +applied +name +\\(20.* UTC by " + database.user() + "\\)");
            Run back = run(database, "rollback");
            assertThat(back.exit()).as(back.err()).isZero();
            assertThat(back.out()).contains("rolled back U2__name.sql");
            assertThat(back.err()).contains("U2__name.sql has hazards: DELETES_DATA");
            assertThat(run(database, "status").out())
                    .containsPattern("2 +rolled back +name")
                    .contains("taken back on", "taken back:");
            assertThat(run(database, "status", "--format", "json").out())
                    .contains("\"upToDate\" : false", "\"state\" : \"rolled_back\"", "\"rolledBackBy\"");
            assertThat(run(database, "apply").out()).contains("applied V2__name.sql");
            Run irreversible = run(database, "rollback", "--to", "0");
            assertThat(irreversible.exit()).isEqualTo(1);
            assertThat(irreversible.err())
                    .contains("nothing was taken back", "1 (cats) has no file that takes it back");
        }
    }

    @Test
    void whatIsRefusedSaysWhatToType() throws Exception {
        Files.writeString(folder.resolve("V1__drop.sql"), "-- pgorm:hazards DELETES_DATA\nDROP TABLE IF EXISTS cats;");
        try (ScratchServer server = ScratchServer.start(ScratchOptions.fast().withProvider(ScratchProvider.EMBEDDED));
                ScratchDatabase database = server.create()) {
            Run refused = run(database, "apply");
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err()).contains("pgorm: V1__drop.sql has hazards", "--allow DELETES_DATA");
            assertThat(run(database, "apply", "--allow", "DELETES_DATA").exit()).isZero();
            assertThat(run(database, "baseline", "1").exit()).isEqualTo(1);
            assertThat(run(database, "apply", "--lock-timeout", "soon").exit()).isEqualTo(2);
            Run nowhere = Run.of("migrate", "apply", "--migrations", folder.toString());
            assertThat(nowhere.exit()).isEqualTo(System.getenv("PGORM_URL") == null ? 2 : nowhere.exit());
        }
    }
}
