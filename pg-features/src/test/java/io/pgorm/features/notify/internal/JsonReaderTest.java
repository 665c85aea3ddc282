package io.pgorm.features.notify.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void whatPostgresqlWritesIsRead() {
        assertThat(
                        JsonReader.object(
                                "{\"a\" : 1, \"b\" : {\"c\" : \"x\\\"\\\\\\n\\u00e4\", \"d\" : true}, \"e\" : -1.50, \"f\" : 12345678901234567890, \"g\":{}}"))
                .isEqualTo(Map.of(
                        "a",
                        1L,
                        "b",
                        Map.of("c", "x\"\\\n\u00e4", "d", true),
                        "e",
                        new BigDecimal("-1.50"),
                        "f",
                        new BigDecimal("12345678901234567890"),
                        "g",
                        Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}x",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":\"x}",
                "[1]",
                "{\"a\":tru}",
                "{\"a\":\"\\u00\"}",
                "1"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> JsonReader.object(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not the JSON of a message of @@notify");
    }
}
