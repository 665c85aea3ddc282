package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.ObjectName.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the types and collations that no statement can change as they have to change. */
final class TypeEnds {

    private final Facts from;
    private final Facts to;
    private final Relations before;
    private final TypeUses uses;
    private final TypeUses later;
    private final Set<FactId> held;

    /** @param held the types that columns hold which are there before and after */
    TypeEnds(Facts from, Facts to, Relations before, TypeUses uses, Set<FactId> held) {
        this.from = from;
        this.to = to;
        this.before = before;
        this.uses = uses;
        this.later = new TypeUses(to);
        this.held = held;
    }

    static boolean isCollation(FactId id) {
        return id.aspect() == Aspect.SQL && id.object().name().name().startsWith("collation ");
    }

    void collect(Set<FactId> ended) {
        from.byId().forEach((id, fact) -> {
            if (isCollation(id)
                    && to.get(id).filter(other -> !other.equals(fact)).isPresent()) {
                ended.add(id);
            }
        });
        uses.parts().keySet().stream().filter(this::endsBySelf).forEach(ended::add);
        boolean more = true;
        while (more) {
            Set<FactId> users = new TreeSet<>();
            uses.parts().forEach((id, parts) -> {
                if (!ended.contains(id) && isThereAfter(id) && isMadeOf(id, parts, ended)) {
                    users.add(id);
                }
            });
            more = ended.addAll(users);
        }
    }

    private boolean isThereAfter(FactId id) {
        return later.named(id.object().name()).isPresent();
    }

    /** Whether a type that columns may be moved to takes a name from it, if only that of its multirange. */
    private boolean isNameTaken(FactId id) {
        List<String> names = Relations.taken(id, from);
        return later.parts().keySet().stream()
                .anyMatch(other -> Relations.taken(other, to).stream().anyMatch(names::contains));
    }

    private boolean isMadeOf(FactId id, List<ColumnType> parts, Set<FactId> ended) {
        return parts.stream().flatMap(part -> uses.typeOf(part).stream()).anyMatch(ended::contains)
                || before.needs(id).stream().filter(TypeEnds::isCollation).anyMatch(ended::contains);
    }

    private boolean endsBySelf(FactId id) {
        if (!to.has(id)) {
            // a domain where an enum was, under the same name
            return isThereAfter(id) || held.contains(id) && isNameTaken(id);
        }
        return switch (from.the(id)) {
            case Fact.OfEnum(EnumType old) ->
                !(to.the(id) instanceof Fact.OfEnum(EnumType now)) || !EnumChange.onlyAdds(old, now);
            case Fact.OfComposite(CompositeType old) ->
                !(to.the(id) instanceof Fact.OfComposite(CompositeType now))
                        || !CompositeChange.isInPlace(old, now, held.contains(id));
            case Fact.OfDomain(DomainType old) -> domainEnds(id, old, ((Fact.OfDomain) to.the(id)).type());
            case Fact other -> !other.equals(to.the(id));
        };
    }

    /** PostgreSQL looks for the rows that break a new rule, but not within arrays and rows. */
    private boolean domainEnds(FactId id, DomainType old, DomainType now) {
        if (!old.base().equals(now.base()) || !old.collation().equals(now.collation())) {
            return true;
        }
        boolean stricter = !old.notNull() && now.notNull();
        for (Fact fact : to.byId()
                .tailMap(FactId.part(Kind.DOMAIN_CONSTRAINT, now.name(), ""))
                .values()) {
            if (!(fact instanceof Fact.OfDomainCheck(var domain, Constraint.Check check))
                    || !domain.equals(now.name())) {
                break;
            }
            stricter |= check.validated() && !from.get(fact.id()).equals(Optional.of(fact));
        }
        return stricter && isHeldInside(id);
    }

    private boolean isHeldInside(FactId id) {
        return from.byId().values().stream()
                .anyMatch(fact -> fact instanceof Fact.OfColumn(var table, var column)
                        && to.has(fact.id())
                        && uses.holdsInside(column.type(), id));
    }
}
