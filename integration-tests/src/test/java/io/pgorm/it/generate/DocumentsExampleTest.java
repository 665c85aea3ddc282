package io.pgorm.it.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.testkit.RequiresExtensions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code examples/documents} does what its page says. */
class DocumentsExampleTest {

    private static final Example DOCUMENTS = new Example("documents", "DocumentSearch");

    @Test
    @RequiresExtensions({"vector", "pg_trgm"})
    void itPrintsWhatItsPageShows(@TempDir Path work) throws Exception {
        assertThat(DOCUMENTS.run(work, ScratchOptions.standard())).isEqualTo(DOCUMENTS.shown());
    }

    @Test
    void whatItsPageShowsOfTheSourcesStandsInThem() throws Exception {
        String sources = DOCUMENTS.sources();
        assertThat(DOCUMENTS.snippets())
                .isNotEmpty()
                .allSatisfy(snippet -> assertThat(sources).contains(snippet));
    }
}
