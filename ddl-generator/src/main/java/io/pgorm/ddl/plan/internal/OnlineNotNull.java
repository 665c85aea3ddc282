package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.internal.Action.Phase;
import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.Column;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.sql.GeneratedNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** SET NOT NULL without a scan under the strongest lock: something that is proved beforehand says it. Stateless. */
final class OnlineNotNull {

    /** What is there once a column is NOT NULL, if that takes an action of its own. */
    static final String REQUIRED = "required";

    private OnlineNotNull() {}

    static void rewrite(OnlineDraft draft) {
        for (Action action : List.copyOf(draft.changes.values())) {
            if (draft.frame.to().get(action.about()).orElse(null)
                            instanceof Fact.OfColumn(QualifiedName table, Column column)
                    && draft.isInUse(table)
                    && !comesFromAbove(table, column.name(), draft)) {
                String plain = setNotNull(table, column.name());
                List<Step> steps = action.steps();
                for (int i = 0; i < steps.size(); i++) {
                    if (steps.get(i).sql().equals(plain)) {
                        draft.changes.put(action.about(), action.withSteps(steps.subList(0, i)));
                        require(table, column.name(), steps.get(i), steps.subList(i + 1, steps.size()), draft);
                        break;
                    }
                }
            }
        }
        waitFor(draft);
    }

    /** From 18 on a table has one NOT NULL for a column, and that of the table above is it: there is none to add. */
    private static boolean comesFromAbove(QualifiedName table, String column, OnlineDraft draft) {
        return draft.frame.options().major() >= 18
                && draft.frame.to().byId().values().stream()
                        .anyMatch(fact -> fact instanceof Fact.OfInheritance(QualifiedName child, QualifiedName parent)
                                && child.equals(table)
                                && draft.frame
                                        .to()
                                        .get(FactId.part(Kind.COLUMN, parent, column))
                                        .filter(above -> !((Fact.OfColumn) above)
                                                .column()
                                                .nullable())
                                        .isPresent());
    }

    static String setNotNull(QualifiedName table, String column) {
        return "ALTER TABLE " + table.sql() + " ALTER COLUMN " + Removal.quoted(column) + " SET NOT NULL";
    }

    /**
     * Adds the actions by which a column that is there becomes NOT NULL.
     *
     * @param plain the statement that would do it at once
     * @param then what has to be done behind it
     */
    static void require(QualifiedName table, String column, Step plain, List<Step> then, OnlineDraft draft) {
        FactId id = FactId.part(Kind.COLUMN, table, column);
        Set<FactId> needs = new LinkedHashSet<>(Set.of(id, id.interim(OnlineColumns.FILLED)));
        Optional<FactId> proof = proof(table, column, draft);
        boolean changed =
                draft.changes.containsKey(id) && !draft.changes.get(id).steps().isEmpty();
        if (proof.isPresent() && !(changed && draft.destroyed.contains(proof.get()))) {
            needs.remove(id);
            List<Step> steps = new ArrayList<>(List.of(withoutScan(plain)));
            steps.addAll(then);
            draft.add(last(id, steps, needs));
            Optional.ofNullable(draft.removals.get(proof.get()))
                    .ifPresent(
                            removal -> draft.removals.put(proof.get(), removal.needing(Set.of(id.interim(REQUIRED)))));
            return;
        }
        boolean since18 = draft.frame.options().major() >= 18;
        String name = since18
                ? GeneratedNames.of(table.name(), column, "not_null")
                : draft.freeName(table.name() + "_" + column, "check");
        if (since18 && isTakenIn(table, name, draft)) {
            name = draft.freeName(table.name() + "_" + column, "not_null");
        }
        FactId pending = id.interim("pending");
        String form = since18
                ? "NOT NULL " + Removal.quoted(column) + " NOT VALID"
                : "CHECK (" + Removal.quoted(column) + " IS NOT NULL) NOT VALID";
        draft.add(new Action(
                id,
                List.of(Step.of(
                        "ALTER TABLE " + table.sql() + " ADD CONSTRAINT " + Removal.quoted(name) + " " + form,
                        Lock.ACCESS_EXCLUSIVE)),
                Set.of(pending),
                Set.of(),
                Set.of(),
                needs,
                Phase.SHORT));
        FactId valid = id.interim(OnlineConstraints.VALID);
        Step validate = OnlineConstraints.validate(table, name);
        draft.add(
                new Action(id, List.of(validate), Set.of(valid), Set.of(), Set.of(), Set.of(pending), Phase.VALIDATE));
        List<Step> steps = new ArrayList<>();
        if (!since18) {
            steps.add(withoutScan(plain));
            steps.add(Removal.alter(table, "DROP CONSTRAINT " + Removal.quoted(name)));
        }
        steps.addAll(then);
        draft.add(last(id, steps, Set.of(valid)));
    }

    private static Action last(FactId id, List<Step> steps, Set<FactId> needs) {
        return new Action(id, steps, Set.of(id.interim(REQUIRED)), Set.of(), Set.of(), needs, Phase.SHORT);
    }

    private static Step withoutScan(Step plain) {
        return Step.of(plain.sql(), Lock.ACCESS_EXCLUSIVE);
    }

    private static boolean isTakenIn(QualifiedName table, String constraint, OnlineDraft draft) {
        FactId id = FactId.part(Kind.CONSTRAINT, table, constraint);
        return draft.frame.from().has(id) || draft.frame.to().has(id);
    }

    /** A check of the state before that says the same. */
    private static Optional<FactId> proof(QualifiedName table, String column, OnlineDraft draft) {
        return draft.frame.from().byId().values().stream()
                .filter(fact -> fact instanceof Fact.OfConstraint(QualifiedName of, Constraint.Check check)
                        && of.equals(table)
                        && (check.inherited()
                                || OnlineDraft.below(table, draft.frame.from()).isEmpty())
                        && OnlineConstraints.proves(check, column))
                .map(Fact::id)
                .findFirst();
    }

    /**
     * A table that gets a parent, or becomes a partition, must have its NOT NULL before. And the tables above have theirs,
     * for until then they have a check which the one that comes would have to have too.
     */
    private static void waitFor(OnlineDraft draft) {
        draft.creations.replaceAll((id, action) -> afterRequired(id, action, draft));
        draft.changes.replaceAll((id, action) -> afterRequired(id, action, draft));
        draft.creations.replaceAll((id, action) -> {
            boolean joins = id.aspect() == Aspect.ATTACHED || id.aspect() == Aspect.INHERITS;
            return joins
                    ? action.needing(requiredIn(id.object().name(), draft))
                            .needing(provenIn(id.object().name(), draft))
                    : action;
        });
    }

    /** An index stands for the rows of a table once none of its columns may be NULL. */
    private static Action afterRequired(FactId id, Action action, OnlineDraft draft) {
        return id.aspect() == Aspect.REPLICA_IDENTITY
                ? action.needing(requiredIn(id.object().name(), draft))
                : action;
    }

    /** A check that is not proved yet is not taken for that of the table above. */
    private static Set<FactId> provenIn(QualifiedName table, OnlineDraft draft) {
        return draft.frame.to().partsOf(table).stream()
                .filter(fact -> fact instanceof Fact.OfConstraint own && own.constraint() instanceof Constraint.Check)
                .map(fact -> fact.id().interim(OnlineConstraints.VALID))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<FactId> requiredIn(QualifiedName table, OnlineDraft draft) {
        Set<FactId> required = new LinkedHashSet<>();
        draft.frame.to().partsOf(table).forEach(fact -> {
            if (fact instanceof Fact.OfColumn) {
                required.add(fact.id().interim(REQUIRED));
            }
        });
        draft.frame.to().parents(table).forEach(parent -> required.addAll(requiredIn(parent, draft)));
        return required;
    }
}
