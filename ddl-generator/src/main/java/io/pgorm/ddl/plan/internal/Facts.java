package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Comment;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.DefaultPrivilege;
import io.pgorm.ir.Dependencies;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.Extension;
import io.pgorm.ir.Grant;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.Index;
import io.pgorm.ir.Namespace;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.Ownership;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RangeType;
import io.pgorm.ir.ReplicaIdentity;
import io.pgorm.ir.Role;
import io.pgorm.ir.Routine;
import io.pgorm.ir.RowSecurity;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SchemaObject;
import io.pgorm.ir.Sequence;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.ir.TableStorage;
import io.pgorm.ir.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A schema taken apart into facts. Immutable.
 *
 * @param byId all of them, in order
 * @param found the same, to be found quickly
 * @param plainPartitions the partitions that have nothing of their own
 * @param dependencies what PostgreSQL says they need of each other
 * @param tables as the schema has them
 * @param owned of a column that owns a sequence, the sequence
 * @param parts of each table, its columns, constraints and indexes
 */
record Facts(
        Schema schema,
        SortedMap<FactId, Fact> byId,
        Map<FactId, Fact> found,
        Set<QualifiedName> plainPartitions,
        Dependencies dependencies,
        Map<QualifiedName, Table> tables,
        Map<FactId, FactId> owned,
        Map<QualifiedName, List<Fact>> parts) {

    static Facts of(Schema schema, Dependencies dependencies) {
        return of(schema, dependencies, Schema.EMPTY);
    }

    /** @param other the state that it is compared with */
    static Facts of(Schema schema, Dependencies dependencies, Schema other) {
        Collector collector = new Collector(new RecordedParts(dependencies, schema, other));
        schema.objects().forEach(collector::add);
        collector.forgetInherited();
        return new Facts(
                schema,
                Collections.unmodifiableSortedMap(new TreeMap<>(collector.facts)),
                collector.facts,
                Set.copyOf(collector.plainPartitions),
                dependencies,
                collector.tables,
                collector.owned,
                collector.parts());
    }

    /** Whether the schema says that the role owns the object. */
    boolean isOwner(ObjectName object, String role) {
        Fact owner = new Fact.OfOwner(object, role);
        return get(owner.id()).filter(owner::equals).isPresent();
    }

    /** A table as the schema has it, which is none of the plain partitions. */
    Table table(QualifiedName name) {
        return Objects.requireNonNull(tables.get(name), name::toString);
    }

    /** The columns, constraints and indexes of a table. */
    List<Fact> partsOf(QualifiedName table) {
        return parts.getOrDefault(table, List.of());
    }

    /** The sequence that a column owns. */
    Optional<FactId> ownedBy(FactId column) {
        return Optional.ofNullable(owned.get(column));
    }

    Optional<Fact> get(FactId id) {
        return Optional.ofNullable(found.get(id));
    }

    /** The fact, which is known to be there. */
    Fact the(FactId id) {
        return get(id).orElseThrow(() -> new IllegalArgumentException("no fact " + id));
    }

    boolean has(FactId id) {
        return found.containsKey(id);
    }

    /** The tables that a table inherits from, or whose partition it is. */
    List<QualifiedName> parents(QualifiedName table) {
        List<QualifiedName> parents = new ArrayList<>();
        FactId self = FactId.self(Kind.TABLE, table);
        get(self.with(Aspect.ATTACHED))
                .ifPresent(fact -> parents.add(((Fact.OfPartition) fact).of().parent()));
        for (Fact fact : byId.tailMap(self.with(Aspect.INHERITS)).values()) {
            if (!(fact instanceof Fact.OfInheritance(QualifiedName child, QualifiedName parent))
                    || !child.equals(table)) {
                break;
            }
            parents.add(parent);
        }
        return parents;
    }

    /** The table and all above it, each once. */
    Set<QualifiedName> upwards(QualifiedName table) {
        Set<QualifiedName> seen = new LinkedHashSet<>();
        List<QualifiedName> open = new ArrayList<>(List.of(table));
        while (!open.isEmpty()) {
            QualifiedName next = open.removeLast();
            if (seen.add(next)) {
                open.addAll(parents(next));
            }
        }
        return seen;
    }

    private static final class Collector {
        private final Map<FactId, Fact> facts = new LinkedHashMap<>();
        private final Set<QualifiedName> plainPartitions = new LinkedHashSet<>();
        private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();
        private final Map<FactId, FactId> owned = new LinkedHashMap<>();
        private final RecordedParts recorded;

        private Collector(RecordedParts recorded) {
            this.recorded = recorded;
        }

        private void put(Fact fact) {
            if (facts.put(fact.id(), fact) != null) {
                throw new IllegalArgumentException("the schema has " + fact.id() + " twice");
            }
        }

        /**
         * A check that a table has from the one above is no fact, also where the table had it before: PostgreSQL has no
         * statement that makes the one out of the other.
         */
        private void forgetInherited() {
            Set<FactId> inherited = new LinkedHashSet<>();
            for (Fact fact : facts.values()) {
                if (fact instanceof Fact.OfInheritance(QualifiedName table, QualifiedName above)) {
                    allAbove(above)
                            .flatMap(this::ofTable)
                            .filter(id -> facts.get(id) instanceof Fact.OfConstraint(var of, Constraint.Check check)
                                    && check.inherited()
                                    && facts.get(FactId.part(Kind.CONSTRAINT, table, check.name()))
                                            instanceof Fact.OfConstraint(var own, Constraint.Check same)
                                    && same.equals(check))
                            .forEach(id -> inherited.add(FactId.part(
                                    Kind.CONSTRAINT, table, id.object().part().orElseThrow())));
                }
            }
            inherited.forEach(facts::remove);
        }

        /** The table, and those that it inherits from: what the uppermost says holds for all below. */
        private Stream<QualifiedName> allAbove(QualifiedName table) {
            return Stream.concat(
                    Stream.of(table),
                    Optional.ofNullable(tables.get(table)).stream()
                            .flatMap(found -> found.hierarchy().inherits().stream())
                            .flatMap(this::allAbove));
        }

        private Stream<FactId> ofTable(QualifiedName table) {
            return Optional.ofNullable(tables.get(table)).stream()
                    .flatMap(found -> found.constraints().stream())
                    .map(constraint -> FactId.part(Kind.CONSTRAINT, table, constraint.name()));
        }

        private Map<QualifiedName, List<Fact>> parts() {
            Map<QualifiedName, List<Fact>> parts = new LinkedHashMap<>();
            for (Fact fact : facts.values()) {
                if (fact instanceof Fact.OfColumn
                        || fact instanceof Fact.OfConstraint
                        || fact instanceof Fact.OfIndex) {
                    parts.computeIfAbsent(fact.id().object().name(), key -> new ArrayList<>())
                            .add(fact);
                }
            }
            return parts;
        }

        private void comment(ObjectName on, Optional<String> text) {
            text.ifPresent(present -> put(new Fact.OfComment(on, present)));
        }

        private void add(SchemaObject object) {
            switch (object) {
                case Namespace schema -> {
                    put(new Fact.OfSchema(new Namespace(schema.name(), Optional.empty(), schema.span())));
                    comment(ObjectName.global(Kind.SCHEMA, schema.name()), schema.comment());
                }
                case Role role -> put(new Fact.OfRole(role));
                case Extension extension -> put(new Fact.OfExtension(extension));
                case EnumType type -> {
                    put(new Fact.OfEnum(
                            new EnumType(type.name(), type.javaName(), type.values(), Optional.empty(), type.span())));
                    comment(ObjectName.of(Kind.TYPE, type.name()), type.comment());
                }
                case CompositeType type -> composite(type);
                case RangeType type -> {
                    put(new Fact.OfRange(new RangeType(
                            type.name(),
                            type.javaName(),
                            type.subtype(),
                            type.multirange(),
                            type.operatorClass(),
                            type.collation(),
                            type.canonical(),
                            type.difference(),
                            Optional.empty(),
                            type.span())));
                    comment(ObjectName.of(Kind.TYPE, type.name()), type.comment());
                }
                case DomainType type -> domain(type);
                case Sequence sequence -> sequence(sequence);
                case Table table -> {
                    tables.put(table.name(), table);
                    table(table);
                }
                case View view -> view(view);
                case Routine routine -> {
                    put(new Fact.OfRoutine(withoutComment(routine)));
                    comment(ObjectName.routine(routine), routine.comment());
                }
                case Grant grant -> grant(grant);
                case DefaultPrivilege privilege ->
                    privilege.privileges().forEach(each -> put(new Fact.OfDefaultPrivilege(single(privilege, each))));
                case Ownership ownership -> put(new Fact.OfOwner(ownership.of(), ownership.owner()));
                case Comment comment -> put(new Fact.OfComment(comment.on(), comment.text()));
                case io.pgorm.ir.Rename rename -> {
                    // says where an object comes from; it is nothing that a database holds
                }
                case SqlObject sql -> put(new Fact.OfSql(sql));
            }
        }

        private void composite(CompositeType type) {
            put(new Fact.OfComposite(new CompositeType(
                    type.name(),
                    type.javaName(),
                    type.attributes().stream()
                            .map(attribute -> new CompositeType.Attribute(
                                    attribute.name(),
                                    attribute.type(),
                                    attribute.collation(),
                                    Optional.empty(),
                                    attribute.span()))
                            .toList(),
                    Optional.empty(),
                    type.span())));
            comment(ObjectName.of(Kind.TYPE, type.name()), type.comment());
            type.attributes()
                    .forEach(attribute ->
                            comment(ObjectName.part(Kind.COLUMN, type.name(), attribute.name()), attribute.comment()));
        }

        private void domain(DomainType type) {
            put(new Fact.OfDomain(new DomainType(
                    type.name(),
                    type.javaName(),
                    type.base(),
                    type.collation(),
                    Optional.empty(),
                    type.notNull(),
                    List.of(),
                    Optional.empty(),
                    type.span())));
            type.defaultValue().ifPresent(value -> put(new Fact.OfDomainDefault(type.name(), value)));
            type.checks().forEach(check -> put(new Fact.OfDomainCheck(type.name(), check)));
            comment(ObjectName.of(Kind.DOMAIN, type.name()), type.comment());
        }

        private void sequence(Sequence sequence) {
            Sequence alone = new Sequence(
                    sequence.name(),
                    sequence.options(),
                    Optional.empty(),
                    sequence.unlogged(),
                    Optional.empty(),
                    sequence.span());
            put(new Fact.OfSequence(alone));
            sequence.ownedBy().ifPresent(owner -> {
                put(new Fact.OfSequenceOwner(new Sequence(
                        sequence.name(),
                        io.pgorm.ir.SequenceOptions.DEFAULT,
                        Optional.of(owner),
                        false,
                        Optional.empty(),
                        sequence.span())));
                owned.put(
                        FactId.part(Kind.COLUMN, owner.table(), owner.column()),
                        FactId.self(Kind.SEQUENCE, sequence.name()));
            });
            comment(ObjectName.of(Kind.SEQUENCE, sequence.name()), sequence.comment());
        }

        private void table(Table table) {
            ObjectName name = ObjectName.of(Kind.TABLE, table.name());
            put(new Fact.OfTable(shell(table)));
            comment(name, table.comment());
            table.columns().forEach(column -> column(table.name(), column));
            table.constraints().forEach(constraint -> put(new Fact.OfConstraint(table.name(), constraint)));
            table.indexes().forEach(index -> put(new Fact.OfIndex(name, index)));
            table.triggers().forEach(trigger -> put(new Fact.OfTrigger(name, trigger)));
            table.policies().forEach(policy -> put(new Fact.OfPolicy(table.name(), policy)));
            if (table.rowSecurity() != RowSecurity.DISABLED) {
                put(new Fact.OfRowSecurity(table.name(), table.rowSecurity()));
            }
            if (!table.storage().replicaIdentity().equals(ReplicaIdentity.DEFAULT)) {
                put(new Fact.OfReplicaIdentity(table.name(), table.storage().replicaIdentity()));
            }
            table.hierarchy().inherits().forEach(from -> put(new Fact.OfInheritance(table.name(), from)));
            table.hierarchy().partitionOf().ifPresent(of -> put(new Fact.OfPartition(table.name(), of)));
            table.hierarchy().partitions().forEach(partition -> plainPartition(table, table.name(), partition));
        }

        private List<Index> indexes(Table root, QualifiedName partition) {
            return recorded.indexes(root, partition).orElseGet(() -> PlainPartitions.indexes(root, partition));
        }

        /** A partition that takes everything from its parent is a table all the same; nothing in it is its own. */
        private void plainPartition(Table root, QualifiedName parent, Hierarchy.Partition partition) {
            plainPartitions.add(partition.name());
            table(Table.of(
                            partition.name(),
                            root.columns().stream().map(Collector::inherited).toList(),
                            PlainPartitions.constraints(
                                    root, partition.name(), key -> recorded.key(root, key, partition.name())),
                            indexes(root, partition.name()),
                            partition.comment(),
                            partition.span())
                    .withStorage(new TableStorage(
                            root.storage().unlogged(),
                            java.util.Map.of(),
                            root.storage().tablespace(),
                            root.storage().accessMethod(),
                            ReplicaIdentity.DEFAULT))
                    .withHierarchy(new Hierarchy(
                            List.of(),
                            partition.partitionedBy(),
                            List.of(),
                            Optional.of(new Hierarchy.PartitionOf(parent, partition.bound(), partition.span())))));
            partition.partitions().forEach(below -> plainPartition(root, partition.name(), below));
        }

        private static Column inherited(Column column) {
            return new Column(
                    column.name(),
                    column.type(),
                    column.nullable(),
                    // a partition shares the sequence of the table above it
                    column.value() instanceof ColumnValue.Identity ? ColumnValue.NONE : column.value(),
                    column.collation(),
                    column.storage(),
                    column.compression(),
                    true,
                    Optional.empty(),
                    column.span());
        }

        /** What is left of a table without all that has facts of its own. */
        private static Table shell(Table table) {
            TableStorage storage = table.storage();
            return Table.of(table.name(), List.of(), List.of(), List.of(), Optional.empty(), table.span())
                    .withStorage(new TableStorage(
                            storage.unlogged(),
                            storage.parameters(),
                            storage.tablespace(),
                            storage.accessMethod(),
                            ReplicaIdentity.DEFAULT))
                    .withHierarchy(
                            new Hierarchy(List.of(), table.hierarchy().partitionedBy(), List.of(), Optional.empty()));
        }

        private void column(QualifiedName table, Column column) {
            boolean hasDefault = column.value() instanceof ColumnValue.Default;
            put(new Fact.OfColumn(
                    table,
                    new Column(
                            column.name(),
                            column.type(),
                            column.nullable(),
                            hasDefault ? ColumnValue.NONE : column.value(),
                            column.collation(),
                            column.storage(),
                            column.compression(),
                            column.inherited(),
                            Optional.empty(),
                            column.span())));
            if (column.value() instanceof ColumnValue.Default(SqlText expression)) {
                put(new Fact.OfDefault(table, column.name(), expression));
            }
            comment(ObjectName.part(Kind.COLUMN, table, column.name()), column.comment());
        }

        private void view(View view) {
            ObjectName name = Fact.OfView.name(view);
            put(new Fact.OfView(new View(
                    view.name(),
                    view.materialized(),
                    view.columns().stream()
                            .map(column -> new View.Column(
                                    column.name(),
                                    column.type(),
                                    column.nullable(),
                                    column.collation(),
                                    Optional.empty(),
                                    column.span()))
                            .toList(),
                    List.of(),
                    view.query(),
                    view.options(),
                    List.of(),
                    List.of(),
                    view.populated(),
                    view.accessMethod(),
                    view.tablespace(),
                    Optional.empty(),
                    view.span())));
            comment(name, view.comment());
            view.columns()
                    .forEach(column ->
                            comment(ObjectName.part(Kind.COLUMN, view.name(), column.name()), column.comment()));
            view.indexes().forEach(index -> put(new Fact.OfIndex(name, index)));
            view.triggers().forEach(trigger -> put(new Fact.OfTrigger(name, trigger)));
        }

        private static Routine withoutComment(Routine routine) {
            return new Routine(
                    routine.name(),
                    routine.kind(),
                    routine.parameters(),
                    routine.returns(),
                    routine.language(),
                    routine.body(),
                    routine.atomic(),
                    routine.volatility(),
                    routine.strict(),
                    routine.leakproof(),
                    routine.securityDefiner(),
                    routine.parallel(),
                    routine.cost(),
                    routine.rows(),
                    routine.support(),
                    routine.settings(),
                    Optional.empty(),
                    routine.span());
        }

        private void grant(Grant grant) {
            List<List<String>> columns = grant.columns().isEmpty()
                    ? List.of(List.of())
                    : grant.columns().stream().map(List::of).toList();
            for (String privilege : grant.privileges()) {
                for (List<String> column : columns) {
                    privilege(new Fact.OfPrivilege(new Grant(
                            grant.on(),
                            List.of(privilege),
                            column,
                            grant.grantee(),
                            grant.grantable(),
                            grant.revoke(),
                            grant.span())));
                }
            }
        }

        /** Of several that gave the same privilege, one may have let it be given on: that is what counts. */
        private void privilege(Fact.OfPrivilege fact) {
            facts.merge(
                    fact.id(),
                    fact,
                    (one, other) -> ((Fact.OfPrivilege) one).grant().grantable() ? one : other);
        }

        private static DefaultPrivilege single(DefaultPrivilege privilege, String one) {
            return new DefaultPrivilege(
                    privilege.creator(),
                    privilege.schema(),
                    privilege.objects(),
                    List.of(one),
                    privilege.grantee(),
                    privilege.grantable(),
                    privilege.revoke(),
                    privilege.span());
        }
    }
}
