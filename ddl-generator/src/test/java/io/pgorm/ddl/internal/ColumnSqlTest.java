package io.pgorm.ddl.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.SqlText;
import io.pgorm.ir.diagnostic.SourceSpan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnSqlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1.5",
                "true",
                "now()",
                "auth.uid()",
                "current_timestamp",
                "'it''s'",
                "'{}'::jsonb",
                "E'a\\\\b'",
                "'{}'::text[]",
                "'x'::character varying",
                "'A'::\"mood\"",
                "'{}'::\"mood\"[]"
            })
    void thePlainestDefaultsStandAsTheyAre(String expression) {
        assertThat(defaultOf(expression)).isEqualTo(" DEFAULT " + expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 + 1",
                "now() + interval '1 day'",
                "'a' || 'b'",
                "NOT true",
                "'a' IN ('b')",
                "'a'::text || 'b'",
                "x(1)",
                "lower('A')"
            })
    void otherDefaultsStandInParenthesesSinceTheGrammarTakesNotAll(String expression) {
        assertThat(defaultOf(expression)).isEqualTo(" DEFAULT (" + expression + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"now() -- the time", "1 -- one\n + 1 -- and one"})
    void aCommentAtTheEndDoesNotSwallowTheParenthesis(String expression) {
        assertThat(defaultOf(expression)).isEqualTo(" DEFAULT (" + expression + "\n)");
    }

    private static String defaultOf(String expression) {
        SqlBuilder sql = new SqlBuilder();
        ColumnSql.appendDefault(SqlText.of(expression), sql);
        return sql.statement(SourceSpan.NONE).sql();
    }
}
