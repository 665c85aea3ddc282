package io.pgorm.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServerOrderTest {

    private static final ScratchOptions STANDARD = ScratchOptions.standard();
    private static final String URL = "jdbc:postgresql://h/d";

    @Test
    void dockerGoesBeforeEmbedded() {
        assertThat(ServerRegistry.sources(STANDARD))
                .containsExactly(new DockerSource("postgres:17"), new EmbeddedSource());
    }

    @Test
    void embeddedGoesFirstForSpeed() {
        assertThat(ServerRegistry.sources(ScratchOptions.fast()))
                .containsExactly(new EmbeddedSource(), new DockerSource("postgres:17"));
    }

    @Test
    void aUrlIsTheOnlyOne() {
        assertThat(ServerRegistry.sources(STANDARD.withUrl(URL)))
                .containsExactly(new UrlSource(JdbcAddress.parse(URL)));
    }

    @Test
    void aForcedProviderIsTheOnlyOneEvenBesideAUrl() {
        assertThat(ServerRegistry.sources(STANDARD.withUrl(URL).withProvider(ScratchProvider.EMBEDDED)))
                .containsExactly(new EmbeddedSource());
        assertThat(ServerRegistry.sources(STANDARD.withProvider(ScratchProvider.DOCKER)
                        .withExtensions(Set.of("postgis"))
                        .withImage("example/postgis")))
                .containsExactly(new DockerSource("example/postgis"));
    }

    @Test
    void theProviderUrlWithoutAUrlSaysWhatToSet() {
        assertThatThrownBy(() -> ServerRegistry.sources(STANDARD.withProvider(ScratchProvider.URL)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PGORM_SCRATCH_URL");
    }
}
