package io.pgorm.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlScriptTest {

    private static List<String> statements(String text) {
        return SqlScript.of("a.sql", text).statements().stream()
                .map(ScriptStatement::sql)
                .toList();
    }

    @Test
    void aSemicolonInsideOfQuotesCommentsAndParenthesesEndsNothing() {
        assertThat(statements("""
                -- a; b
                SELECT 'a;''b', E'it\\'s;', "x;""y", $$ ; $$, $t$ $$;$$ $t$ /* ; /* ; */ ; */ -- ;
                  , (1;2);
                SELECT 2""")).containsExactly("""
                        SELECT 'a;''b', E'it\\'s;', "x;""y", $$ ; $$, $t$ $$;$$ $t$ /* ; /* ; */ ; */ -- ;
                          , (1;2)""", "SELECT 2");
    }

    @Test
    void aBodyThatBeginsAtomicallyIsOneStatement() {
        assertThat(statements("""
                CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC
                  SELECT CASE WHEN a > 0 THEN 1 ELSE 2 END; SELECT 3;
                END;
                CREATE TABLE "begin" (a int); BEGIN; COMMIT;""")).hasSize(4).element(0).asString().endsWith("SELECT 3;\nEND");
    }

    @Test
    void rowsAndCommandsOfPsqlArePassedOver() {
        SqlScript script = SqlScript.of("a.sql", """
                \\restrict abc
                \\set x 1
                COPY public.a (b) FROM stdin;
                1;'
                \\.
                \\connect other
                SELECT 1 \\g
                SELECT 2;
                """);
        assertThat(script.statements())
                .extracting(ScriptStatement::sql, ScriptStatement::line)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("COPY public.a (b) FROM stdin", 3),
                        org.assertj.core.groups.Tuple.tuple("SELECT 1", 7),
                        org.assertj.core.groups.Tuple.tuple("SELECT 2", 8));
        // what pg_dump writes to keep a dump from commanding psql is no news
        assertThat(script.notes()).hasSize(2).first().asString().isEqualTo("a.sql:2: psql's \\set is passed over");
    }

    @Test
    void anIncludedFileIsReadInItsPlace(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("parts"));
        Files.writeString(folder.resolve("a.sql"), "SELECT 1;\n\\ir parts/b.sql\nSELECT 3;");
        Files.writeString(folder.resolve("parts/b.sql"), "\n\\i 'c.sql'\n");
        Files.writeString(folder.resolve("parts/c.sql"), "\nSELECT 2;");
        assertThat(SqlScript.read(folder.resolve("a.sql")).statements())
                .extracting(ScriptStatement::place)
                .containsExactly("a.sql:1", "c.sql:2", "a.sql:3");
    }

    @Test
    void extensionsAndRolesAreFoundInBlocksToo() {
        SqlScript script = SqlScript.of("a.sql", """
                CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA public;
                DO $$ BEGIN CREATE EXTENSION Citext; CREATE ROLE App LOGIN; END $$;
                COMMENT ON TABLE a IS 'CREATE EXTENSION none';""");
        assertThat(script.extensions()).containsExactly("uuid-ossp", "citext");
        assertThat(script.roles()).containsExactly("app");
    }

    @Test
    void whatIsNotClosedIsSaidWithItsLine() {
        assertThatThrownBy(() -> statements("SELECT 1;\nSELECT 'a;"))
                .isInstanceOf(ScriptException.class)
                .hasMessage("a.sql:2: a string is not closed");
    }

    @Test
    void aChoiceOfPsqlIsRefusedBecauseBothWaysWouldBeRun() {
        assertThatThrownBy(() -> statements("\\if :x\nSELECT 1;\n\\endif"))
                .isInstanceOf(ScriptException.class)
                .hasMessageStartingWith("a.sql:1: psql's \\if is not followed");
    }
}
