package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.ConstraintSql;
import io.pgorm.ddl.internal.SqlBuilder;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.PlannedStatement.Execution;
import io.pgorm.ddl.plan.internal.Action.Phase;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Foreign keys and checks: what is new obeys them at once, what was there is looked through later. Stateless. */
final class OnlineConstraints {

    /** What is there once a constraint is proved of the rows that were there before. */
    static final String VALID = "valid";

    private OnlineConstraints() {}

    static void rewrite(OnlineDraft draft) {
        List.copyOf(draft.creations.values()).forEach(action -> {
            if (action.steps().size() != 1) {
                return;
            }
            switch (draft.frame.to().get(action.about()).orElse(null)) {
                case null -> {}
                case Fact.OfConstraint(QualifiedName table, Constraint constraint)
                when draft.isInUse(table) && isPlain(action, table, constraint) ->
                    unproven(constraint, table, draft).ifPresent(pending -> constraint(action, table, pending, draft));
                case Fact.OfDomainCheck(QualifiedName domain, Constraint.Check check)
                when check.validated()
                        && draft.stays(FactId.self(io.pgorm.ir.ObjectName.Kind.DOMAIN, domain))
                        && !new DomainsInside(draft.frame.to()).has(domain) -> domain(action, domain, check, draft);
                default -> {}
            }
        });
        draft.changes.replaceAll(
                (id, action) -> validates(action, id, draft) ? action.withPhase(Phase.VALIDATE) : action);
    }

    /** Whether nothing else has to be done for it. */
    private static boolean isPlain(Action action, QualifiedName table, Constraint constraint) {
        return action.steps()
                .getFirst()
                .sql()
                .equals(ConstraintSql.add(table, constraint).sql());
    }

    private static boolean validates(Action action, FactId id, OnlineDraft draft) {
        boolean constraint = switch (draft.frame.to().the(id)) {
            case Fact.OfConstraint some -> true;
            case Fact.OfDomainCheck some -> true;
            default -> false;
        };
        return constraint
                && action.steps().size() == 1
                && action.steps().getFirst().sql().contains(" VALIDATE CONSTRAINT ");
    }

    /** The constraint as one that says nothing of the rows that are there, if PostgreSQL has such a form. */
    private static Optional<Constraint> unproven(Constraint constraint, QualifiedName table, OnlineDraft draft) {
        boolean since18 = draft.frame.options().major() >= 18;
        return switch (constraint) {
            case Constraint.Check check -> check.validated() ? Optional.of(unproven(check)) : Optional.empty();
            case Constraint.ForeignKey key ->
                key.validated() && (since18 || !draft.isPartitioned(table))
                        ? Optional.of(unproven(key))
                        : Optional.empty();
            case Constraint.Other other -> isNotNull(other) ? Optional.of(unproven(other)) : Optional.empty();
            case Constraint.PrimaryKey key -> Optional.empty();
            case Constraint.Unique key -> Optional.empty();
            case Constraint.Exclusion exclusion -> Optional.empty();
        };
    }

    /** A NOT NULL with a name of its own, which is a constraint of the table from PostgreSQL 18 on. */
    static boolean isNotNull(Constraint.Other other) {
        String text = other.definition().render().strip();
        return text.startsWith("NOT NULL ") && !text.endsWith(" NOT VALID");
    }

    private static Constraint unproven(Constraint.Other other) {
        return new Constraint.Other(
                other.name(), SqlText.of(other.definition().render().strip() + " NOT VALID"), other.span());
    }

    private static Constraint.Check unproven(Constraint.Check check) {
        return new Constraint.Check(check.name(), check.expression(), check.inherited(), false, check.span());
    }

    private static Constraint unproven(Constraint.ForeignKey key) {
        return new Constraint.ForeignKey(
                key.name(),
                key.columns(),
                key.target(),
                key.targetColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.deferral(),
                key.matchFull(),
                false,
                key.span());
    }

    private static void constraint(Action action, QualifiedName table, Constraint pending, OnlineDraft draft) {
        Lock lock = pending instanceof Constraint.ForeignKey ? Lock.SHARE_ROW_EXCLUSIVE : Lock.ACCESS_EXCLUSIVE;
        draft.creations.put(
                action.about(),
                action.withSteps(
                        List.of(Step.of(ConstraintSql.add(table, pending)).locking(lock))));
        draft.add(validation(action.about(), validate(table, pending.name()), Set.of(action.about())));
    }

    /** To be run in a transaction of its own: the scan must not hold the locks of what was before it. */
    static Step validate(QualifiedName table, String constraint) {
        return Step.of(
                        "ALTER TABLE " + table.sql() + " VALIDATE CONSTRAINT " + Removal.quoted(constraint),
                        Lock.SHARE_UPDATE_EXCLUSIVE,
                        Hazard.MAY_FAIL_ON_DATA)
                .in(Execution.NEW_TRANSACTION);
    }

    static Action validation(FactId about, Step step, Set<FactId> needs) {
        return new Action(
                about, List.of(step), Set.of(about.interim(VALID)), Set.of(), Set.of(), needs, Phase.VALIDATE);
    }

    private static void domain(Action action, QualifiedName domain, Constraint.Check check, OnlineDraft draft) {
        SqlBuilder sql = new SqlBuilder().sql("ALTER DOMAIN ").name(domain).sql("\n    ADD ");
        ConstraintSql.append(unproven(check), sql);
        draft.creations.put(action.about(), action.withSteps(List.of(Step.of(sql.statement(check.span())))));
        // it keeps writers of the tables out that have the domain
        Step validate = Step.of(
                        "ALTER DOMAIN " + domain.sql() + " VALIDATE CONSTRAINT " + Removal.quoted(check.name()),
                        Lock.SHARE,
                        Hazard.MAY_FAIL_ON_DATA,
                        Hazard.ACQUIRES_SHARE_LOCK)
                .in(Execution.NEW_TRANSACTION);
        draft.add(validation(action.about(), validate, Set.of(action.about())));
    }

    /** Whether the check is nothing but that a column is not NULL. */
    static boolean proves(Constraint.Check check, String column) {
        String text = check.expression().render().strip();
        return check.validated()
                && (text.equals(Removal.quoted(column) + " IS NOT NULL")
                        || text.equals(plain(column) + " IS NOT NULL"));
    }

    private static String plain(String column) {
        boolean needsNoQuotes = column.matches("[a-z_][a-z0-9_$]*");
        return needsNoQuotes ? column : Removal.quoted(column);
    }
}
