package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.ColumnSql;
import io.pgorm.ddl.internal.SqlBuilder;
import io.pgorm.ddl.internal.TriggerSql;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.internal.Transition.InPlace;
import io.pgorm.ddl.plan.internal.Transition.Replace;
import io.pgorm.ir.CompositeType;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.DomainType;
import io.pgorm.ir.EnumType;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.ReplicaIdentity;
import io.pgorm.ir.Routine;
import io.pgorm.ir.RowSecurity;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.ir.TableStorage;
import io.pgorm.ir.Trigger;
import io.pgorm.ir.View;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules: for each kind of fact, how each change of it is made. Stateless. */
final class Transitions {

    private Transitions() {}

    static Transition between(Fact before, Fact after, Frame frame) {
        return switch (before) {
            case Fact.OfSchema schema -> new InPlace(List.of());
            case Fact.OfRole role -> new InPlace(RoleChange.steps(role.role(), ((Fact.OfRole) after).role()));
            case Fact.OfExtension extension -> ExtensionChange.between(((Fact.OfExtension) after).extension());
            case Fact.OfEnum(EnumType type)
            when after instanceof Fact.OfEnum(EnumType other) -> EnumChange.between(type, other);
            case Fact.OfComposite(CompositeType type)
            when after instanceof Fact.OfComposite(CompositeType other) -> CompositeChange.between(type, other);
            case Fact.OfEnum type -> new Replace();
            case Fact.OfComposite type -> new Replace();
            case Fact.OfRange type -> new Replace();
            case Fact.OfDomain(DomainType type) -> domain(type, ((Fact.OfDomain) after).type());
            case Fact.OfDomainDefault value -> new InPlace(domainDefault((Fact.OfDomainDefault) after));
            case Fact.OfDomainCheck check -> domainCheck(check, (Fact.OfDomainCheck) after);
            case Fact.OfSequence sequence ->
                new InPlace(SequenceChange.steps(sequence.sequence(), ((Fact.OfSequence) after).sequence()));
            case Fact.OfSequenceOwner owner -> new InPlace(OwnedSequence.link((Fact.OfSequenceOwner) after, frame));
            case Fact.OfTable(Table table) -> table(table, ((Fact.OfTable) after).table());
            case Fact.OfColumn column -> ColumnChange.between(column, (Fact.OfColumn) after, frame);
            case Fact.OfDefault value -> new InPlace(setDefault((Fact.OfDefault) after));
            case Fact.OfConstraint(QualifiedName table, Constraint constraint) ->
                ConstraintChange.between(table, constraint, ((Fact.OfConstraint) after).constraint(), frame);
            case Fact.OfIndex(var relation, var index) ->
                IndexChange.between(relation, index, ((Fact.OfIndex) after).index(), frame);
            case Fact.OfTrigger(var relation, Trigger trigger) ->
                trigger(relation.name(), trigger, ((Fact.OfTrigger) after).trigger());
            case Fact.OfPolicy(QualifiedName table, var policy) ->
                PolicyChange.between(table, policy, ((Fact.OfPolicy) after).policy());
            case Fact.OfRowSecurity security ->
                new InPlace(rowSecurity(security.table(), security.mode(), ((Fact.OfRowSecurity) after).mode()));
            case Fact.OfReplicaIdentity identity ->
                new InPlace(List.of(replicaIdentity((Fact.OfReplicaIdentity) after)));
            case Fact.OfInheritance inheritance -> new InPlace(List.of());
            case Fact.OfPartition partition -> new Replace();
            case Fact.OfView(View view) -> ViewChange.between(view, ((Fact.OfView) after).view());
            case Fact.OfRoutine(Routine routine) -> RoutineChange.between(routine, ((Fact.OfRoutine) after).routine());
            case Fact.OfSql sql -> SqlChange.between(sql, ((Fact.OfSql) after).sql());
            case Fact.OfOwner owner -> new InPlace(Creation.owner((Fact.OfOwner) after));
            case Fact.OfComment comment -> new InPlace(Creation.comment((Fact.OfComment) after));
            case Fact.OfPrivilege privilege -> new InPlace(Privileges.option(((Fact.OfPrivilege) after).grant()));
            case Fact.OfDefaultPrivilege privilege -> new Replace();
        };
    }

    private static Transition domain(DomainType before, DomainType after) {
        if (!before.base().equals(after.base()) || !before.collation().equals(after.collation())) {
            return new Replace();
        }
        String alter = "ALTER DOMAIN " + after.name().sql();
        List<Step> steps = new ArrayList<>();
        if (before.notNull() != after.notNull()) {
            steps.add(
                    after.notNull()
                            ? Step.of(
                                    alter + " SET NOT NULL",
                                    Lock.SHARE,
                                    Hazard.MAY_FAIL_ON_DATA,
                                    Hazard.ACQUIRES_SHARE_LOCK)
                            : Step.of(alter + " DROP NOT NULL"));
        }
        return new InPlace(steps);
    }

    static List<Step> domainDefault(Fact.OfDomainDefault value) {
        SqlBuilder sql =
                new SqlBuilder().sql("ALTER DOMAIN ").name(value.domain()).sql(" SET");
        ColumnSql.appendDefault(value.expression(), sql);
        return List.of(Step.of(sql.statement(SourceSpan.NONE)));
    }

    private static Transition domainCheck(Fact.OfDomainCheck before, Fact.OfDomainCheck after) {
        boolean onlyValidated = new Constraint.Check(
                        before.check().name(),
                        before.check().expression(),
                        before.check().inherited(),
                        true,
                        before.check().span())
                .equals(after.check());
        return onlyValidated
                ? new InPlace(List.of(Step.of(
                        "ALTER DOMAIN " + after.domain().sql() + " VALIDATE CONSTRAINT "
                                + Removal.quoted(after.check().name()),
                        Lock.SHARE,
                        Hazard.MAY_FAIL_ON_DATA,
                        Hazard.ACQUIRES_SHARE_LOCK)))
                : new Replace();
    }

    private static Transition table(Table before, Table after) {
        if (!before.hierarchy().partitionedBy().equals(after.hierarchy().partitionedBy())) {
            // see Copies
            return new Replace();
        }
        TableStorage old = before.storage();
        TableStorage now = after.storage();
        QualifiedName name = after.name();
        List<Step> steps = new ArrayList<>();
        // of a partitioned table there is nothing to write
        Hazard[] rewriting = after.hierarchy().partitionedBy().isPresent()
                ? new Hazard[0]
                : new Hazard[] {Hazard.REWRITES_TABLE, Hazard.ACQUIRES_ACCESS_EXCLUSIVE_LOCK};
        if (old.unlogged() != now.unlogged()) {
            steps.add(Removal.alter(name, now.unlogged() ? "SET UNLOGGED" : "SET LOGGED")
                    .with(rewriting));
        }
        if (!old.accessMethod().equals(now.accessMethod())) {
            steps.add(Removal.alter(
                            name,
                            "SET ACCESS METHOD "
                                    + now.accessMethod().map(Removal::quoted).orElse("DEFAULT"))
                    .with(rewriting));
        }
        if (!old.tablespace().equals(now.tablespace())) {
            steps.add(Removal.alter(
                            name,
                            "SET TABLESPACE "
                                    + now.tablespace().map(Removal::quoted).orElse("pg_default"))
                    .with(rewriting));
        }
        steps.addAll(parameters("ALTER TABLE " + name.sql(), old.parameters(), now.parameters()));
        return new InPlace(steps);
    }

    /** SET and RESET of storage parameters and view options: only what differs. */
    static List<Step> parameters(String alter, Map<String, String> before, Map<String, String> after) {
        Map<String, String> set = new TreeMap<>(after);
        set.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
        List<String> reset = before.keySet().stream()
                .filter(key -> !after.containsKey(key))
                .sorted()
                .toList();
        List<Step> steps = new ArrayList<>();
        if (!set.isEmpty()) {
            steps.add(Step.of(
                    alter + " SET ("
                            + String.join(
                                    ", ",
                                    set.entrySet().stream()
                                            .map(entry -> parameter(entry.getKey()) + " = "
                                                    + Literals.quote(entry.getValue()))
                                            .toList())
                            + ")",
                    Lock.SHARE_UPDATE_EXCLUSIVE));
        }
        if (!reset.isEmpty()) {
            steps.add(Step.of(
                    alter + " RESET ("
                            + String.join(
                                    ", ",
                                    reset.stream().map(Transitions::parameter).toList()) + ")",
                    Lock.SHARE_UPDATE_EXCLUSIVE));
        }
        return steps;
    }

    private static String parameter(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? Removal.quoted(name)
                : Removal.quoted(name.substring(0, dot)) + "." + Removal.quoted(name.substring(dot + 1));
    }

    static List<Step> setDefault(Fact.OfDefault value) {
        SqlBuilder sql = new SqlBuilder()
                .sql("ALTER TABLE ")
                .name(value.table())
                .sql(" ALTER COLUMN ")
                .name(value.column())
                .sql(" SET");
        SqlText expression = value.expression();
        ColumnSql.appendDefault(expression, sql);
        return List.of(Step.of(sql.statement(SourceSpan.NONE)).locking(Lock.ACCESS_EXCLUSIVE));
    }

    private static Transition trigger(QualifiedName relation, Trigger before, Trigger after) {
        if (!before.withEnabled(after.enabled()).equals(after)) {
            return before.constraint() || after.constraint()
                    ? new Replace()
                    : new InPlace(TriggerSql.create(relation, after).stream()
                            .map(statement -> Step.of(
                                    statement.sql().replaceFirst("^CREATE TRIGGER ", "CREATE OR REPLACE TRIGGER "),
                                    Lock.SHARE_ROW_EXCLUSIVE))
                            .toList());
        }
        String verb = switch (after.enabled()) {
            case ORIGIN -> "ENABLE TRIGGER ";
            case ALWAYS -> "ENABLE ALWAYS TRIGGER ";
            case REPLICA -> "ENABLE REPLICA TRIGGER ";
            case DISABLED -> "DISABLE TRIGGER ";
        };
        return new InPlace(List.of(Step.of(
                "ALTER TABLE " + relation.sql() + " " + verb + Removal.quoted(after.name()),
                Lock.SHARE_ROW_EXCLUSIVE)));
    }

    static List<Step> rowSecurity(QualifiedName table, RowSecurity before, RowSecurity after) {
        List<Step> steps = new ArrayList<>();
        boolean wasOn = before != RowSecurity.DISABLED;
        boolean isOn = after != RowSecurity.DISABLED;
        if (wasOn != isOn) {
            steps.add(Removal.alter(table, (isOn ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY")
                    .with(Hazard.AUTHZ_UPDATE));
        }
        if ((before == RowSecurity.FORCED) != (after == RowSecurity.FORCED)) {
            steps.add(Removal.alter(table, (after == RowSecurity.FORCED ? "FORCE" : "NO FORCE") + " ROW LEVEL SECURITY")
                    .with(Hazard.AUTHZ_UPDATE));
        }
        return steps;
    }

    static Step replicaIdentity(Fact.OfReplicaIdentity fact) {
        return Removal.alter(
                fact.table(),
                "REPLICA IDENTITY "
                        + switch (fact.identity()) {
                            case ReplicaIdentity.Default() -> "DEFAULT";
                            case ReplicaIdentity.Full() -> "FULL";
                            case ReplicaIdentity.Nothing() -> "NOTHING";
                            case ReplicaIdentity.ByIndex(String index) -> "USING INDEX " + Removal.quoted(index);
                        });
    }
}
