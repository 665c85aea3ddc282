package io.pgorm.ddl.plan.internal;

import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Domains whose values stand within arrays and rows after the plan: PostgreSQL adds no rule to such a domain, so that all
 * its rules are there before the first column holds it in that way. Immutable once made.
 */
final class DomainsInside {

    private final Map<FactId, Set<FactId>> rules = new TreeMap<>();
    private final Set<QualifiedName> domains = new LinkedHashSet<>();

    DomainsInside(Facts to) {
        TypeUses uses = new TypeUses(to);
        to.byId().forEach((id, fact) -> {
            if (fact instanceof Fact.OfColumn(var table, var column)) {
                for (FactId type : uses.within(column.type())) {
                    if (type.object().kind() == Kind.DOMAIN && uses.holdsInside(column.type(), type)) {
                        QualifiedName domain = type.object().name();
                        domains.add(domain);
                        rules.computeIfAbsent(id, key -> new LinkedHashSet<>()).addAll(rules(domain, to));
                    }
                }
            }
        });
    }

    private static Set<FactId> rules(QualifiedName domain, Facts to) {
        Set<FactId> rules = new LinkedHashSet<>();
        for (Fact fact : to.byId()
                .tailMap(FactId.part(Kind.DOMAIN_CONSTRAINT, domain, ""))
                .values()) {
            if (!(fact instanceof Fact.OfDomainCheck(var of, var check)) || !of.equals(domain)) {
                break;
            }
            rules.add(fact.id());
        }
        return rules;
    }

    boolean has(QualifiedName domain) {
        return domains.contains(domain);
    }

    Action afterRules(Action action) {
        if (rules.isEmpty()) {
            return action;
        }
        Set<FactId> needs = new LinkedHashSet<>();
        action.produces().forEach(id -> needs.addAll(rules.getOrDefault(id, Set.of())));
        action.changes().forEach(id -> needs.addAll(rules.getOrDefault(id, Set.of())));
        return needs.isEmpty() ? action : action.needing(needs);
    }
}
