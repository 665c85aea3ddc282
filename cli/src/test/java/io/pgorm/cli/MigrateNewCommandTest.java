package io.pgorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateNewCommandTest {

    @TempDir
    Path folder;

    private Run newMigration(String name, String schema, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("schema.pgorm"), schema);
        Stream<String> fixed = Stream.of(
                "migrate",
                "new",
                name,
                "--schema",
                file.toString(),
                "--dir",
                folder.resolve("migrations").toString(),
                "--scratch",
                "embedded");
        return Run.of(Stream.concat(fixed, Stream.of(more)).toArray());
    }

    private List<String> files() throws IOException {
        if (!Files.exists(folder.resolve("migrations"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("migrations"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .map(name -> name.replaceAll("[0-9]+", "#"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aMigrationIsPrintedOrWrittenAndThenProvenAndLinted() throws Exception {
        String schema = "model A {\n  id Int @id\n}\n";
        Run printed = newMigration("first", schema, "--dry-run");
        assertThat(printed.exit()).as(printed.err()).isZero();
        assertThat(printed.out()).contains("CREATE TABLE \"as\"", "DROP TABLE \"as\"", "proven up and down");
        assertThat(files()).isEmpty();

        Run written = newMigration("first", schema);
        assertThat(written.exit()).as(written.err()).isZero();
        assertThat(files()).containsExactly("U#__first.sql", "V#__first.sql");

        Run again = newMigration("second", schema);
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("nothing to do");

        String migrations = folder.resolve("migrations").toString();
        Run proven = Run.of(
                "migrate", "prove", "--dir", migrations, "--scratch", "embedded", "--schema", folder + "/schema.pgorm");
        assertThat(proven.exit()).as(proven.err()).isZero();
        assertThat(proven.out()).contains("proven up and down", "the migrations make what");

        Files.writeString(folder.resolve("schema.pgorm"), "model A {\n  id Int @id\n  b String?\n}\n");
        Run behind = Run.of(
                "migrate", "prove", "--dir", migrations, "--scratch", "embedded", "--schema", folder + "/schema.pgorm");
        assertThat(behind.exit()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(behind.err()).contains("says more than the migrations make", "ADD COLUMN \"b\"");

        Run lint = Run.of("migrate", "lint", migrations);
        assertThat(lint.exit()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(lint.out()).contains("ban-drop-table: table as (DELETES_DATA");
        Run allowed = Run.of("migrate", "lint", migrations, "--format", "json", "--allow", "DELETES_DATA");
        assertThat(allowed.exit()).isZero();
        assertThat(allowed.out()).contains("\"rule\" : \"ban-drop-table\"", "\"accepted\" : true");
    }

    @Test
    void whatIsNoHazardIsNamed() {
        Run ended = Run.of("migrate", "lint", folder.toString(), "--allow", "MELTS");
        assertThat(ended.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains("there is no hazard MELTS", "DELETES_DATA");
    }
}
