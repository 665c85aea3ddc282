package io.pgorm.database.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StableTextTest {

    @Test
    void theCastOfAWholeListIsLeftOut() {
        assertThat(StableText.of(
                        "status::text = ANY (ARRAY['a'::character varying, 'b, c'::character varying]::text[])"))
                .isEqualTo("status::text = ANY (ARRAY['a'::character varying, 'b, c'::character varying])");
    }

    @Test
    void theCastOfEachElementIsLeftOutToo() {
        assertThat(
                        StableText.of(
                                "a AND status::text <> ALL (ARRAY['a'::character varying::text, 'it''s'::character varying::text]) AND b"))
                .isEqualTo(
                        "a AND status::text <> ALL (ARRAY['a'::character varying, 'it''s'::character varying]) AND b");
    }

    @Test
    void bothInOneText() {
        assertThat(StableText.of("x::text = ANY (ARRAY['a'::character varying]::text[])"
                        + " OR y::text = ANY (ARRAY['b'::character varying::text])"))
                .isEqualTo("x::text = ANY (ARRAY['a'::character varying])"
                        + " OR y::text = ANY (ARRAY['b'::character varying])");
    }

    @Test
    void whatIsNoListOfLiteralsStaysAsItIs() {
        String mixed = "x::text = ANY (ARRAY[y, 'b'::character varying]::text[])";
        String quoted = "x = 'ANY (ARRAY[''a''::character varying]::text[])'";
        String alone = "ARRAY['a'::character varying]::text[]";
        assertThat(StableText.of(mixed)).isEqualTo(mixed);
        assertThat(StableText.of(quoted)).isEqualTo(quoted);
        assertThat(StableText.of(alone)).isEqualTo(alone);
    }
}
