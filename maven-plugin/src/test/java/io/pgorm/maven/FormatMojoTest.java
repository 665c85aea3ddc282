package io.pgorm.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatMojoTest {

    private static FormatMojo mojo(Path schema, boolean check) throws Exception {
        FormatMojo mojo = new FormatMojo();
        set(mojo, SchemaMojo.class, "schema", schema.toFile());
        set(mojo, FormatMojo.class, "check", check);
        return mojo;
    }

    private static void set(FormatMojo mojo, Class<?> owner, String name, Object value) throws Exception {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        field.set(mojo, value);
    }

    @Test
    void theSchemaIsFormattedWhereItIs(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.pgorm"), "model A{id Int @id}");
        assertThatThrownBy(() -> mojo(folder, true).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("pgorm:format");
        assertThat(file).hasContent("model A{id Int @id}");
        mojo(folder, false).execute();
        assertThat(file).hasContent("model A {\n  id  Int  @id\n}\n");
        mojo(folder, true).execute();
    }

    @Test
    void aSchemaThatCannotBeReadFailsTheBuildAndStays(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.pgorm"), "model A{id}");
        assertThatThrownBy(() -> mojo(folder, false).execute()).isInstanceOf(MojoFailureException.class);
        assertThat(file).hasContent("model A{id}");
    }
}
