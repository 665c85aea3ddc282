package io.pgorm.ir.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GeneratedNamesTest {

    @Test
    void theNamesOfTableAndColumnAreJoined() {
        assertThat(GeneratedNames.sequence("users", "id")).isEqualTo("users_id_seq");
        assertThat(GeneratedNames.of("users", "", "pkey")).isEqualTo("users_pkey");
    }

    @Test
    void theLongerOneIsCutFirst() {
        assertThat(GeneratedNames.sequence("a".repeat(60), "id")).isEqualTo("a".repeat(56) + "_id_seq");
        assertThat(GeneratedNames.sequence("a".repeat(60), "b".repeat(60)))
                .isEqualTo("a".repeat(29) + "_" + "b".repeat(29) + "_seq");
    }

    @Test
    void whatIsCutEndsWithAWholeCharacter() {
        String name = GeneratedNames.sequence("ü".repeat(31), "id");
        assertThat(Identifiers.byteLength(name)).isLessThanOrEqualTo(Identifiers.MAX_BYTES);
        assertThat(name).endsWith("ü_id_seq");
    }
}
