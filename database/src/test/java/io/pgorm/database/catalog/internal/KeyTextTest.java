package io.pgorm.database.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.ir.Index;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyTextTest {

    private final KeyText text = new KeyText(Set.of("mine"));

    @Test
    void columnsKeepTheirNames() {
        assertThat(text.keys("a, \"odd, (name)\", \"say \"\"hi\"\"\", \"DESC\""))
                .extracting(key -> ((Index.ColumnTarget) key.target()).column())
                .containsExactly("a", "odd, (name)", "say \"hi\"", "DESC");
    }

    @Test
    void expressionsLoseTheirParentheses() {
        assertThat(text.keys("lower(a), (a + b), s.f(')'), (data ->> 'x, y')"))
                .extracting(key ->
                        ((Index.ExpressionTarget) key.target()).expression().render())
                .containsExactly("lower(a)", "a + b", "s.f(')')", "data ->> 'x, y'");
    }

    @Test
    void whatFollowsAKeyIsTakenApart() {
        assertThat(text.keys(
                        "lower(a) COLLATE \"C\" text_pattern_ops DESC NULLS LAST, a gist_trgm_ops (siglen='32'), b DESC, "
                                + "c NULLS FIRST, d s.\"Odd\", e COLLATE mine"))
                .containsExactly(
                        new Index.Key(
                                new Index.ExpressionTarget(SqlText.of("lower(a)")),
                                Optional.of(new QualifiedName("pg_catalog", "C")),
                                Optional.of("text_pattern_ops"),
                                Optional.of(Index.Order.DESC),
                                Optional.of(Index.Nulls.LAST)),
                        key(
                                "a",
                                Optional.empty(),
                                Optional.of("gist_trgm_ops(siglen='32')"),
                                Optional.empty(),
                                Optional.empty()),
                        key("b", Optional.empty(), Optional.empty(), Optional.of(Index.Order.DESC), Optional.empty()),
                        key("c", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Index.Nulls.FIRST)),
                        key("d", Optional.empty(), Optional.of("s.\"Odd\""), Optional.empty(), Optional.empty()),
                        key(
                                "e",
                                Optional.of(new QualifiedName("public", "mine")),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void theOperatorOfAnExclusionIsTheRest() {
        assertThat(text.parse("room WITH =, during WITH OPERATOR(s.&&)"))
                .extracting(KeyText.Parsed::rest)
                .isEqualTo(List.of("WITH =", "WITH OPERATOR(s.&&)"));
    }

    private static Index.Key key(
            String column,
            Optional<QualifiedName> collation,
            Optional<String> operatorClass,
            Optional<Index.Order> order,
            Optional<Index.Nulls> nulls) {
        return new Index.Key(new Index.ColumnTarget(column), collation, operatorClass, order, nulls);
    }
}
