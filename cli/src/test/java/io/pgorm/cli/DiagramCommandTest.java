package io.pgorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagramCommandTest {

    @Test
    void theNameOfTheFileSaysWhatIsDrawn(@TempDir Path folder) throws Exception {
        Path schema = Files.writeString(folder.resolve("shop.pgorm"), "model A {\n  id Int @id\n}\n");
        assertThat(Run.of("diagram", schema).out()).startsWith("erDiagram\n    \"A\" {");
        assertThat(Run.of("diagram", schema, "--out", folder.resolve("a.svg")).exit())
                .isZero();
        assertThat(folder.resolve("a.svg")).content().startsWith("<?xml").contains("Diagram of shop");
        assertThat(Run.of("diagram", schema, "--out", folder.resolve("a.html")).exit())
                .isZero();
        assertThat(folder.resolve("a.html")).content().startsWith("<!DOCTYPE html>");
        Run svg = Run.of("diagram", "--format", "svg", "--title", "The shop", schema);
        assertThat(svg.out()).contains("Diagram of The shop");
    }

    @Test
    void aSchemaThatIsWrongIsNotDrawn(@TempDir Path folder) throws Exception {
        Path schema = Files.writeString(folder.resolve("shop.pgorm"), "model A {\n  id Sting @id\n}\n");
        Run run = Run.of("diagram", schema);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("PGO0101");
        assertThat(run.out()).isEmpty();
    }
}
