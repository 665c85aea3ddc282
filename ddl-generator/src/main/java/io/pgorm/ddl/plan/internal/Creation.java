package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.ColumnSql;
import io.pgorm.ddl.internal.CommentSql;
import io.pgorm.ddl.internal.CompositeSql;
import io.pgorm.ddl.internal.ConstraintSql;
import io.pgorm.ddl.internal.DomainSql;
import io.pgorm.ddl.internal.EnumSql;
import io.pgorm.ddl.internal.ExtensionSql;
import io.pgorm.ddl.internal.IndexSql;
import io.pgorm.ddl.internal.InheritedSql;
import io.pgorm.ddl.internal.NamespaceSql;
import io.pgorm.ddl.internal.PartitionSql;
import io.pgorm.ddl.internal.PrivilegeSql;
import io.pgorm.ddl.internal.RangeSql;
import io.pgorm.ddl.internal.RoleSql;
import io.pgorm.ddl.internal.RowSecuritySql;
import io.pgorm.ddl.internal.SequenceSql;
import io.pgorm.ddl.internal.SqlBuilder;
import io.pgorm.ddl.internal.TableSql;
import io.pgorm.ddl.internal.TriggerSql;
import io.pgorm.ddl.internal.ViewSql;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.Ownership;
import io.pgorm.ir.Policy;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RowSecurity;
import io.pgorm.ir.SqlObject;
import io.pgorm.ir.Table;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The statements by which a fact begins. Stateless but for the state it makes. */
final class Creation {

    private final Frame frame;
    private final Facts to;
    private final Set<FactId> destroyed;

    /** @param destroyed the facts that go, whether they come back or not */
    Creation(Frame frame, Set<FactId> destroyed) {
        this.frame = frame;
        this.destroyed = destroyed;
        this.to = frame.to();
    }

    /** @param together the fact and those that stand in its statement */
    List<Step> steps(Fact fact, Set<FactId> together) {
        return switch (fact) {
            case Fact.OfSchema(var schema) ->
                NamespaceSql.create(schema).stream().map(Step::of).toList();
            case Fact.OfRole(var role) -> List.of(Step.of(RoleSql.create(role)));
            case Fact.OfExtension(var extension) -> List.of(Step.of(ExtensionSql.create(extension)));
            case Fact.OfEnum(var type) -> List.of(Step.of(EnumSql.create(type)));
            case Fact.OfComposite(var type) -> List.of(Step.of(CompositeSql.create(type)));
            case Fact.OfRange(var type) -> List.of(Step.of(RangeSql.create(type)));
            case Fact.OfDomain(var type) -> Step.all(DomainSql.create(withChecks(type, together)));
            case Fact.OfDomainDefault value -> Transitions.domainDefault(value);
            case Fact.OfDomainCheck(QualifiedName domain, var check) -> List.of(domainCheck(domain, check));
            case Fact.OfSequence(var sequence) -> List.of(Step.of(SequenceSql.create(sequence)));
            case Fact.OfSequenceOwner(var sequence) ->
                Stream.concat(
                                OwnedSequence.link((Fact.OfSequenceOwner) fact, frame).stream(),
                                Handover.aboveRows((Fact.OfSequenceOwner) fact, frame).stream())
                        .toList();
            case Fact.OfTable(var table) -> table(table.name(), together);
            case Fact.OfColumn(QualifiedName table, var column) -> column(table, column, together);
            case Fact.OfDefault value -> Transitions.setDefault(value);
            case Fact.OfConstraint(QualifiedName table, var constraint) ->
                ConstraintChange.add(
                        table,
                        constraint,
                        frame,
                        NotNull.of(table, constraint)
                                .filter(notNull -> comes(FactId.part(ObjectName.Kind.COLUMN, table, notNull.column())))
                                .isPresent());
            case Fact.OfIndex(ObjectName relation, var index) -> {
                Step step = Step.of(IndexSql.create(relation.name(), index))
                        .locking(Lock.SHARE)
                        .with(Hazard.INDEX_BUILD, Hazard.ACQUIRES_SHARE_LOCK);
                yield List.of(index.unique() ? step.with(Hazard.MAY_FAIL_ON_DATA) : step);
            }
            case Fact.OfTrigger(ObjectName relation, var trigger) ->
                TriggerSql.create(relation.name(), trigger).stream()
                        .map(statement -> Step.of(statement).locking(Lock.SHARE_ROW_EXCLUSIVE))
                        .toList();
            case Fact.OfPolicy(QualifiedName table, Policy policy) ->
                List.of(Step.of(RowSecuritySql.create(to.table(table), policy))
                        .locking(Lock.ACCESS_EXCLUSIVE)
                        .with(Hazard.AUTHZ_UPDATE));
            case Fact.OfRowSecurity(QualifiedName table, RowSecurity mode) ->
                Transitions.rowSecurity(table, RowSecurity.DISABLED, mode);
            case Fact.OfReplicaIdentity identity -> List.of(Transitions.replicaIdentity(identity));
            case Fact.OfInheritance(QualifiedName table, QualifiedName from) ->
                List.of(Removal.alter(table, "INHERIT " + from.sql()));
            case Fact.OfPartition(QualifiedName table, var of) ->
                PartitionSql.attach(attached(table, of)).stream()
                        .map(statement -> Partitioning.attach(Step.of(statement), table, of, frame))
                        .toList();
            case Fact.OfView(var view) -> {
                Step step = Step.of(ViewSql.create(view));
                yield List.of(
                        view.materialized() && view.populated()
                                ? step.with(Hazard.IMPACTS_DATABASE_PERFORMANCE)
                                : step);
            }
            case Fact.OfRoutine(var routine) -> List.of(RoutineChange.replace(routine));
            case Fact.OfSql(SqlObject sql) -> List.of(Step.of(sql.sql()));
            case Fact.OfOwner owner -> owner(owner);
            case Fact.OfComment comment -> comment(comment);
            case Fact.OfPrivilege(var grant) -> List.of(Privileges.make(grant));
            case Fact.OfDefaultPrivilege(var privilege) -> List.of(Privileges.make(privilege));
        };
    }

    private boolean comes(FactId id) {
        return !frame.from().has(id) || destroyed.contains(id);
    }

    private static Table attached(QualifiedName table, Hierarchy.PartitionOf of) {
        return Table.of(table, List.of(), List.of(), List.of(), Optional.empty(), SourceSpan.NONE)
                .withHierarchy(new Hierarchy(List.of(), Optional.empty(), List.of(), Optional.of(of)));
    }

    static List<Step> owner(Fact.OfOwner owner) {
        return List.of(Step.of(PrivilegeSql.own(new Ownership(owner.of(), owner.owner(), SourceSpan.NONE)))
                .locking(Lock.ACCESS_EXCLUSIVE)
                .with(Hazard.AUTHZ_UPDATE));
    }

    static List<Step> comment(Fact.OfComment comment) {
        return List.of(Step.of(CommentSql.create(comment.on(), comment.text(), SourceSpan.NONE)));
    }

    private DomainType withChecks(DomainType type, Set<FactId> together) {
        List<Constraint.Check> checks = together.stream()
                .map(id -> to.byId().get(id))
                .filter(Fact.OfDomainCheck.class::isInstance)
                .map(fact -> ((Fact.OfDomainCheck) fact).check())
                .toList();
        return new DomainType(
                type.name(),
                type.javaName(),
                type.base(),
                type.collation(),
                to.get(FactId.self(ObjectName.Kind.DOMAIN, type.name()).with(FactId.Aspect.DEFAULT))
                        .filter(value -> together.contains(value.id()))
                        .map(value -> ((Fact.OfDomainDefault) value).expression()),
                type.notNull(),
                checks,
                type.comment(),
                type.span());
    }

    private static Step domainCheck(QualifiedName domain, Constraint.Check check) {
        SqlBuilder sql = new SqlBuilder().sql("ALTER DOMAIN ").name(domain).sql("\n    ADD ");
        ConstraintSql.append(check, sql);
        Step step = Step.of(sql.statement(check.span()));
        return check.validated()
                ? step.locking(Lock.SHARE).with(Hazard.MAY_FAIL_ON_DATA, Hazard.ACQUIRES_SHARE_LOCK)
                : step;
    }

    private List<Step> table(QualifiedName name, Set<FactId> together) {
        if (to.plainPartitions().contains(name)) {
            return List.of(plainPartition(name));
        }
        Table whole = to.table(name);
        Table made = whole.withColumns(whole.columns().stream()
                        .map(column -> withDefaultOf(name, column, together))
                        .toList())
                .withConstraints(whole.constraints().stream()
                        .filter(constraint ->
                                together.contains(FactId.part(ObjectName.Kind.CONSTRAINT, name, constraint.name())))
                        .toList());
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(TableSql.create(made)));
        steps.addAll(Step.all(TableSql.storage(made)));
        steps.addAll(Step.all(InheritedSql.overrides(made, to.schema())));
        return steps;
    }

    private Step plainPartition(QualifiedName name) {
        Fact.OfPartition fact = (Fact.OfPartition)
                to.the(FactId.self(ObjectName.Kind.TABLE, name).with(FactId.Aspect.ATTACHED));
        Table shell = ((Fact.OfTable) to.the(FactId.self(ObjectName.Kind.TABLE, name))).table();
        Step create = Step.of(PartitionSql.create(
                fact.of().parent(),
                new Hierarchy.Partition(
                        name,
                        fact.of().bound(),
                        shell.hierarchy().partitionedBy(),
                        List.of(),
                        Optional.empty(),
                        SourceSpan.NONE),
                shell.storage().unlogged()));
        return Partitioning.create(create, name, frame);
    }

    private static Column withDefaultOf(QualifiedName table, Column column, Set<FactId> together) {
        FactId value = FactId.part(ObjectName.Kind.COLUMN, table, column.name()).with(FactId.Aspect.DEFAULT);
        return column.value() instanceof ColumnValue.Default && !together.contains(value)
                ? column.withValue(ColumnValue.NONE)
                : column;
    }

    private List<Step> column(QualifiedName table, Column bare, Set<FactId> together) {
        FactId value = FactId.part(ObjectName.Kind.COLUMN, table, bare.name()).with(FactId.Aspect.DEFAULT);
        Column column = together.contains(value)
                ? bare.withValue(new ColumnValue.Default(((Fact.OfDefault) to.the(value)).expression()))
                : bare;
        if (IdentityAbove.is(table, column, frame)) {
            List<Step> steps = new ArrayList<>();
            IdentityAbove.add(table, column, frame)
                    .forEach(step -> steps.add(
                            step.sql().contains(" ADD COLUMN ")
                                    ? step.with(Hazard.REWRITES_TABLE, Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK)
                                    : step));
            return steps;
        }
        SqlBuilder sql = new SqlBuilder().sql("ALTER TABLE ").name(table).sql(" ADD COLUMN ");
        ColumnSql.append(column, sql);
        Step step = Step.of(sql.statement(column.span())).locking(Lock.ACCESS_EXCLUSIVE);
        if (isWrittenIntoRows(table, column)) {
            step = step.with(Hazard.REWRITES_TABLE, Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK);
        }
        boolean noValue = column.value() instanceof ColumnValue.None && TypeChange.refusesNull(column.type(), to);
        if (noValue || !column.hasValueWhenOmitted() || !column.nullable() && isNull(column.value())) {
            step = step.with(Hazard.MAY_FAIL_ON_DATA, Hazard.BREAKS_RUNNING_APP);
        }
        if (column.value() instanceof ColumnValue.Generated) {
            // of a row with NULL in it, or a value too large, there may be no value that fits
            step = step.with(Hazard.MAY_FAIL_ON_DATA);
        }
        List<Step> steps = new ArrayList<>(List.of(step));
        ColumnSql.storage(table, column)
                .ifPresent(statement -> steps.add(Step.of(statement).locking(Lock.ACCESS_EXCLUSIVE)));
        return steps;
    }

    private static boolean isNull(ColumnValue value) {
        return value instanceof ColumnValue.Default(var expression)
                && expression.render().startsWith("NULL::");
    }

    /** Whether a new column needs every row to be written; else it is noted once for all of them. */
    private boolean isWrittenIntoRows(QualifiedName table, Column column) {
        if (!column.type().array() && TypeChange.isChecked(column.type(), to)) {
            return true;
        }
        FactId value = FactId.part(ObjectName.Kind.COLUMN, table, column.name()).with(FactId.Aspect.DEFAULT);
        return switch (column.value()) {
            case ColumnValue.None() -> false;
            case ColumnValue.Identity identity -> true;
            case ColumnValue.Generated generated -> generated.stored();
            case ColumnValue.Default(var expression) ->
                Volatility.isVolatile(value, expression, to, frame.afterwards());
        };
    }
}
