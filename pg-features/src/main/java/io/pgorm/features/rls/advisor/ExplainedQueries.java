package io.pgorm.features.rls.advisor;

import io.pgorm.features.rls.advisor.Asking.Plan;
import io.pgorm.ir.spi.Advisor.Advice;
import io.pgorm.ir.spi.Advisor.Weight;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The queries that were given, with the policies and without. Stateless. */
final class ExplainedQueries {

    private ExplainedQueries() {}

    static List<Advice> of(Asking asking) throws SQLException {
        List<Advice> advice = new ArrayList<>();
        for (String query : asking.question().queries()) {
            advice.add(advice(asking, query));
        }
        return advice;
    }

    private static Advice advice(Asking asking, String query) throws SQLException {
        Optional<Plan> held = asking.asRole(query);
        if (held.isEmpty()) {
            return new Advice(
                    Weight.NOTE,
                    query,
                    asking.question().role() + " may not run it",
                    "GRANT what it needs",
                    Optional.empty());
        }
        List<String> lost = asking.withoutPolicies(query).stream()
                .flatMap(plan -> plan.indexes().stream())
                .filter(index -> !held.get().indexes().contains(index))
                .toList();
        return lost.isEmpty()
                ? new Advice(
                        Weight.NOTE,
                        query,
                        "it uses the same indexes with the policies as without",
                        "nothing to do",
                        Optional.of(held.get().text()))
                : new Advice(
                        Weight.SLOW,
                        query,
                        "without the policies it would use " + String.join(", ", lost),
                        "see what is said of the index; where nothing is, the condition of the policy leads the planner elsewhere",
                        Optional.of(held.get().text()));
    }
}
