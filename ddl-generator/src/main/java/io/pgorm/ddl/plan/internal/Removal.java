package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.SqlBuilder;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.UnsupportedChangeException;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Grant;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.QualifiedName;
import java.util.List;
import java.util.Optional;

/** The statements by which a fact ends. Never CASCADE: what would go with it has a statement of its own. Stateless. */
final class Removal {

    /** The one object that PostgreSQL itself comments on, which no schema says. */
    private static final ObjectName PUBLIC = ObjectName.global(ObjectName.Kind.SCHEMA, "public");

    private Removal() {}

    /** @param frame the states, which say who owns what is given back, and what may be used */
    static List<Step> steps(Fact fact, Frame frame) {
        Optional<QualifiedName> aside = frame.exchange().asideName(fact.id());
        if (aside.isPresent()) {
            return Aside.rename(fact, aside.get());
        }
        List<Step> steps = end(fact, frame);
        if (fact instanceof Fact.OfColumn(var table, var column) && column.value() instanceof ColumnValue.Generated) {
            // its values are computed from others, and can be again
            return steps.stream()
                    .map(step -> step.without(Hazard.DELETES_DATA, Hazard.IRREVERSIBLE))
                    .toList();
        }
        boolean comesBack = frame.to().get(fact.id()).equals(Optional.of(fact));
        return comesBack
                ? steps.stream()
                        .map(step -> step.without(Hazard.BREAKS_RUNNING_APP))
                        .toList()
                : steps;
    }

    private static List<Step> end(Fact fact, Frame frame) {
        return switch (fact) {
            case Fact.OfSchema schema -> List.of(drop(fact));
            // roles belong to the server: another database may speak of them too
            case Fact.OfRole role -> List.of();
            case Fact.OfExtension extension -> List.of(drop(fact).with(Hazard.DELETES_DATA, Hazard.BREAKS_RUNNING_APP));
            case Fact.OfEnum type -> List.of(drop(fact));
            case Fact.OfComposite type -> List.of(drop(fact));
            case Fact.OfRange type -> List.of(drop(fact));
            case Fact.OfDomain type -> List.of(drop(fact));
            case Fact.OfDomainDefault(QualifiedName domain, var expression) ->
                List.of(Step.of("ALTER DOMAIN " + domain.sql() + " DROP DEFAULT"));
            case Fact.OfDomainCheck(QualifiedName domain, var check) ->
                List.of(Step.of("ALTER DOMAIN " + domain.sql() + " DROP CONSTRAINT " + quoted(check.name())));
            case Fact.OfSequence sequence -> List.of(drop(fact).with(Hazard.DELETES_DATA));
            case Fact.OfSequenceOwner owner ->
                List.of(Step.of("ALTER SEQUENCE " + owner.sequence().name().sql() + " OWNED BY NONE"));
            case Fact.OfTable table ->
                List.of(drop(fact)
                        .locking(Lock.ACCESS_EXCLUSIVE)
                        .with(Hazard.DELETES_DATA, Hazard.BREAKS_RUNNING_APP, Hazard.IRREVERSIBLE));
            case Fact.OfColumn(QualifiedName table, var column) ->
                List.of(alter(table, "DROP COLUMN " + quoted(column.name()))
                        .with(Hazard.DELETES_DATA, Hazard.BREAKS_RUNNING_APP, Hazard.IRREVERSIBLE));
            case Fact.OfDefault(QualifiedName table, String column, var expression) ->
                List.of(
                        isMissed(table, column, frame)
                                ? alter(table, "ALTER COLUMN " + quoted(column) + " DROP DEFAULT")
                                        .with(Hazard.BREAKS_RUNNING_APP)
                                : alter(table, "ALTER COLUMN " + quoted(column) + " DROP DEFAULT"));
            case Fact.OfConstraint(QualifiedName table, var constraint) ->
                NotNull.of(table, constraint)
                        .map(notNull -> notNull.remove(frame))
                        .orElseGet(() -> List.of(constraint(table, constraint)));
            case Fact.OfIndex(ObjectName relation, var index) ->
                List.of(Step.of(
                        "DROP INDEX " + new QualifiedName(relation.name().schema(), index.name()).sql(),
                        Lock.ACCESS_EXCLUSIVE,
                        Hazard.INDEX_DROPPED));
            case Fact.OfTrigger(ObjectName relation, var trigger) ->
                List.of(Step.of(
                        "DROP TRIGGER " + quoted(trigger.name()) + " ON "
                                + relation.name().sql(),
                        Lock.ACCESS_EXCLUSIVE));
            case Fact.OfPolicy(QualifiedName table, var policy) ->
                List.of(Step.of(
                        "DROP POLICY " + quoted(policy.name()) + " ON " + table.sql(),
                        Lock.ACCESS_EXCLUSIVE,
                        Hazard.AUTHZ_UPDATE));
            case Fact.OfRowSecurity security ->
                Transitions.rowSecurity(security.table(), security.mode(), io.pgorm.ir.RowSecurity.DISABLED);
            case Fact.OfReplicaIdentity(QualifiedName table, var identity) ->
                List.of(alter(table, "REPLICA IDENTITY DEFAULT"));
            case Fact.OfInheritance(QualifiedName table, QualifiedName from) ->
                List.of(alter(table, "NO INHERIT " + from.sql()));
            case Fact.OfPartition(QualifiedName table, var of) ->
                List.of(alter(of.parent(), "DETACH PARTITION " + table.sql()));
            case Fact.OfView view ->
                List.of(drop(fact).locking(Lock.ACCESS_EXCLUSIVE).with(Hazard.BREAKS_RUNNING_APP));
            case Fact.OfRoutine routine -> List.of(drop(fact).with(Hazard.BREAKS_RUNNING_APP));
            case Fact.OfSql sql -> List.of(undo(sql));
            case Fact.OfOwner(ObjectName of, String owner) ->
                List.of(Step.of(
                        "ALTER " + ObjectNames.sql(of) + " OWNER TO CURRENT_USER",
                        Lock.ACCESS_EXCLUSIVE,
                        Hazard.AUTHZ_UPDATE));
            case Fact.OfComment(ObjectName on, String text) ->
                List.of(Step.of("COMMENT ON " + ObjectNames.sql(on) + " IS "
                        + (on.equals(PUBLIC) ? "'standard public schema'" : "NULL")));
            case Fact.OfPrivilege(Grant grant) ->
                grant.grantable() && !grant.revoke() && isOwner(grant, frame)
                        ? Privileges.option(Privileges.notGrantable(grant))
                        : List.of(Privileges.undo(grant));
            case Fact.OfDefaultPrivilege(var privilege) -> List.of(Privileges.undo(privilege));
        };
    }

    /**
     * What an owner was given for others stays its own, and the next owner's, when that is taken back. Of single columns
     * an owner has nothing by itself.
     */
    private static boolean isOwner(Grant grant, Frame frame) {
        return grant.columns().isEmpty() && frame.from().isOwner(grant.on(), grant.grantee());
    }

    private static Step constraint(QualifiedName table, Constraint constraint) {
        Step drop = alter(table, "DROP CONSTRAINT " + quoted(constraint.name()));
        return switch (constraint) {
            case Constraint.PrimaryKey key -> drop.with(Hazard.INDEX_DROPPED);
            case Constraint.Unique key -> drop.with(Hazard.INDEX_DROPPED);
            case Constraint.Exclusion exclusion -> drop.with(Hazard.INDEX_DROPPED);
            case Constraint.Check check -> drop;
            case Constraint.ForeignKey key -> drop;
            case Constraint.Other other -> drop;
        };
    }

    /** Whether rows that come without a value are refused where there is no default. */
    private static boolean isMissed(QualifiedName table, String column, Frame frame) {
        FactId id = FactId.part(ObjectName.Kind.COLUMN, table, column);
        return frame.to().byId().get(id) instanceof Fact.OfColumn(var of, var after)
                && !after.nullable()
                && !(after.value() instanceof ColumnValue.Identity)
                && !frame.to().has(id.with(FactId.Aspect.DEFAULT));
    }

    private static Step undo(Fact.OfSql fact) {
        Step undo = Step.of(fact.sql()
                .undo()
                .orElseThrow(() -> new UnsupportedChangeException(
                        "Nothing says how to undo " + fact.sql().id() + ". Write this step by hand.")));
        return fact.isSatellite() ? undo : undo.with(Hazard.BREAKS_RUNNING_APP);
    }

    private static Step drop(Fact fact) {
        return Step.of("DROP " + ObjectNames.sql(fact.id().object()));
    }

    static Step alter(QualifiedName table, String what) {
        return Step.of("ALTER TABLE " + table.sql() + " " + what, Lock.ACCESS_EXCLUSIVE);
    }

    static String quoted(String name) {
        return new SqlBuilder()
                .name(name)
                .statement(io.pgorm.ir.diagnostic.SourceSpan.NONE)
                .sql();
    }
}
