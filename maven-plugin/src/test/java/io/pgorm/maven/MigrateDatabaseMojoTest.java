package io.pgorm.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.database.ScratchDatabase;
import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.database.ScratchServer;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build does with migrations. */
class MigrateDatabaseMojoTest {

    private final List<String> told = new ArrayList<>();

    private <M extends MigrateMojo> M mojo(M mojo, Path folder, ScratchDatabase database) throws Exception {
        set(mojo, "migrations", folder.toFile());
        set(mojo, "url", database.jdbcUrl() + "?user=" + database.user() + "&password=" + database.password());
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

    private static void set(MigrateMojo mojo, String name, Object value) throws Exception {
        Class<?> declaring = mojo.getClass();
        while (declaring != null) {
            for (Field field : declaring.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    field.set(mojo, value);
                    return;
                }
            }
            declaring = declaring.getSuperclass();
        }
        throw new NoSuchFieldException(name);
    }

    @Test
    void migrationsAreAppliedShownAndTakenBack(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("V1__cats.sql"), "CREATE TABLE cats (id integer);");
        Files.writeString(folder.resolve("U1__cats.sql"), "DROP TABLE cats;");
        try (ScratchServer server = ScratchServer.start(ScratchOptions.fast().withProvider(ScratchProvider.EMBEDDED));
                ScratchDatabase database = server.create()) {
            MigrateStatusMojo status = mojo(new MigrateStatusMojo(), folder, database);
            set(status, "check", true);
            assertThatThrownBy(status::execute).isInstanceOf(MojoFailureException.class);
            mojo(new MigrateApplyMojo(), folder, database).execute();
            status.execute();
            mojo(new MigrateRollbackMojo(), folder, database).execute();
            assertThat(told)
                    .containsSubsequence(
                            "info: 1  pending  cats", "info: applied 1 migrations", "info: 1  applied  cats")
                    .contains("info: rolled back 1 migrations");
            Files.writeString(folder.resolve("V2__drop.sql"), "-- pgorm:hazards DELETES_DATA\nDROP TABLE cats;");
            assertThatThrownBy(
                            () -> mojo(new MigrateApplyMojo(), folder, database).execute())
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessageContaining("V2__drop.sql has hazards");
            assertThat(told).anyMatch(line -> line.startsWith("error: ") && line.contains("--allow DELETES_DATA"));
            MigrateApplyMojo allowed = mojo(new MigrateApplyMojo(), folder, database);
            set(allowed, "allow", List.of("DELETES_DATA"));
            allowed.execute();
            assertThat(told).contains("info: applied 2 migrations");
        }
    }
}
