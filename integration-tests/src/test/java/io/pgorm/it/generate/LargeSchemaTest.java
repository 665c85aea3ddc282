package io.pgorm.it.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.jooq.ClientGenerator;
import io.pgorm.sdl.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema of 200 models: how long it takes, that nothing of it changes by itself, and that it compiles. */
@Tag("alone")
class LargeSchemaTest {

    private static final int MODELS = 200;

    private static final ScratchOptions EMBEDDED = ScratchOptions.standard().withProvider(ScratchProvider.EMBEDDED);

    @Test
    void itIsGeneratedInFifteenSecondsAndInUnderOneWhenUnchanged(@TempDir Path folder) throws Exception {
        List<SourceFile> schema = List.of(new SourceFile("schema.pgorm", models()));
        long start = System.nanoTime();
        ClientGenerator.Result first = GeneratedClient.generate(schema, folder, EMBEDDED);
        Duration cold = Duration.ofNanos(System.nanoTime() - start);
        start = System.nanoTime();
        ClientGenerator.Result second = GeneratedClient.generate(schema, folder, EMBEDDED);
        Duration unchanged = Duration.ofNanos(System.nanoTime() - start);
        System.out.println(MODELS + " models: generated in " + cold.toMillis() + " ms, unchanged in "
                + unchanged.toMillis() + " ms");
        assertThat(first.upToDate()).isFalse();
        assertThat(second.upToDate()).isTrue();
        assertThat(cold).isLessThan(Duration.ofSeconds(15));
        assertThat(unchanged).isLessThan(Duration.ofSeconds(1));
        GeneratedClient.compile(folder, List.of());
    }

    @Test
    void theSameSchemaGivesTheSameBytesAndLeavesOthersFilesAlone(@TempDir Path one, @TempDir Path two)
            throws Exception {
        List<SourceFile> small =
                List.of(new SourceFile("schema.pgorm", "model A { id Int @id  name String }\nmodel B { id Int @id }"));
        GeneratedClient.generate(small, one, EMBEDDED);
        Path mine = Files.writeString(one.resolve("src/Mine.java"), "class Mine {}");
        Path generated = one.resolve("src/scenario/db/A.java");
        Files.writeString(generated, "changed by hand");
        assertThat(GeneratedClient.generate(small, one, EMBEDDED).upToDate()).isFalse();
        GeneratedClient.generate(small, two, EMBEDDED);
        assertThat(mine).exists();
        Files.delete(mine);
        assertThat(texts(one)).isEqualTo(texts(two));
        List<SourceFile> smaller = List.of(new SourceFile("schema.pgorm", "model A { id Int @id }"));
        GeneratedClient.generate(smaller, one, EMBEDDED);
        assertThat(one.resolve("src/scenario/db/B.java")).doesNotExist();
    }

    private static Map<String, String> texts(Path folder) throws Exception {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private static String models() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < MODELS; i++) {
            text.append("model Thing")
                    .append(i)
                    .append(" {\n  id Int @id @default(autoincrement())\n")
                    .append(
                            "  name String @unique\n  amount Numeric(10, 2)?\n  data Jsonb?\n  at Timestamptz @default(now())\n")
                    .append("  kind Kind")
                    .append(i % 20)
                    .append("\n");
            if (i > 0) {
                text.append("  before Thing")
                        .append(i - 1)
                        .append(
                                "? @relation(fields: [beforeId], references: [id])\n  beforeId Int?\n  @@index([beforeId])\n");
            }
            if (i < MODELS - 1) {
                text.append("  after Thing").append(i + 1).append("[]\n");
            }
            text.append("}\n");
        }
        for (int i = 0; i < 20; i++) {
            text.append("enum Kind").append(i).append(" { ONE TWO THREE }\n");
        }
        return text.toString();
    }
}
