package io.pgorm.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateMojoTest {

    private final List<String> told = new ArrayList<>();

    @TempDir
    Path folder;

    private <M extends AbstractMojo> M mojo(M mojo, Object... fields) throws Exception {
        for (int i = 0; i < fields.length; i += 2) {
            field(mojo.getClass(), String.valueOf(fields[i])).set(mojo, fields[i + 1]);
        }
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void error(CharSequence line) {
                told.add("error: " + line);
            }

            @Override
            public void warn(CharSequence line) {
                told.add("warn: " + line);
            }

            @Override
            public void info(CharSequence line) {
                told.add("info: " + line);
            }
        });
        return mojo;
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            if (type.getSuperclass() == null) {
                throw e;
            }
            return field(type.getSuperclass(), name);
        }
    }

    private MigrateNewMojo newMigration(String schema) throws Exception {
        Path file = Files.writeString(folder.resolve("schema.pgorm"), schema);
        return mojo(
                new MigrateNewMojo(),
                "schema",
                file.toFile(),
                "migrations",
                migrations(),
                "name",
                "next",
                "scratch",
                "embedded");
    }

    private File migrations() {
        return folder.resolve("migrations").toFile();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(migrations().toPath())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .map(name -> name.replaceAll("[0-9]+", "#"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aChangedSchemaBecomesAMigrationAndAnUnchangedOneDoesNot() throws Exception {
        newMigration("model A {\n  id Int @id\n}\n").execute();
        assertThat(files()).containsExactly("U#__next.sql", "V#__next.sql");
        assertThat(told).anyMatch(line -> line.startsWith("info: proven up and down"));
        told.clear();
        newMigration("model A {\n  id Int @id\n}\n").execute();
        assertThat(files()).hasSize(2);
        assertThat(told).anyMatch(line -> line.startsWith("info: nothing to do"));
        newMigration("model A {\n  id Int @id\n  b String\n}\n").execute();
        assertThat(told).anyMatch(line -> line.startsWith("warn: to be accepted when it is applied: MAY_FAIL_ON_DATA"));
    }

    @Test
    void aWrongSchemaFailsTheBuild() throws Exception {
        assertThatThrownBy(() -> newMigration("model A {\n  id Itn @id\n}\n").execute())
                .isInstanceOf(MojoFailureException.class);
        assertThat(migrations()).doesNotExist();
    }

    @Test
    void aHazardFailsTheBuildUntilItIsAccepted() throws Exception {
        Files.createDirectories(migrations().toPath());
        Files.writeString(migrations().toPath().resolve("V1__a.sql"), "SET lock_timeout = '1s';\nDROP TABLE a;\n");
        assertThatThrownBy(() ->
                        mojo(new MigrateLintMojo(), "migrations", migrations()).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("nobody accepted");
        assertThat(told).anyMatch(line -> line.startsWith("error: ") && line.contains(":2: ban-drop-table: table a"));
        told.clear();
        mojo(new MigrateLintMojo(), "migrations", migrations(), "allow", "deletes_data")
                .execute();
        assertThat(told).noneMatch(line -> line.startsWith("error: "));
    }

    @Test
    void whereThereAreNoMigrationsTheBuildSaysWhereItLooked() throws Exception {
        assertThatThrownBy(() ->
                        mojo(new MigrateLintMojo(), "migrations", migrations()).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("<migrations>");
    }
}
