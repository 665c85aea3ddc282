package io.pgorm.sdl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceFileTest {

    @TempDir
    Path folder;

    @Test
    void aFolderIsReadInTheOrderOfItsPaths() throws IOException {
        Files.createDirectory(folder.resolve("b"));
        Files.writeString(folder.resolve("b/x.pgorm"), "2");
        Files.writeString(folder.resolve("c.pgorm"), "3");
        Files.writeString(folder.resolve("a.pgorm"), "1");
        Files.writeString(folder.resolve("notes.txt"), "no");
        assertThat(SourceFile.read(folder))
                .containsExactly(
                        new SourceFile("a.pgorm", "1"),
                        new SourceFile("b/x.pgorm", "2"),
                        new SourceFile("c.pgorm", "3"));
    }

    @Test
    void aFileIsReadWhateverItsName() throws IOException {
        Path file = Files.writeString(folder.resolve("schema.txt"), "x");
        assertThat(SourceFile.read(file)).containsExactly(new SourceFile("schema.txt", "x"));
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> SourceFile.read(folder.resolve("none")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("none");
        assertThatThrownBy(() -> SourceFile.read(folder))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining(".pgorm");
    }

    @Test
    void textThatIsNotUtf8IsRefusedWithItsFile() throws IOException {
        Path file = Files.write(folder.resolve("a.pgorm"), new byte[] {(byte) 0xff, 'x'});
        assertThatThrownBy(() -> SourceFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.pgorm")
                .hasMessageContaining("UTF-8");
    }
}
