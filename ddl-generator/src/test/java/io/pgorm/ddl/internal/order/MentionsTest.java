package io.pgorm.ddl.internal.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import java.util.List;
import org.junit.jupiter.api.Test;

class MentionsTest {

    @Test
    void namesAreFoldedUnlessQuotedAndKeepWhatStandsBeforeTheirDots() {
        assertThat(Mentions.in("FROM Users u JOIN \"Odd \"\"one\"\"\" . B x, a.b.c"))
                .extracting(Mentions.Mention::parts)
                .containsExactly(
                        List.of("from"),
                        List.of("users"),
                        List.of("u"),
                        List.of("join"),
                        List.of("Odd \"one\"", "b"),
                        List.of("x"),
                        List.of("a", "b", "c"));
    }

    @Test
    void aWordOfSqlIsNoNameUnlessItIsQuoted() {
        assertThat(Mentions.in("ORDER BY \"order\""))
                .extracting(Mentions.Mention::reserved)
                .containsExactly(true, false, false);
    }

    @Test
    void literalsAndCommentsHoldNoNames() {
        assertThat(Mentions.in("'users' || /* posts */ 1 -- tags")).isEmpty();
    }

    @Test
    void aStringThatStandsForANameIsOne() {
        assertThat(Mentions.in("nextval('a.b') + '\"C\"'::regclass + lower('d')"))
                .extracting(Mentions.Mention::parts)
                .contains(List.of("a", "b"), List.of("C"))
                .doesNotContain(List.of("d"));
    }

    @Test
    void theBodyOfARoutineIsToldApartUnlessItRunsAtOnce() {
        assertThat(body("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $x$ SELECT a $x$", "a"))
                .isTrue();
        assertThat(body("CREATE FUNCTION f() RETURNS int AS 'SELECT a'", "a")).isTrue();
        assertThat(body("CREATE FUNCTION f() RETURNS a AS 'SELECT 1'", "a")).isFalse();
        assertThat(body("DO $$ BEGIN PERFORM a; END $$", "a")).isFalse();
    }

    @Test
    void whatIsMadeIsNamedBehindCreate() {
        assertThat(Definitions.in("""
                CREATE UNLOGGED TABLE IF NOT EXISTS a.b (c int);
                create or replace function "F"() returns int language sql as 'CREATE TABLE no (a int)';
                CREATE MATERIALIZED VIEW v AS SELECT 1; CREATE ROLE r
                """))
                .containsExactly(
                        ObjectName.of(Kind.TABLE, new QualifiedName("a", "b")),
                        ObjectName.of(Kind.FUNCTION, QualifiedName.of("F")),
                        ObjectName.of(Kind.VIEW, QualifiedName.of("v")));
    }

    private static boolean body(String sql, String name) {
        return Mentions.in(sql).stream()
                .filter(mention -> mention.parts().equals(List.of(name)))
                .findFirst()
                .orElseThrow()
                .body();
    }
}
