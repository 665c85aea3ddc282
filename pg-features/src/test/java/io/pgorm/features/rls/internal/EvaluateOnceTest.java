package io.pgorm.features.rls.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.SqlText;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateOnceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    auth.uid() = id                    | (SELECT auth.uid()) = id
                    id=auth.uid()                      | id=(SELECT auth.uid())
                    id = AUTH . Uid ( )                | id = (SELECT AUTH . Uid ( ))
                    id = "auth"."uid"()                | id = (SELECT "auth"."uid"())
                    auth.is_admin()                    | (SELECT auth.is_admin())
                    a = auth.x() OR b = auth.y()       | a = (SELECT auth.x()) OR b = (SELECT auth.y())
                    lower(auth.role()) = role          | lower((SELECT auth.role())) = role
                    id = auth.uid()::int               | id = (SELECT auth.uid())::int
                    id = (SELECT auth.uid()::int)      | id = (SELECT (SELECT auth.uid())::int)
                    id IS DISTINCT FROM auth.uid()     | id IS DISTINCT FROM (SELECT auth.uid())
                    id IN (1, auth.uid())              | id IN (1, (SELECT auth.uid()))
                    """)
    void aCallBecomesASubquery(String written, String emitted) {
        assertThat(apply(written)).isEqualTo(emitted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    org = ANY (auth.orgs())            | org = ANY (coalesce((SELECT auth.orgs())))
                    org <> all(auth.orgs())            | org <> all(coalesce((SELECT auth.orgs())))
                    id IN (auth.uid())                 | id IN (coalesce((SELECT auth.uid())))
                    """)
    void whereASubqueryWouldBeASetItStaysAnExpression(String written, String emitted) {
        assertThat(apply(written)).isEqualTo(emitted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(SELECT auth.uid()) = id",
                "( select auth.uid ( ) ) = id",
                "(/* once */ Select /* more */ auth.uid()) = id",
                "note <> 'auth.uid()'",
                "note <> $x$ auth.uid() $x$",
                "id = 1 -- auth.uid()",
                "id = 1 /* auth.uid() */",
                "\"auth.uid()\" = id",
                "auth.has_role('admin')",
                "other.auth.uid() = id",
                "myauth.uid() = id",
                "auth.uid = id",
                "id IN (SELECT org FROM auth.orgs() AS org)"
            })
    void whatIsEvaluatedOnceOrIsNoCallStays(String written) {
        assertThat(apply(written)).isEqualTo(written);
    }

    @Test
    void referencesStayReferencesAndNoPartIsSearchedAlone() {
        SqlText.Part owner = new SqlText.ColumnReference(Optional.empty(), "owner'id");
        SqlText.Part inLiteral = new SqlText.ColumnReference(Optional.empty(), "owner_id");
        SqlText written = new SqlText(
                List.of(
                        new SqlText.Text("auth.uid() = "),
                        owner,
                        new SqlText.Text(" AND note <> '"),
                        inLiteral,
                        new SqlText.Text("auth.uid()' AND auth.uid() = "),
                        owner),
                new SourceSpan("a.pgorm", 1, 2, 1, 9));

        SqlText emitted = EvaluateOnce.apply(written);

        assertThat(emitted.span()).isEqualTo(written.span());
        assertThat(emitted.parts())
                .containsExactly(
                        new SqlText.Text("(SELECT auth.uid()) = "),
                        owner,
                        new SqlText.Text(" AND note <> '"),
                        inLiteral,
                        new SqlText.Text("auth.uid()' AND (SELECT auth.uid()) = "),
                        owner);
    }

    @Test
    void applyingItAgainChangesNothing() {
        String once = apply("a = auth.x() AND b = ANY (auth.y())");
        assertThat(apply(once)).isEqualTo(once);
    }

    private static String apply(String sql) {
        return EvaluateOnce.apply(SqlText.of(sql)).render();
    }
}
