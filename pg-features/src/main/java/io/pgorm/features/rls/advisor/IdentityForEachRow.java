package io.pgorm.features.rls.advisor;

import io.pgorm.ir.spi.Advisor.Advice;
import io.pgorm.ir.spi.Advisor.Weight;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where who asks is found out for each row, and not once for the statement. Stateless. */
final class IdentityForEachRow {

    /** What an identity is read by: the functions of a session, and what PostgreSQL puts in their place. */
    private static final Pattern IDENTITY = Pattern.compile("\\b(?:current_setting\\(|auth\\.\\w+\\()");

    private IdentityForEachRow() {}

    static List<Advice> of(Asking asking) throws SQLException {
        List<Advice> advice = new ArrayList<>();
        for (List<String> row : asking.rows("""
                SELECT c.oid::pg_catalog.regclass::text
                FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relrowsecurity AND c.relkind IN ('r', 'p') AND %s
                  AND EXISTS (SELECT FROM pg_catalog.pg_policy p WHERE p.polrelid = c.oid) ORDER BY 1""".formatted(Asking.OWN_TABLES))) {
            String table = row.get(0);
            asking.asRole("SELECT * FROM " + table)
                    .filter(plan -> plan.filters().stream()
                            .anyMatch(filter -> IDENTITY.matcher(filter).find()))
                    .ifPresent(plan -> advice.add(new Advice(
                            Weight.SLOW,
                            table,
                            "a policy asks for each row who is asking",
                            "write (SELECT auth.uid()) in the policy, which is evaluated once for a statement; @@rls does it where"
                                    + " the call stands by itself",
                            Optional.of(plan.text()))));
        }
        return advice;
    }
}
