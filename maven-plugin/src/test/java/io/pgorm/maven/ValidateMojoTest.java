package io.pgorm.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build is told of a schema. {@code generate} is tested by the modules that are built with it. */
class ValidateMojoTest {

    private final List<String> told = new ArrayList<>();

    private ValidateMojo mojo(Path schema) throws Exception {
        ValidateMojo mojo = new ValidateMojo();
        Field field = SchemaMojo.class.getDeclaredField("schema");
        field.setAccessible(true);
        field.set(mojo, schema.toFile());
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

    @Test
    void aWrongSchemaFailsTheBuildAndShowsEveryError(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.pgorm"), "model A {\n  id Int @id\n  name Sting\n  other Bolean\n}\n");
        assertThatThrownBy(() -> mojo(folder).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("2 errors");
        assertThat(told)
                .anyMatch(line -> line.contains("a.pgorm:3:8: error PGO0101"))
                .anyMatch(line -> line.contains("a.pgorm:4:9: error PGO0101"))
                .allMatch(line -> line.startsWith("error: "));
    }

    @Test
    void aSchemaThatHurtsIsWarnedOf(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.pgorm"), "model A {\n  id Int @id\n  data Json\n}\n");
        mojo(folder).execute();
        assertThat(told)
                .isNotEmpty()
                .allMatch(line -> line.startsWith("warn: "))
                .anyMatch(line -> line.contains("Jsonb"));
    }

    @Test
    void whereThereIsNoSchemaTheBuildSaysWhereItLooked(@TempDir Path folder) {
        assertThatThrownBy(
                        () -> mojo(new File(folder.toFile(), "none").toPath()).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("none")
                .hasMessageContaining("<schema>");
    }
}
