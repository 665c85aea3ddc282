package io.pgorm.database.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class DockerImagesTest {

    private static final String ALL = "timescale/timescaledb-ha:pg17";

    @Test
    void aSchemaWithoutExtensionsHasThePlainImage() {
        assertThat(DockerImages.candidates(Set.of())).containsExactly("postgres:17");
    }

    @Test
    void anExtensionThatPostgresMayBringIsLookedForInThePlainImageFirst() {
        assertThat(DockerImages.candidates(Set.of("hstore"))).containsExactly("postgres:17", ALL);
    }

    @Test
    void oneThirdPartyExtensionHasItsOwnImage() {
        assertThat(DockerImages.candidates(Set.of("vector", "pg_trgm"))).containsExactly("pgvector/pgvector:pg17", ALL);
        assertThat(DockerImages.candidates(Set.of("postgis"))).containsExactly("postgis/postgis:17-3.5", ALL);
        assertThat(DockerImages.candidates(Set.of("timescaledb"))).containsExactly(ALL);
    }

    @Test
    void aMixHasTheImageWithAll() {
        assertThat(DockerImages.candidates(Set.of("vector", "postgis"))).containsExactly(ALL);
    }
}
