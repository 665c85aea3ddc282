package io.pgorm.it.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchOptions;
import io.pgorm.migrations.pull.Proof;
import io.pgorm.migrations.pull.Pull;
import io.pgorm.migrations.pull.PullOptions;
import io.pgorm.migrations.pull.Pulled;
import io.pgorm.migrations.source.SqlFileSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a database holds and a schema cannot say: it is told twice, by the reader and by the proof, and never lost. */
class ReportedTest {

    @Test
    void whatCannotBeSaidIsTold() throws Exception {
        Pulled pulled = Pull.pull(
                new SqlFileSource(Path.of("src/test/resources/round-trip-reported/schema.sql")),
                PullOptions.standard().withScratch(ScratchOptions.fast()));
        assertThat(pulled.isLossless()).isFalse();
        assertThat(pulled.unmodelled())
                .anySatisfy(line -> assertThat(line).contains("typed", "OF"))
                .anySatisfy(line -> assertThat(line).contains("user mapping"))
                .anySatisfy(line -> assertThat(line).contains("gen_random_bytes"))
                .anySatisfy(line -> assertThat(line).contains("not_everywhere"))
                .hasSize(4);
        assertThat(pulled.proof())
                .isInstanceOfSatisfying(
                        Proof.Different.class,
                        different -> assertThat(different.differences())
                                .containsExactlyInAnyOrderElementsOf(pulled.unmodelled().stream()
                                        .map(line -> "only in the first: " + line)
                                        .toList()));
        assertThat(pulled.toString()).doesNotContain("not to be seen");
    }
}
