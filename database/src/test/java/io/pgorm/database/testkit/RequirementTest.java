package io.pgorm.database.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchUnavailableException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequirementTest {

    @Test
    void theLineOfASkippedTestNamesItAndWhatItNeeds() {
        var options = ScratchOptions.standard().withExtensions(Set.of("vector", "postgis"));
        var why = new ScratchUnavailableException("a long message", "no Docker engine", null);
        assertThat(Requirement.skipped("NearestTest.distance", options, why))
                .isEqualTo("SKIPPED (no Docker engine): NearestTest.distance needs a server with postgis, vector");
    }

    @Test
    @RequiresExtensions("hstore")
    void aTestWhoseExtensionIsThereRuns() {
        assertThat(true).as("reached").isTrue();
    }
}
