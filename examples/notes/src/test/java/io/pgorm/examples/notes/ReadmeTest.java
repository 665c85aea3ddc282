package io.pgorm.examples.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchProvider;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page shows what the application prints, word for word. */
class ReadmeTest {

    @Test
    void theOutputIsTheOneOfThePage() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Notes.run(ScratchProvider.EMBEDDED, new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(Files.readString(Path.of("README.md")))
                .contains("```text\n" + printed.toString(StandardCharsets.UTF_8) + "```\n");
    }
}
