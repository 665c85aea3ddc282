package io.pgorm.it.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pgorm.ir.spi.Advisor;
import io.pgorm.ir.spi.Advisor.Advice;
import io.pgorm.ir.spi.Advisor.Question;
import io.pgorm.ir.spi.Advisor.Setting;
import io.pgorm.ir.spi.Advisor.Weight;
import java.sql.Connection;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the doctor says of policies. */
class AdvisorTest {

    private static FeatureServer server;

    @BeforeAll
    static void open() throws Exception {
        server = new FeatureServer("blog");
        server.execute("""
                CREATE TABLE docs (id int PRIMARY KEY, owner bigint, body text, words tsvector
                  GENERATED ALWAYS AS (to_tsvector('english', body)) STORED, data jsonb, made date, valid int4range);
                CREATE INDEX docs_words ON docs USING gin (words);
                CREATE INDEX docs_data ON docs USING gin (data jsonb_path_ops);
                CREATE INDEX docs_made ON docs (made);
                CREATE INDEX docs_valid ON docs USING gist (valid);
                ALTER TABLE docs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
                CREATE POLICY own ON docs USING (owner = auth.uid());
                INSERT INTO docs (id, owner, body, data, made, valid) SELECT n, n % 100, 'word' || n, jsonb_build_object('n', n), current_date, int4range(n, n + 2) FROM generate_series(1, 2000) n;
                ANALYZE docs;
                GRANT SELECT, TRUNCATE ON docs TO pgorm_feature_app;
                CREATE TABLE parts (id int, owner bigint) PARTITION BY RANGE (id);
                CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (1) TO (10);
                ALTER TABLE parts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
                CREATE POLICY own ON parts USING (owner = (SELECT auth.uid()));
                CREATE INDEX ON parts (owner);
                GRANT SELECT ON parts, parts_1 TO pgorm_feature_app;
                """);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static List<Advice> ask(String... queries) throws Exception {
        Advisor advisor = StreamSupport.stream(ServiceLoader.load(Advisor.class).spliterator(), false)
                .filter(one -> one.name().equals("rls"))
                .findFirst()
                .orElseThrow();
        try (Connection connection = server.superusers().getConnection()) {
            return advisor.advise(
                    connection,
                    new Question(FeatureServer.LOGIN, List.of(new Setting("pgorm.uid", "1")), List.of(queries)));
        }
    }

    private static Advice about(List<Advice> advice, String subject, String finding) {
        return advice.stream()
                .filter(one -> one.subject().equals(subject) && one.finding().contains(finding))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing of " + subject + " in " + advice));
    }

    @Test
    void anIndexWhoseOperatorIsNotLeakproofIsLostAndTheCureIsSaid() throws Exception {
        List<Advice> advice = ask();
        Advice words = about(advice, "docs_words", "does not use this index");
        assertThat(words.weight()).isEqualTo(Weight.SLOW);
        assertThat(words.finding())
                .contains("ts_match_vq(tsvector,tsquery) is not leakproof")
                .contains("every row");
        assertThat(words.cure()).startsWith("an index on the column of the policy first");
        assertThat(words.evidence().orElseThrow()).contains("Filter:").doesNotContain("docs_words");
        assertThat(about(advice, "docs_data", "jsonb_contains").weight()).isEqualTo(Weight.SLOW);
        assertThat(about(advice, "docs_valid", "(anyrange,anyrange) is not leakproof")
                        .weight())
                .isEqualTo(Weight.SLOW);
        assertThat(advice).noneMatch(one -> one.subject().equals("docs_made"));
    }

    @Test
    void anIndexOfThePoliciesColumnIsTheFirstCure() throws Exception {
        assertThat(about(ask(), "docs.owner", "no index begins with it").cure())
                .contains("CREATE INDEX CONCURRENTLY ON docs (owner)");
        server.execute("CREATE INDEX docs_owner ON docs (owner)");
        try {
            List<Advice> advice = ask();
            assertThat(advice).noneMatch(one -> one.subject().equals("docs.owner"));
            assertThat(about(advice, "docs_words", "the rows that an index of its own column finds")
                            .weight())
                    .isEqualTo(Weight.NOTE);
        } finally {
            server.execute("DROP INDEX docs_owner");
        }
    }

    @Test
    void anIdentityThatIsEvaluatedForEachRowIsFound() throws Exception {
        List<Advice> advice = ask();
        assertThat(about(advice, "docs", "asks for each row who is asking").cure())
                .contains("(SELECT auth.uid())");
        assertThat(advice).noneMatch(one -> one.subject().equals("posts") && one.weight() != Weight.NOTE);
        server.execute("ALTER POLICY own ON docs USING (owner = (SELECT auth.uid()))");
        try {
            assertThat(ask()).noneMatch(one -> one.finding().contains("asks for each row"));
        } finally {
            server.execute("ALTER POLICY own ON docs USING (owner = auth.uid())");
        }
    }

    @Test
    void waysRoundThePoliciesComeFirst() throws Exception {
        List<Advice> advice = ask();
        assertThat(advice.getFirst().weight()).isEqualTo(Weight.DANGER);
        assertThat(about(advice, "docs", "may TRUNCATE it").cure())
                .isEqualTo("REVOKE TRUNCATE ON docs FROM pgorm_feature_app");
        assertThat(about(advice, "parts_1", "may read it by its own name").weight())
                .isEqualTo(Weight.DANGER);
    }

    @Test
    void queriesOfTheApplicationAreExplainedUnderTheRole() throws Exception {
        String search = "SELECT id FROM docs WHERE words @@ to_tsquery('english', 'word7')";
        String recent = "SELECT id FROM docs WHERE made = date '2020-01-01'";
        List<Advice> advice = ask(search, recent, "SELECT * FROM pg_authid");
        assertThat(about(advice, search, "would use docs_words").weight()).isEqualTo(Weight.SLOW);
        assertThat(about(advice, recent, "the same indexes").weight()).isEqualTo(Weight.NOTE);
        assertThat(about(advice, "SELECT * FROM pg_authid", "may not run it").weight())
                .isEqualTo(Weight.NOTE);
    }

    @Test
    void aRoleThatNoPolicyHoldsForIsNoQuestion() {
        assertThatThrownBy(() -> {
                    try (Connection connection = server.superusers().getConnection()) {
                        new io.pgorm.features.rls.advisor.PolicyAdvisor()
                                .advise(connection, new Question("postgres", List.of(), List.of()));
                    }
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no policy holds for the role postgres");
    }
}
