package io.pgorm.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import org.junit.jupiter.api.Test;

class DdlScriptTest {

    @Test
    void noStatementsAreNoText() {
        assertThat(DdlScript.render(List.of())).isEmpty();
    }

    @Test
    void aCommentAtTheEndOfAStatementDoesNotSwallowTheSemicolon() {
        assertThat(DdlScript.render(List.of(statement("SELECT 1 -- one"), statement("SELECT '-- two'"))))
                .isEqualTo("""
                        SELECT 1 -- one
                        ;
                        SELECT '-- two';
                        """);
    }

    @Test
    void aStatementOfSeveralLinesStandsBetweenEmptyLines() {
        assertThat(DdlScript.render(List.of(statement("A"), statement("B"), statement("C\n    D"), statement("E"))))
                .isEqualTo("""
                        A;
                        B;

                        C
                            D;

                        E;
                        """);
    }

    private static DdlStatement statement(String sql) {
        return new DdlStatement(sql, SourceSpan.NONE, List.of());
    }
}
