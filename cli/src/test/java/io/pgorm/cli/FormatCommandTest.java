package io.pgorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTest {

    private static final String FORMATTED = "model A {\n  id  Int  @id\n}\n";

    @TempDir
    private Path folder;

    private Path good;
    private Path bad;

    @BeforeEach
    void writeFiles() throws Exception {
        good = Files.writeString(folder.resolve("good.pgorm"), FORMATTED);
        bad = Files.writeString(folder.resolve("bad.pgorm"), "model A{id Int @id}");
    }

    @Test
    void filesAreFormattedInPlace() throws Exception {
        assertThat(Run.of("format", folder)).isEqualTo(new Run(0, "formatted " + bad + "\n", ""));
        assertThat(bad).hasContent(FORMATTED);
        assertThat(Run.of("format", good, bad)).isEqualTo(new Run(0, "all 2 files are formatted\n", ""));
    }

    @Test
    void aCheckNamesTheFilesAndWritesNothing() throws Exception {
        assertThat(Run.of("format", "--check", folder)).isEqualTo(new Run(3, "", "not formatted: " + bad + "\n"));
        assertThat(bad).hasContent("model A{id Int @id}");
        assertThat(Run.of("format", "--check", good)).isEqualTo(new Run(0, "the file is formatted\n", ""));
    }

    @Test
    void aFileWithSyntaxErrorsStaysAndTheOthersAreFormatted() throws Exception {
        Path wrong = Files.writeString(folder.resolve("a-wrong.pgorm"), "model B { id }");
        Run run = Run.of("format", folder);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("a-wrong.pgorm:1:11: error PGO0009");
        assertThat(wrong).hasContent("model B { id }");
        assertThat(bad).hasContent(FORMATTED);
    }

    @Test
    void aFolderWithoutSchemaFilesIsWrongUsage() throws Exception {
        Run run = Run.of("format", Files.createDirectory(folder.resolve("empty")));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("empty");
    }
}
