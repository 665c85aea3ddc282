package io.pgorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

    @TempDir
    private Path folder;

    private Path schema(String text) throws Exception {
        return Files.writeString(folder.resolve("a.pgorm"), text);
    }

    /** The names and scalars of a text in their order; a text that is no JSON fails. */
    private static List<String> words(String json) throws Exception {
        List<String> words = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (!token.isStructStart() && !token.isStructEnd()) {
                    words.add(parser.getText());
                }
            }
        }
        return words;
    }

    @Test
    void errorsAreToldAsJson() throws Exception {
        Run run = Run.of("validate", "--json", schema("model A {\n  id Int @id\n  name Sting\n}\n"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(words(run.out()))
                .startsWith("valid", "false", "diagnostics")
                .containsSubsequence("file", "a.pgorm", "line", "3", "column", "8", "endLine", "3", "endColumn", "13")
                .containsSubsequence("severity", "error", "code", "PGO0101", "message")
                .containsSubsequence("hint", "did you mean String?");
    }

    @Test
    void whatMustBeEscapedInJsonIs() throws Exception {
        Run run = Run.of("validate", "--json", schema("model A {\n  id Int @id @default(\"a \\\" b\")\n \"\u2028\n}"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(words(run.out())).contains("PGO0003");
    }

    @Test
    void aValidSchemaIsValidInJsonToo() throws Exception {
        Run run = Run.of("validate", "--json", schema("model A {\n  id Int @id\n  data Json\n}\n"));
        assertThat(run.exit()).isZero();
        assertThat(words(run.out())).startsWith("valid", "true").contains("warning", "PGO0703");
        Run none = Run.of("validate", "--json", schema("model A {\n  id Int @id\n}\n"));
        assertThat(words(none.out())).containsExactly("valid", "true", "diagnostics");
    }

    @Test
    void peopleReadText() throws Exception {
        Run run = Run.of("validate", schema("model A {\n  id Int @id\n  name Sting\n}\n"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("a.pgorm:3:8: error PGO0101").contains("^");
    }
}
