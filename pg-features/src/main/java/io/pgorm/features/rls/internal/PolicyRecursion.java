package io.pgorm.features.rls.internal;

import io.pgorm.ir.Policy;
import io.pgorm.ir.Policy.Command;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RowSecurity;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Policies that PostgreSQL cannot expand because they come back to their own table. It follows the subqueries of a
 * policy into the policies for SELECT of the tables that they read, and stops with an error at a table that it is in
 * already, once that table's policies have any subquery at all, be it only {@code (SELECT auth.uid())}. Stateless.
 */
public final class PolicyRecursion {

    private final Schema schema;

    private PolicyRecursion(Schema schema) {
        this.schema = schema;
    }

    /** An error for each policy that leads back to its own table. */
    public static List<Diagnostic> check(Schema schema) {
        PolicyRecursion recursion = new PolicyRecursion(schema);
        List<Diagnostic> found = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (Policy policy : table.policies()) {
                recursion
                        .wayBack(policy, List.of(table.name()))
                        .ifPresent(way -> found.add(recursion.error(policy, way)));
            }
        }
        return found;
    }

    /** Whether a policy of the table leads back to it. */
    static boolean concerns(Schema schema, Table table) {
        PolicyRecursion recursion = new PolicyRecursion(schema);
        return table.policies().stream()
                .anyMatch(policy ->
                        recursion.wayBack(policy, List.of(table.name())).isPresent());
    }

    /** The tables from the first of {@code active}, which are being expanded, back to it. */
    private Optional<List<QualifiedName>> wayBack(Policy policy, List<QualifiedName> active) {
        return TableReads.of(policy).stream()
                .sorted(Comparator.comparing(QualifiedName::toString))
                .flatMap(table -> wayThrough(table, active).stream())
                .findFirst();
    }

    private Optional<List<QualifiedName>> wayThrough(QualifiedName table, List<QualifiedName> active) {
        List<Policy> policies = readPolicies(table);
        if (policies.stream().noneMatch(TableReads::hasSubquery)) {
            return Optional.empty();
        }
        List<QualifiedName> way = new ArrayList<>(active);
        way.add(table);
        if (table.equals(active.getFirst())) {
            return Optional.of(way);
        }
        if (active.contains(table)) {
            // A circle of others: reported where it starts.
            return Optional.empty();
        }
        return policies.stream()
                .flatMap(policy -> wayBack(policy, way).stream())
                .findFirst();
    }

    private List<Policy> readPolicies(QualifiedName name) {
        return schema
                .table(name)
                .filter(table -> table.rowSecurity() != RowSecurity.DISABLED)
                .map(Table::policies)
                .orElse(List.of())
                .stream()
                .filter(policy -> policy.command() == Command.ALL || policy.command() == Command.SELECT)
                .toList();
    }

    private Diagnostic error(Policy policy, List<QualifiedName> way) {
        String names = way.stream()
                .map(table -> PolicyChecks.displayName(schema, table))
                .collect(Collectors.joining(" -> "));
        String message = way.size() == 2
                ? "the policy reads its own table, so that each query ends in \"infinite recursion detected in policy\""
                : "the policies lead back to their own table (" + names
                        + "), so that each query ends in \"infinite recursion detected in policy\"";
        return Diagnostic.error(PolicyCodes.RECURSION, message, policy.span())
                .withHelp(
                        "move the subquery into a function with SECURITY DEFINER and SET search_path = '' that belongs to"
                                + " a role with BYPASSRLS, and call that");
    }
}
