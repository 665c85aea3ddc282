package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.DefaultPrivilege;
import io.pgorm.ir.Grant;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What default privileges give to objects as they are made: those that the plan neither adds nor takes away, for it takes
 * away before it makes anything and adds after. What an object has by that and should not have is taken back with its
 * making; what it should have need not be given. Immutable.
 */
final class GivenPrivileges {

    private final Facts to;
    private final Facts from;
    private final Set<FactId> destroyed;
    private final Relations afterwards;
    private final Optional<String> owner;
    private final List<DefaultPrivilege> active = new ArrayList<>();

    GivenPrivileges(Frame frame, Set<FactId> destroyed, Optional<String> owner) {
        this.from = frame.from();
        this.to = frame.to();
        this.afterwards = frame.afterwards();
        this.destroyed = destroyed;
        this.owner = owner;
        for (Fact fact : from.byId().values()) {
            if (fact instanceof Fact.OfDefaultPrivilege(DefaultPrivilege privilege)
                    && privilege.creator().isEmpty()
                    && !destroyed.contains(fact.id())
                    && to.get(fact.id()).filter(fact::equals).isPresent()) {
                active.add(privilege);
            }
        }
    }

    /** Whether an object that comes has the privilege by itself. */
    boolean has(Fact fact) {
        return !active.isEmpty()
                && fact instanceof Fact.OfPrivilege(Grant grant)
                && comes(grant.on())
                && initial(grant.on()).stream()
                        .anyMatch(given -> new Fact.OfPrivilege(given).id().equals(fact.id())
                                && given.grantable() == grant.grantable());
    }

    /** The same where a fact changes, and an object is made by that: the sequence of a column that comes to count. */
    List<Step> takenBackIn(FactId changed) {
        return object(to.the(changed)).filter(this::comes).isPresent() ? takenBack(List.of(changed)) : List.of();
    }

    /** What the objects that come together have by themselves and should not have. */
    List<Step> takenBack(Collection<FactId> together) {
        List<Step> steps = new ArrayList<>();
        if (active.isEmpty()) {
            return steps;
        }
        for (FactId id : together) {
            object(to.the(id))
                    .ifPresent(object -> initial(object).stream()
                            .filter(given -> !to.has(new Fact.OfPrivilege(given).id()))
                            .forEach(given -> steps.add(Privileges.undo(given))));
        }
        return steps;
    }

    /** All that comes and may have privileges. */
    Set<FactId> objects() {
        Set<FactId> objects = new LinkedHashSet<>();
        to.byId()
                .forEach((id, fact) -> object(fact)
                        .filter(object -> !from.has(id) || destroyed.contains(id) || comes(object))
                        .ifPresent(object -> objects.add(id)));
        return objects;
    }

    private Optional<ObjectName> object(Fact fact) {
        return switch (fact) {
            case Fact.OfColumn(QualifiedName table, var column) ->
                column.value() instanceof ColumnValue.Identity identity
                        ? Optional.of(ObjectName.of(
                                Kind.SEQUENCE,
                                identity.sequence()
                                        .orElseGet(() -> new QualifiedName(
                                                table.schema(), GeneratedName.of(table.name(), column.name(), "seq")))))
                        : Optional.empty();
            case Fact.OfSql sql -> SqlNames.aggregate(sql.id());
            case Fact other ->
                other.id().aspect() == Aspect.SELF
                        ? Optional.of(other.id().object()).filter(object -> kind(object) != null)
                        : Optional.empty();
        };
    }

    private boolean comes(ObjectName object) {
        FactId id = FactId.self(object);
        if (to.has(id)) {
            return !from.has(id) || destroyed.contains(id);
        }
        // an identity's, which is no fact of its own
        return afterwards
                .lookup()
                .identity(object.name())
                .filter(column -> destroyed.contains(column)
                        || from.get(column)
                                .filter(fact -> ((Fact.OfColumn) fact).column().value() instanceof ColumnValue.Identity)
                                .isEmpty())
                .isPresent();
    }

    /** What differs from the privileges that PostgreSQL gives, just after the object is made. */
    private List<Grant> initial(ObjectName object) {
        Map<String, Grant> initial = new LinkedHashMap<>();
        for (boolean inSchema : List.of(false, true)) {
            for (DefaultPrivilege privilege : active) {
                if (privilege.objects().equals(kind(object))
                        && privilege.schema().isPresent() == inSchema
                        && (!inSchema
                                || privilege.schema().get().equals(object.name().schema()))) {
                    merge(privilege, object, initial);
                }
            }
        }
        return List.copyOf(initial.values());
    }

    private void merge(DefaultPrivilege privilege, ObjectName object, Map<String, Grant> initial) {
        for (String word : privilege.privileges()) {
            String key = privilege.grantee() + " " + word;
            Grant before = initial.get(key);
            boolean usual = owner.filter(privilege.grantee()::equals).isPresent()
                    || privilege.grantee().equals(Grant.PUBLIC)
                            && (word.equals("EXECUTE") || privilege.objects().equals("TYPES"));
            if (before != null && before.revoke() && !privilege.revoke()) {
                initial.remove(key);
            } else if (privilege.revoke() || !usual) {
                initial.put(
                        key,
                        new Grant(
                                object,
                                List.of(word),
                                List.of(),
                                privilege.grantee(),
                                privilege.grantable() || before != null && before.grantable(),
                                privilege.revoke(),
                                SourceSpan.NONE));
            }
        }
    }

    private static @org.jspecify.annotations.Nullable String kind(ObjectName object) {
        return switch (object.kind()) {
            case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> "TABLES";
            case SEQUENCE -> "SEQUENCES";
            case FUNCTION, PROCEDURE, AGGREGATE -> "FUNCTIONS";
            case TYPE, DOMAIN -> "TYPES";
            case SCHEMA -> "SCHEMAS";
            default -> null;
        };
    }
}
