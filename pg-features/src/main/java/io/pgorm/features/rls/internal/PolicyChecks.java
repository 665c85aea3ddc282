package io.pgorm.features.rls.internal;

import io.pgorm.ir.Model;
import io.pgorm.ir.Policy;
import io.pgorm.ir.Policy.Command;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.sql.Identifiers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What can be said of the policies of one table without a look at others. Stateless. */
public final class PolicyChecks {

    private PolicyChecks() {}

    /** Errors where PostgreSQL would refuse or nobody could do anything, warnings where the client would fail. */
    public static List<Diagnostic> check(Schema schema) {
        List<Diagnostic> found = new ArrayList<>();
        for (Table table : schema.tables()) {
            table.policies().forEach(policy -> checkClauses(policy, found));
            checkNames(schema, table, found);
            checkWhole(displayName(schema, table.name()), table.policies(), found);
        }
        return found;
    }

    /** What the author calls the table. */
    static String displayName(Schema schema, QualifiedName table) {
        return schema.modelOf(table).map(Model::name).orElse(table.toString());
    }

    private static void checkClauses(Policy policy, List<Diagnostic> found) {
        String command = policy.command().name().toLowerCase(Locale.ROOT);
        if (policy.using().isEmpty() && policy.check().isEmpty()) {
            found.add(
                    Diagnostic.error(PolicyCodes.NO_CONDITION, "the policy says nothing about rows", policy.span())
                            .withHelp(
                                    "give it using: \"...\" for the rows that are seen, check: \"...\" for those written, or both"));
        } else if (policy.command() == Command.INSERT && policy.using().isPresent()) {
            found.add(Diagnostic.error(
                            PolicyCodes.CLAUSE_NOT_ALLOWED,
                            "a policy for insert has no using:, since there is no row yet to look at",
                            policy.using().get().span())
                    .withHelp("say check: in its place"));
        } else if ((policy.command() == Command.SELECT || policy.command() == Command.DELETE)
                && policy.check().isPresent()) {
            found.add(Diagnostic.error(
                            PolicyCodes.CLAUSE_NOT_ALLOWED,
                            "a policy for " + command + " has no check:, since it writes no row",
                            policy.check().get().span())
                    .withHelp("say using: in its place"));
        } else if (policy.command() == Command.UPDATE
                && policy.permissive()
                && policy.using().isEmpty()) {
            found.add(Diagnostic.warning(
                            PolicyCodes.UPDATE_WITHOUT_USING,
                            "the policy lets no row be updated, since it has no using:",
                            policy.span())
                    .withHelp("add using: for the rows that may be updated; check: is for what they become"));
        }
        policy.roles().stream()
                .filter(role -> Identifiers.byteLength(role) > Identifiers.MAX_BYTES)
                .forEach(role -> found.add(Diagnostic.error(
                        PolicyCodes.BAD_NAME,
                        "the role " + role + " is over 63 bytes, so it cannot exist",
                        policy.span())));
    }

    private static void checkNames(Schema schema, Table table, List<Diagnostic> found) {
        Policies.uses(schema, table.name()).stream()
                .filter(PolicyAttribute::hasEmptyName)
                .forEach(use -> found.add(
                        Diagnostic.error(PolicyCodes.BAD_NAME, "the name of a policy is not empty", use.span())));
        Set<String> seen = new HashSet<>();
        for (Policy policy : table.policies()) {
            if (!seen.add(policy.name())) {
                found.add(Diagnostic.error(
                        PolicyCodes.DUPLICATE_NAME,
                        "there are two policies " + policy.name() + " on the same table",
                        policy.span()));
            }
        }
    }

    private static void checkWhole(String model, List<Policy> policies, List<Diagnostic> found) {
        if (policies.isEmpty()) {
            return;
        }
        List<Policy> permissive = policies.stream().filter(Policy::permissive).toList();
        if (permissive.isEmpty()) {
            found.add(Diagnostic.error(
                            PolicyCodes.RESTRICTIVE_ONLY,
                            "all policies of " + model + " are restrictive, so that nobody can read or write it",
                            policies.getFirst().span())
                    .withHelp(
                            "add a permissive one: a row passes when one permissive and every restrictive one agree"));
        }
        for (Policy policy : permissive) {
            if (permissive.stream().noneMatch(other -> showsRowsTo(other, policy.roles()))) {
                checkUnseen(model, policy, found);
            }
        }
    }

    private static void checkUnseen(String model, Policy policy, List<Diagnostic> found) {
        switch (policy.command()) {
            case INSERT, ALL ->
                found.add(Diagnostic.warning(
                                PolicyCodes.INSERT_WITHOUT_SELECT,
                                "rows of " + model + " can be inserted but not seen, and the client's inserts fail,"
                                        + " since they read back what they wrote",
                                policy.span())
                        .withHelp("add @@rls(using: \"...\", for: select)"));
            case UPDATE, DELETE ->
                found.add(Diagnostic.warning(
                                PolicyCodes.CHANGE_WITHOUT_SELECT,
                                "rows of " + model + " that cannot be seen cannot be found, so that "
                                        + policy.command().name().toLowerCase(Locale.ROOT) + " changes none",
                                policy.span())
                        .withHelp("add @@rls(using: \"...\", for: select)"));
            case SELECT -> {}
        }
    }

    /** Whether one of the roles may see rows by the policy; membership of roles is not known here. */
    private static boolean showsRowsTo(Policy policy, List<String> roles) {
        boolean reads = policy.command() == Command.ALL || policy.command() == Command.SELECT;
        boolean sameRole = policy.roles().isEmpty()
                || roles.isEmpty()
                || Stream.of("public").anyMatch(policy.roles()::contains)
                || !Collections.disjoint(policy.roles(), roles);
        return reads && policy.using().isPresent() && sameRole;
    }
}
