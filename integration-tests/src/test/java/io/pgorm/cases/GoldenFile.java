package io.pgorm.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file with what is expected. With {@code -Dpgorm.golden.update=true} it is rewritten with what there is, for a
 * person to read before it is kept.
 */
record GoldenFile(Path path) {

    private static final boolean UPDATE = Boolean.getBoolean("pgorm.golden.update");

    /** Asserts that the file holds the text, or that there is no file where the text is empty. */
    void assertHolds(String actual) throws IOException {
        if (UPDATE) {
            rewrite(actual);
        }
        assertThat(Files.exists(path) ? Files.readString(path) : "")
                .as(path.toString())
                .isEqualTo(actual);
    }

    private void rewrite(String text) throws IOException {
        if (text.isEmpty()) {
            Files.deleteIfExists(path);
        } else {
            Files.writeString(path, text);
        }
    }
}
