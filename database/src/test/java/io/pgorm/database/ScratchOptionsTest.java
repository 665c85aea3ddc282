package io.pgorm.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScratchOptionsTest {

    @Test
    void whatIsLeftOpenComesFromPropertiesThenFromTheEnvironment() {
        var options = ScratchOptions.standard()
                .orElse(
                        Map.of("pgorm.scratch", "Embedded")::get,
                        Map.of("PGORM_SCRATCH", "docker", "PGORM_SCRATCH_URL", "postgres://h")::get);
        assertThat(options.provider()).isEqualTo(ScratchProvider.EMBEDDED);
        assertThat(options.url()).isEqualTo("postgres://h");
    }

    @Test
    void whatIsSaidStays() {
        var options = ScratchOptions.standard()
                .withUrl("postgres://mine")
                .withProvider(ScratchProvider.URL)
                .withImage("mine")
                .orElse(
                        Map.of("pgorm.scratch.image", "other")::get,
                        Map.of("PGORM_SCRATCH", "docker", "PGORM_SCRATCH_URL", "postgres://h")::get);
        assertThat(options.url()).isEqualTo("postgres://mine");
        assertThat(options.provider()).isEqualTo(ScratchProvider.URL);
        assertThat(options.image()).isEqualTo("mine");
    }

    @Test
    void anEmptyVariableIsNone() {
        var options = ScratchOptions.standard().orElse(name -> null, name -> "");
        assertThat(options).isEqualTo(ScratchOptions.standard());
    }

    @Test
    void anUnknownProviderIsAnErrorThatNamesTheKnownOnes() {
        assertThatThrownBy(() -> ScratchOptions.standard().orElse(name -> null, name -> "podman"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("podman", "url, docker, embedded");
    }

    @Test
    void thePasswordOfTheUrlIsNotInTheText() {
        var options = ScratchOptions.standard().withUrl("jdbc:postgresql://h/d?user=ann&password=hunter2");
        assertThat(options.toString()).contains("ann@h/d").doesNotContain("hunter2");
    }
}
