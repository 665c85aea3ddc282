package io.pgorm.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.pgorm.features.rls.advisor.PolicyAdvisor;
import io.pgorm.ir.spi.Advisor.Advice;
import io.pgorm.ir.spi.Advisor.Question;
import io.pgorm.ir.spi.Advisor.Setting;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Asks {@code pgorm doctor}'s advisor about an index, and follows the advice to see whether it is right. */
public final class Doctor {

    private static final Pattern FUNCTION = Pattern.compile("[a-z_0-9.]+\\([a-z][^()]*\\)");

    private final Connection superuser;
    private final Question question;

    /** @param role the one that the application logs in as; user 1 asks */
    public Doctor(Connection superuser, String role) {
        this.superuser = superuser;
        this.question = new Question(role, List.of(new Setting("pgorm.uid", "1")), List.of());
    }

    /** Everything that is found. */
    public List<Advice> advice() throws SQLException {
        return new PolicyAdvisor().advise(superuser, question);
    }

    /** Nothing is said of the index, which is right where it is used under the policy. */
    public void isSilentAbout(String index) throws SQLException {
        assertThat(advice()).noneMatch(advice -> advice.subject().equals(index));
    }

    /**
     * The plan that the client's query has does without the index because of its policy; the doctor says so, and names the
     * functions that are not leakproof; and once somebody vouches for these, the plan has the index.
     *
     * @param plan explains what the client sends
     */
    public void saysThatThePolicyHidesTheIndex(String index, Supplier<String> plan) throws SQLException {
        assertThat(plan.get()).doesNotContain(index);
        Advice advice = advice().stream()
                .filter(one -> one.subject().equals(index))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the doctor says nothing of " + index));
        assertThat(advice.finding()).contains("does not use this index", "is not leakproof");
        assertThat(advice.cure()).contains("SECURITY DEFINER");
        List<String> functions = FUNCTION.matcher(
                        advice.cure().substring(advice.cure().indexOf("vouch")))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(functions).isNotEmpty();
        vouch(functions, "LEAKPROOF");
        try {
            assertThat(plan.get()).as("once vouched for %s", functions).contains(index);
        } finally {
            vouch(functions, "NOT LEAKPROOF");
        }
    }

    private void vouch(List<String> functions, String how) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            for (String function : functions) {
                statement.execute("ALTER FUNCTION " + function + " " + how);
            }
        }
    }
}
