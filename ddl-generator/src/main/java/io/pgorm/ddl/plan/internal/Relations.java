package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.ColumnType;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.Index;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.ReplicaIdentity;
import io.pgorm.ir.Routine;
import io.pgorm.ir.SqlObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which facts of one state need which others of it: by their form, and by what PostgreSQL records. Immutable once made.
 */
final class Relations {

    private static final List<Kind> RELATIONS =
            List.of(Kind.TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.FOREIGN_TABLE);
    private static final List<Kind> TYPES =
            List.of(Kind.TYPE, Kind.DOMAIN, Kind.TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW);

    private final Facts facts;
    // sets in the order in which facts are added, which is their own
    private final Map<FactId, Set<FactId>> needs = new LinkedHashMap<>();
    private final Map<FactId, Set<FactId>> neededBy = new LinkedHashMap<>();
    private final Map<FactId, Set<FactId>> children = new LinkedHashMap<>();
    private final Map<FactId, FactId> parents = new LinkedHashMap<>();
    private final BodyNames named;

    private final Lookup lookup;
    private final TypeUses uses;

    Relations(Facts facts) {
        this.facts = facts;
        this.named = new BodyNames(facts);
        this.lookup = new Lookup(facts);
        this.uses = new TypeUses(facts);
        facts.byId().values().forEach(this::add);
    }

    /** Facts by what others call them. */
    Lookup lookup() {
        return lookup;
    }

    /** What has to be there for the fact. */
    Set<FactId> needs(FactId id) {
        return needs.getOrDefault(id, Set.of());
    }

    /** What could not be there without the fact. */
    Set<FactId> neededBy(FactId id) {
        return neededBy.getOrDefault(id, Set.of());
    }

    /** What the body of a routine names, where that is kept as text: by name alone, so it is a hint and no more. */
    Set<FactId> mentionedBy(FactId id) {
        return facts.get(id).orElse(null) instanceof Fact.OfRoutine(Routine routine) && !routine.atomic()
                ? named.mentionedIn(routine)
                : Set.of();
    }

    /** Of a table that stands below others, their columns. */
    List<FactId> columnsAbove(FactId id) {
        return facts.get(id).orElse(null) instanceof Fact.OfTable(var table)
                ? facts.parents(table.name()).stream()
                        .flatMap(parent -> facts.partsOf(parent).stream())
                        .filter(fact -> fact instanceof Fact.OfColumn)
                        .map(Fact::id)
                        .toList()
                : List.of();
    }

    /** Of the place of a partition below a table, the foreign keys that refer to rows of that table. */
    List<FactId> referencesAbove(FactId id) {
        if (!(facts.get(id).orElse(null) instanceof Fact.OfPartition(QualifiedName table, var of))) {
            return List.of();
        }
        Set<QualifiedName> above = facts.upwards(of.parent());
        return facts.byId().values().stream()
                .filter(fact -> fact instanceof Fact.OfConstraint(var holder, Constraint.ForeignKey key)
                        && above.contains(key.target()))
                .map(Fact::id)
                .toList();
    }

    /**
     * Of an index that is a partition's own, those above that would take it for their part in the partition: PostgreSQL
     * compares what they are over.
     */
    List<FactId> indexesAlike(FactId id) {
        if (!(facts.get(id).orElse(null) instanceof Fact.OfIndex(ObjectName relation, Index own))
                || facts.dependencies().of(id.object()).stream()
                        .anyMatch(needed -> needed.kind() == Kind.INDEX || needed.kind() == Kind.CONSTRAINT)) {
            return List.of();
        }
        return facts.parents(relation.name()).stream()
                .flatMap(parent -> facts.partsOf(parent).stream())
                .filter(fact -> fact instanceof Fact.OfIndex(ObjectName above, Index other)
                        && other.keys().size() == own.keys().size()
                        && IntStream.range(0, own.keys().size())
                                .allMatch(i -> own.keys()
                                        .get(i)
                                        .target()
                                        .equals(other.keys().get(i).target())))
                .map(Fact::id)
                .toList();
    }

    /** The names that it takes, a range that of its multirange too, and the place of the primary key, of which a table has one. */
    List<String> taken(FactId id) {
        return taken(id, facts);
    }

    static List<String> taken(FactId id, Facts facts) {
        List<String> taken = new ArrayList<>(Names.taken(id));
        if (facts.get(id).orElse(null) instanceof Fact.OfConstraint(var table, Constraint.PrimaryKey key)) {
            taken.add("primary key of " + table);
        }
        if (facts.get(id).orElse(null) instanceof Fact.OfRange(var range)) {
            taken.add(Names.type(TypeUses.multirange(range)));
        }
        return taken;
    }

    /** Of a foreign key, the keys of another state that it could be bound to. */
    List<FactId> boundTo(FactId id, Relations other) {
        return facts.get(id).orElse(null) instanceof Fact.OfConstraint(var table, Constraint.ForeignKey key)
                ? other.lookup.keys(key.target(), key.targetColumns())
                : List.of();
    }

    /** The parts of the fact, and what is said of it. */
    Set<FactId> children(FactId id) {
        return children.getOrDefault(id, Set.of());
    }

    Optional<FactId> parent(FactId id) {
        return Optional.ofNullable(parents.get(id));
    }

    /** The fact itself and what it is a part of, from the inside out. */
    List<FactId> family(FactId id) {
        List<FactId> family = new ArrayList<>();
        for (Optional<FactId> next = Optional.of(id); next.isPresent(); next = parent(next.get())) {
            family.add(next.get());
        }
        return family;
    }

    private void add(Fact fact) {
        Set<FactId> needed = new LinkedHashSet<>();
        fact.parent()
                .flatMap(this::existing)
                .filter(parent -> !parent.equals(fact.id()))
                .ifPresent(parent -> {
                    parents.put(fact.id(), parent);
                    children.computeIfAbsent(parent, key -> new LinkedHashSet<>())
                            .add(fact.id());
                    needed.add(parent);
                });
        structural(fact, needed);
        if (List.of(Aspect.SELF, Aspect.DEFAULT, Aspect.SQL).contains(fact.id().aspect())) {
            ObjectName recorded = fact instanceof Fact.OfDefault
                    ? ObjectName.part(
                            Kind.DEFAULT,
                            fact.id().object().name(),
                            fact.id().object().part().orElseThrow())
                    : fact.id().object();
            recorded(recorded, fact)
                    .filter(on -> !(recorded.kind() == Kind.INDEX && on.kind() == Kind.INDEX))
                    .forEach(on -> find(on).ifPresent(needed::add));
        }
        needed.remove(fact.id());
        if (fact instanceof Fact.OfSql sql && sql.isSatellite() && needed.size() == 1) {
            FactId subject = needed.iterator().next();
            parents.putIfAbsent(fact.id(), subject);
            children.computeIfAbsent(subject, key -> new LinkedHashSet<>()).add(fact.id());
        }
        needs.put(fact.id(), needed);
        needed.forEach(
                on -> neededBy.computeIfAbsent(on, key -> new LinkedHashSet<>()).add(fact.id()));
    }

    /** PostgreSQL says of a domain what its default needs, and of a composite type's attributes what that needs. */
    private java.util.stream.Stream<ObjectName> recorded(ObjectName object, Fact fact) {
        var own = facts.dependencies().of(object).stream();
        return switch (fact) {
            case Fact.OfDomain domain -> own.filter(on -> !isOfDefault(on, domain.type()));
            case Fact.OfDomainDefault value ->
                facts.dependencies().of(ObjectName.of(Kind.DOMAIN, value.domain())).stream()
                        .filter(on -> facts.get(FactId.self(Kind.DOMAIN, value.domain()))
                                                .orElse(null)
                                        instanceof Fact.OfDomain(DomainType domain)
                                && isOfDefault(on, domain));
            case Fact.OfComposite(var type) ->
                java.util.stream.Stream.concat(
                        own,
                        type.attributes().stream()
                                .flatMap(attribute -> facts
                                        .dependencies()
                                        .of(ObjectName.part(Kind.COLUMN, type.name(), attribute.name()))
                                        .stream()));
            case Fact other -> own;
        };
    }

    /** A type that a domain needs is that of its values, or one that its default speaks of. */
    private boolean isOfDefault(ObjectName needed, DomainType domain) {
        return switch (needed.kind()) {
            case TYPE, DOMAIN -> !uses.typeOf(domain.base()).equals(Optional.of(FactId.self(needed)));
            default -> isRoutine(needed);
        };
    }

    private static boolean isRoutine(ObjectName object) {
        return object.kind() == Kind.FUNCTION || object.kind() == Kind.PROCEDURE || object.kind() == Kind.SEQUENCE;
    }

    /** A part of something that is no fact, such as a column of a view, stands for the whole. */
    private Optional<FactId> existing(FactId id) {
        return facts.has(id) ? Optional.of(id) : find(id.object());
    }

    private Optional<FactId> find(ObjectName object) {
        FactId self = FactId.self(object);
        if (facts.has(self)) {
            return Optional.of(self);
        }
        if (object.kind() == Kind.DEFAULT) {
            return Optional.of(FactId.part(
                                    Kind.COLUMN, object.name(), object.part().orElseThrow())
                            .with(Aspect.DEFAULT))
                    .filter(facts::has);
        }
        if (object.kind() == Kind.INDEX && object.part().isEmpty()) {
            return lookup.index(object.name());
        }
        if (object.kind() == Kind.SEQUENCE) {
            return lookup.identity(object.name());
        }
        if (object.part().isPresent() || RELATIONS.contains(object.kind())) {
            return any(RELATIONS, object.name())
                    .or(() -> any(List.of(Kind.TYPE, Kind.DOMAIN), object.name()))
                    .or(() -> sql("foreign table " + object.name().sql()));
        }
        return switch (object.kind()) {
            case SQL -> sql(object.name().name());
            case TYPE -> any(TYPES, object.name());
            // one that the IR has no words for
            case FUNCTION, PROCEDURE ->
                sql(object.kind().sql().toLowerCase(Locale.ROOT) + " "
                        + object.name().sql() + "(" + String.join(", ", object.argumentTypes()) + ")");
            default -> Optional.empty();
        };
    }

    private Optional<FactId> sql(String id) {
        return Optional.of(Fact.OfSql.id(id)).filter(facts::has);
    }

    private Optional<FactId> any(Collection<Kind> kinds, QualifiedName name) {
        return kinds.stream()
                .map(kind -> FactId.self(kind, name))
                .filter(facts::has)
                .findFirst();
    }

    private void structural(Fact fact, Set<FactId> to) {
        schemaOf(fact).ifPresent(to::add);
        switch (fact) {
            case Fact.OfColumn(QualifiedName table, var column) -> {
                type(column.type(), to);
                if (column.value() instanceof ColumnValue.Identity identity) {
                    identity.sequence()
                            .flatMap(name -> any(List.of(Kind.SEQUENCE), name))
                            .ifPresent(to::add);
                }
            }
            case Fact.OfConstraint(QualifiedName table, Constraint constraint) -> constraint(table, constraint, to);
            case Fact.OfIndex(ObjectName relation, Index index) -> {
                index.keys().forEach(key -> {
                    if (key.target() instanceof Index.ColumnTarget(String column)) {
                        column(relation.name(), column, to);
                    }
                });
                index.include().forEach(column -> column(relation.name(), column, to));
            }
            case Fact.OfTrigger(ObjectName relation, var trigger) ->
                trigger.updateOf().forEach(column -> column(relation.name(), column, to));
            case Fact.OfDefault(QualifiedName table, String column, var expression) ->
                // what is set above is set here too
                facts.parents(table)
                        .forEach(parent ->
                                present(FactId.part(Kind.COLUMN, parent, column).with(Aspect.DEFAULT), to));
            case Fact.OfSequenceOwner owner ->
                owner.sequence().ownedBy().ifPresent(of -> column(of.table(), of.column(), to));
            case Fact.OfReplicaIdentity(QualifiedName table, ReplicaIdentity.ByIndex(String index)) -> {
                present(FactId.part(Kind.INDEX, table, index), to);
                present(FactId.part(Kind.CONSTRAINT, table, index), to);
            }
            case Fact.OfInheritance(QualifiedName table, QualifiedName from) ->
                present(FactId.self(Kind.TABLE, from), to);
            case Fact.OfPartition(QualifiedName table, var of) -> present(FactId.self(Kind.TABLE, of.parent()), to);
            case Fact.OfPolicy(QualifiedName table, var policy) ->
                policy.roles().forEach(role -> role(role, to));
            case Fact.OfOwner(ObjectName of, String owner) -> role(owner, to);
            case Fact.OfPrivilege(var grant) -> {
                role(grant.grantee(), to);
                grant.columns().forEach(column -> column(grant.on().name(), column, to));
            }
            case Fact.OfDefaultPrivilege(var privilege) -> {
                role(privilege.grantee(), to);
                privilege.creator().ifPresent(role -> role(role, to));
                privilege.schema().ifPresent(name -> present(FactId.self(ObjectName.global(Kind.SCHEMA, name)), to));
            }
            case Fact.OfRole(var role) -> role.memberOf().forEach(other -> role(other, to));
            case Fact.OfComposite(var type) -> type.attributes().forEach(attribute -> type(attribute.type(), to));
            case Fact.OfDomain(var type) -> type(type.base(), to);
            case Fact.OfRange(var type) -> type(type.subtype(), to);
            case Fact.OfSql(SqlObject sql) ->
                sql.after().stream()
                        .filter(reference -> !(reference instanceof SqlObject.Reference.Named)
                                || facts.dependencies().of(fact.id().object()).isEmpty())
                        .forEach(reference -> reference(reference, to));
            case Fact other -> {}
        }
    }

    private void constraint(QualifiedName table, Constraint constraint, Set<FactId> to) {
        switch (constraint) {
            case Constraint.PrimaryKey key ->
                key.columns().forEach(column -> {
                    column(table, column, to);
                    // else the key would make one of its own
                    lookup.notNull(table, column)
                            .ifPresent(notNull -> present(
                                    FactId.part(
                                            Kind.CONSTRAINT,
                                            table,
                                            notNull.constraint().name()),
                                    to));
                });
            case Constraint.Unique unique -> unique.columns().forEach(column -> column(table, column, to));
            case Constraint.ForeignKey key -> {
                key.columns().forEach(column -> column(table, column, to));
                // that is written to the log, or not
                present(FactId.self(Kind.TABLE, key.target()), to);
                key.targetColumns().forEach(column -> column(key.target(), column, to));
                lookup.key(key.target(), key.targetColumns()).ifPresent(to::add);
            }
            case Constraint.Check check -> {}
            case Constraint.Exclusion exclusion -> {}
            case Constraint.Other other -> {}
        }
    }

    private void reference(SqlObject.Reference reference, Set<FactId> to) {
        switch (reference) {
            case SqlObject.Reference.Named(QualifiedName name) -> to.addAll(lookup.named(name));
            case SqlObject.Reference.Block(String id) -> present(Fact.OfSql.id(id), to);
        }
    }

    private Optional<FactId> schemaOf(Fact fact) {
        ObjectName object = fact.id().object();
        return object.name().schema().isEmpty()
                ? Optional.empty()
                : Optional.of(FactId.self(
                                ObjectName.global(Kind.SCHEMA, object.name().schema())))
                        .filter(facts::has);
    }

    private void column(QualifiedName relation, String column, Set<FactId> to) {
        find(ObjectName.part(Kind.COLUMN, relation, column)).ifPresent(to::add);
    }

    private void type(ColumnType type, Set<FactId> to) {
        switch (type) {
            case ColumnType.EnumReference(QualifiedName name, boolean array) ->
                any(TYPES, name).ifPresent(to::add);
            case ColumnType.TypeReference(QualifiedName name, boolean array) ->
                any(TYPES, name).ifPresent(to::add);
            case ColumnType.Scalar scalar -> {}
            case ColumnType.Raw raw -> {}
        }
    }

    private void role(String name, Set<FactId> to) {
        present(FactId.self(ObjectName.global(Kind.ROLE, name)), to);
    }

    private void present(FactId id, Set<FactId> to) {
        if (facts.has(id)) {
            to.add(id);
        }
    }
}
