package io.pgorm.features.rls.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.Policy;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableReadsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    EXISTS (SELECT 1 FROM posts)                                          | posts
                    EXISTS (SELECT 1 FROM ONLY Posts p WHERE p.a = b)                     | posts
                    id IN (SELECT a FROM "Posts", b AS x, c WHERE f(d, e))                | Posts b c
                    id IN (SELECT a FROM posts p JOIN tags t ON t.id = g(p.id, 1), c)     | c posts tags
                    id IN (SELECT a FROM (posts LEFT JOIN tags USING (id, x)) ORDER BY b, c) | posts tags
                    id IN (SELECT a FROM (SELECT b, c FROM d) AS x, e)                    | d e
                    id IN (SELECT a FROM public.posts, hr.people)                         | hr.people posts
                    id IN (SELECT a FROM unnest(xs) AS a, LATERAL f(a), posts)            | posts
                    id IS DISTINCT FROM posts.owner                                       | ''
                    id = (SELECT a FROM b LIMIT 1) AND EXISTS (SELECT FROM c)             | b c
                    """)
    void theTablesOfItsSubqueries(String sql, String tables) {
        Policy policy = new Policy(
                "p",
                true,
                Policy.Command.ALL,
                List.of(),
                Optional.of(SqlText.of(sql)),
                Optional.empty(),
                SourceSpan.NONE);

        TreeSet<String> found = TableReads.of(policy).stream()
                .map(QualifiedName::toString)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(String.join(" ", found)).isEqualTo(tables);
    }
}
