package io.pgorm.features.rls.kit.internal;

import io.pgorm.features.rls.kit.Mutant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** What could be wrong with the policies of a database, one thing at a time. */
public final class Mutants {

    private static final String POLICIES = """
            SELECT p.polrelid::pg_catalog.regclass::text AS on_table, pg_catalog.quote_ident(p.polname) AS policy, p.polcmd::text AS command,
                   pg_catalog.pg_get_expr(p.polqual, p.polrelid) AS using_expression,
                   pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) AS check_expression,
                   NOT (0 = ANY (p.polroles)) AS for_some_roles
            FROM pg_catalog.pg_policy p
            ORDER BY 1, 2""";

    private Mutants() {}

    /** Each policy dropped, negated and widened, and row security switched off for each table. */
    public static List<Mutant> of(DSLContext superuser) {
        List<Mutant> mutants = new ArrayList<>();
        List<Policy> policies = superuser.fetch(POLICIES).map(Mutants::policy);
        policies.forEach(policy -> add(mutants, policy));
        policies.stream()
                .map(Policy::table)
                .distinct()
                .forEach(table -> mutants.add(new Mutant(
                        table + " without row security", "ALTER TABLE " + table + " DISABLE ROW LEVEL SECURITY")));
        return mutants;
    }

    private static Policy policy(org.jooq.Record row) {
        return new Policy(
                row.get("on_table", String.class),
                row.get("policy", String.class),
                row.get("command", String.class),
                Optional.ofNullable(row.get("using_expression", String.class)),
                Optional.ofNullable(row.get("check_expression", String.class)),
                row.get("for_some_roles", boolean.class));
    }

    private static void add(List<Mutant> mutants, Policy policy) {
        mutants.add(new Mutant(policy + " dropped", "DROP POLICY " + policy));
        policy.using.ifPresent(expression -> addChanges(mutants, policy, "USING", expression));
        policy.check.ifPresent(expression -> addChanges(mutants, policy, "WITH CHECK", expression));
        boolean changes = policy.command.equals("w") || policy.command.equals("*");
        boolean usingIsTheCheck = policy.check.isEmpty() && changes && !policy.using.equals(Optional.of("true"));
        if (usingIsTheCheck) {
            mutants.add(
                    new Mutant(policy + " with its check widened", "ALTER POLICY " + policy + " WITH CHECK (true)"));
        }
        if (policy.forSomeRoles) {
            mutants.add(new Mutant(policy + " for every role", "ALTER POLICY " + policy + " TO PUBLIC"));
        }
    }

    private static void addChanges(List<Mutant> mutants, Policy policy, String clause, String expression) {
        String alter = "ALTER POLICY " + policy + " " + clause;
        mutants.add(new Mutant(
                policy + " with " + clause + " negated", alter + " (NOT coalesce((" + expression + "), false))"));
        if (!expression.equals("true")) {
            mutants.add(new Mutant(policy + " with " + clause + " widened", alter + " (true)"));
        }
    }

    /** The names are quoted and the expressions written by PostgreSQL. */
    private record Policy(
            String table,
            String name,
            String command,
            Optional<String> using,
            Optional<String> check,
            boolean forSomeRoles) {
        @Override
        public String toString() {
            return name + " ON " + table;
        }
    }
}
