package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.PlannedStatement.Execution;
import io.pgorm.ddl.plan.internal.Action.Phase;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Hierarchy;
import io.pgorm.ir.Index;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.sql.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Partitions that are attached without a scan under a strong lock, and detached while queries go on. Stateless. */
final class OnlinePartitions {

    /** What is there once a partition stands alone. */
    static final String DETACHED = "detached";

    private OnlinePartitions() {}

    static void rewrite(OnlineDraft draft) {
        for (Action action : List.copyOf(draft.removals.values())) {
            if (!action.steps().isEmpty()
                    && draft.frame.from().get(action.about()).orElse(null)
                            instanceof Fact.OfPartition(QualifiedName table, Hierarchy.PartitionOf of)
                    && draft.isInUse(table)
                    && draft.isInUse(of.parent())) {
                detach(action, table, of.parent(), draft);
            }
        }
        for (Action action : List.copyOf(draft.creations.values())) {
            if (!action.steps().isEmpty()
                    && draft.frame.to().get(action.about()).orElse(null)
                            instanceof Fact.OfPartition(QualifiedName table, Hierarchy.PartitionOf of)
                    && draft.isInUse(of.parent())) {
                attach(action, table, of, draft);
            }
        }
    }

    private static void detach(Action action, QualifiedName table, QualifiedName parent, OnlineDraft draft) {
        FactId detached = action.about().interim(DETACHED);
        boolean comesBack = draft.creations.containsKey(action.about());
        if (comesBack || defaultOf(parent, draft.frame.from()).isPresent()) {
            draft.removals.put(action.about(), action.producing(Set.of(detached)));
            return;
        }
        Step plain = action.steps().getFirst();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(plain.sql() + " CONCURRENTLY", Lock.ACCESS_EXCLUSIVE, plain.hazards(), Execution.ALONE));
        steps.add(dropBoundCheck(table, draft));
        steps.addAll(action.steps().subList(1, action.steps().size()));
        draft.removals.put(
                action.about(),
                action.withSteps(steps).producing(Set.of(detached)).withPhase(Phase.CLEAN));
    }

    /** PostgreSQL leaves a check behind that says what the bound said, under a name that it chooses. */
    private static Step dropBoundCheck(QualifiedName table, OnlineDraft draft) {
        Set<String> known = new TreeSet<>();
        for (Facts state : List.of(draft.frame.from(), draft.frame.to())) {
            state.byId().values().forEach(fact -> {
                if (fact instanceof Fact.OfConstraint(QualifiedName of, Constraint.Check check) && of.equals(table)) {
                    known.add(Literals.quote(check.name()));
                }
            });
        }
        String body = """

            DECLARE
                bound name;
            BEGIN
                FOR bound IN
                    SELECT conname FROM pg_catalog.pg_constraint
                    WHERE conrelid = %s::regclass AND contype = 'c' AND conname <> ALL (ARRAY[%s]::name[])
                LOOP
                    EXECUTE format('ALTER TABLE %%s DROP CONSTRAINT %%I', %s, bound);
                END LOOP;
            END
            """.formatted(Literals.quote(table.sql()), String.join(", ", known), Literals.quote(table.sql()));
        return Step.of(
                "DO "
                        + new io.pgorm.ddl.internal.SqlBuilder()
                                .dollarQuoted(body)
                                .statement(io.pgorm.ir.diagnostic.SourceSpan.NONE)
                                .sql(),
                Lock.ACCESS_EXCLUSIVE);
    }

    private static void attach(Action action, QualifiedName table, Hierarchy.PartitionOf of, OnlineDraft draft) {
        Optional<String> inside = condition(of, draft);
        if (inside.isEmpty()) {
            return;
        }
        List<Proof> proofs = new ArrayList<>();
        if (draft.isInUse(table)) {
            proofs.add(new Proof(table, inside.get()));
        }
        defaultOf(of.parent(), draft.frame.to())
                .filter(other -> !other.equals(table) && draft.isInUse(other))
                .ifPresent(other -> proofs.add(new Proof(other, outside(of, draft))));
        if (proofs.isEmpty()) {
            return;
        }
        FactId id = action.about();
        FactId pending = id.interim("pending");
        List<Step> add = new ArrayList<>();
        List<Step> drop = new ArrayList<>();
        Set<FactId> valid = new TreeSet<>();
        Set<FactId> needs = new TreeSet<>(draft.frame.afterwards().needs(id));
        for (Proof proof : proofs) {
            String name = draft.freeName(proof.table().name(), "bound");
            add.add(Removal.alter(
                    proof.table(),
                    "ADD CONSTRAINT " + Removal.quoted(name) + " CHECK (" + proof.condition() + ") NOT VALID"));
            FactId proved = id.interim("valid " + name);
            valid.add(proved);
            draft.add(new Action(
                    FactId.self(Kind.TABLE, proof.table()),
                    List.of(OnlineConstraints.validate(proof.table(), name)),
                    Set.of(proved),
                    Set.of(),
                    Set.of(),
                    Set.of(pending),
                    Phase.VALIDATE));
            drop.add(Removal.alter(proof.table(), "DROP CONSTRAINT " + Removal.quoted(name)));
        }
        draft.add(new Action(id, add, Set.of(pending), Set.of(), Set.of(), needs, Phase.SHORT));
        List<Step> steps = new ArrayList<>();
        action.steps().forEach(step -> steps.add(Step.of(step.sql(), Lock.ACCESS_EXCLUSIVE)));
        steps.addAll(drop);
        draft.creations.put(id, action.withSteps(steps).needing(valid));
    }

    private record Proof(QualifiedName table, String condition) {}

    private static Optional<QualifiedName> defaultOf(QualifiedName parent, Facts state) {
        return state.byId().values().stream()
                .filter(fact -> fact instanceof Fact.OfPartition(QualifiedName table, var of)
                        && of.parent().equals(parent)
                        && of.bound() instanceof Hierarchy.Otherwise)
                .map(fact -> ((Fact.OfPartition) fact).table())
                .findFirst();
    }

    /** What PostgreSQL can see to say as much as the bound; only for keys of one column. */
    private static Optional<String> condition(Hierarchy.PartitionOf of, OnlineDraft draft) {
        return column(of.parent(), draft).flatMap(column -> switch (of.bound()) {
            case Hierarchy.Range(List<SqlText> from, List<SqlText> to) -> {
                List<String> parts = new ArrayList<>(List.of(column + " IS NOT NULL"));
                limit(from.getFirst(), "MINVALUE").ifPresent(value -> parts.add(column + " >= " + value));
                limit(to.getFirst(), "MAXVALUE").ifPresent(value -> parts.add(column + " < " + value));
                yield Optional.of(String.join(" AND ", parts));
            }
            case Hierarchy.In(List<SqlText> values)
            when values.stream().noneMatch(OnlinePartitions::isNull) ->
                Optional.of(column + " IS NOT NULL AND " + column + " IN (" + list(values) + ")");
            case Hierarchy.Bound other -> Optional.empty();
        });
    }

    private static String outside(Hierarchy.PartitionOf of, OnlineDraft draft) {
        String column = column(of.parent(), draft).orElseThrow();
        return switch (of.bound()) {
            case Hierarchy.Range(List<SqlText> from, List<SqlText> to) -> {
                List<String> parts = new ArrayList<>(List.of(column + " IS NULL"));
                limit(from.getFirst(), "MINVALUE").ifPresent(value -> parts.add(column + " < " + value));
                limit(to.getFirst(), "MAXVALUE").ifPresent(value -> parts.add(column + " >= " + value));
                yield String.join(" OR ", parts);
            }
            case Hierarchy.In(List<SqlText> values) ->
                column + " IS NULL OR " + column + " NOT IN (" + list(values) + ")";
            case Hierarchy.Bound other -> throw new IllegalArgumentException("no condition for " + other);
        };
    }

    private static String list(List<SqlText> values) {
        return String.join(", ", values.stream().map(SqlText::render).toList());
    }

    private static boolean isNull(SqlText value) {
        return value.render().strip().toUpperCase(java.util.Locale.ROOT).startsWith("NULL");
    }

    private static Optional<String> limit(SqlText value, String open) {
        String text = value.render().strip();
        return text.equalsIgnoreCase(open) ? Optional.empty() : Optional.of(text);
    }

    /** The column of the key, with the collation by which the key compares it. */
    private static Optional<String> column(QualifiedName parent, OnlineDraft draft) {
        return draft.partitionKey(parent)
                .filter(key -> key.keys().size() == 1)
                .map(key -> key.keys().getFirst())
                .filter(key -> key.collation().isEmpty() && key.operatorClass().isEmpty())
                .flatMap(key -> key.target() instanceof Index.ColumnTarget(String column)
                        ? Optional.of(Removal.quoted(column))
                        : Optional.empty());
    }
}
