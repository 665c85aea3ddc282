package io.pgorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplainCommandTest {

    @Test
    void aCodeIsExplainedWithAnExampleAndTheCure() {
        Run run = Run.of("explain", "pgo0101");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith("PGO0101: no type, model or enum has this name\n\n```pgorm\n")
                .contains("Sting", "Pg(\"type\")")
                .doesNotContain("PGO0102");
        assertThat(Run.of("explain", "0101")).isEqualTo(run);
    }

    @Test
    void aCodeThatIsNoneIsWrongUsage() {
        assertThat(Run.of("explain", "PGO9999")).isEqualTo(new Run(2, "", "pgorm: there is no code PGO9999\n"));
    }
}
