package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.ConstraintSql;
import io.pgorm.ddl.internal.IndexSql;
import io.pgorm.ddl.internal.SqlBuilder;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.PlannedStatement.Execution;
import io.pgorm.ddl.plan.internal.Action.Phase;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Index;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Primary keys and unique constraints on an index that is built beforehand, while writes go on. Stateless. */
final class OnlineKeys {

    private OnlineKeys() {}

    static void rewrite(OnlineDraft draft) {
        for (Action action : List.copyOf(draft.creations.values())) {
            if (!action.steps().isEmpty()
                    && draft.frame.to().get(action.about()).orElse(null)
                            instanceof Fact.OfConstraint(QualifiedName table, Constraint constraint)
                    && draft.isInUse(table)) {
                if (draft.isPartitioned(table) || action.steps().size() > 1) {
                    draft.creations.put(action.about(), action.needing(required(action.about(), draft)));
                    continue;
                }
                switch (constraint) {
                    case Constraint.PrimaryKey key ->
                        key(
                                action,
                                table,
                                constraint,
                                index(key.columns(), key.include(), false),
                                key.deferral(),
                                draft);
                    case Constraint.Unique key ->
                        key(
                                action,
                                table,
                                constraint,
                                index(key.columns(), key.include(), key.nullsNotDistinct()),
                                key.deferral(),
                                draft);
                    default -> draft.creations.put(action.about(), action.needing(required(action.about(), draft)));
                }
            }
        }
    }

    /** That its columns are NOT NULL, which a primary key asks for, whatever it is made with. */
    private static Set<FactId> required(FactId key, OnlineDraft draft) {
        Set<FactId> required = new LinkedHashSet<>();
        draft.frame.afterwards().needs(key).forEach(needed -> notNull(needed, draft, required));
        return required;
    }

    /** A column below has its NOT NULL from the one above. */
    private static void notNull(FactId needed, OnlineDraft draft, Set<FactId> required) {
        required.add(needed.interim(OnlineNotNull.REQUIRED));
        QualifiedName table = needed.object().name();
        needed.object().part().ifPresent(column -> {
            draft.frame
                    .afterwards()
                    .lookup()
                    .notNull(table, column)
                    .ifPresent(named -> required.add(FactId.part(
                                    Kind.CONSTRAINT,
                                    named.table(),
                                    named.constraint().name())
                            .interim(OnlineConstraints.VALID)));
            if (needed.object().kind() == Kind.COLUMN) {
                draft.frame.to().parents(table).stream()
                        .map(parent -> FactId.part(Kind.COLUMN, parent, column))
                        .filter(draft.frame.to()::has)
                        .forEach(above -> notNull(above, draft, required));
            }
        });
    }

    private static Index index(List<String> columns, List<String> include, boolean nullsNotDistinct) {
        return new Index(
                "",
                true,
                "btree",
                columns.stream().map(Index.Key::of).toList(),
                include,
                nullsNotDistinct,
                Optional.empty(),
                Map.of(),
                io.pgorm.ir.diagnostic.SourceSpan.NONE);
    }

    private static void key(
            Action action,
            QualifiedName table,
            Constraint constraint,
            Index nameless,
            Constraint.Deferral deferral,
            OnlineDraft draft) {
        FactId id = action.about();
        Set<FactId> needs = new LinkedHashSet<>(draft.frame.afterwards().needs(id));
        Set<FactId> columns = new LinkedHashSet<>(needs);
        needs.forEach(needed -> columns.add(needed.interim(OnlineColumns.FILLED)));
        Optional<FactId> ready = sameIndex(table, nameless, draft);
        Set<FactId> before = new LinkedHashSet<>();
        String name;
        if (ready.isPresent()) {
            name = ready.get().object().part().orElseThrow();
            draft.removals.computeIfPresent(ready.get(), (same, removal) -> removal.withSteps(List.of()));
        } else {
            name = draft.isOccupied(table.schema(), constraint.name())
                    ? draft.freeName(constraint.name(), "new")
                    : constraint.name();
            FactId built = id.interim("index");
            Index index = named(nameless, name);
            draft.add(new Action(
                    id,
                    List.of(Step.of(IndexSql.createConcurrently(table, index))
                            .locking(Lock.SHARE_UPDATE_EXCLUSIVE)
                            .with(Hazard.INDEX_BUILD, Hazard.MAY_FAIL_ON_DATA)
                            .in(Execution.ALONE)),
                    Set.of(built),
                    Set.of(),
                    Set.of(),
                    columns,
                    Phase.BUILD));
            before.add(built);
        }
        before.addAll(required(id, draft));
        keepUntil(before, id, draft);
        draft.creations.put(
                id,
                action.withSteps(List.of(using(table, constraint, name, deferral)))
                        .needing(before));
    }

    private static Step using(QualifiedName table, Constraint constraint, String index, Constraint.Deferral deferral) {
        SqlBuilder sql = new SqlBuilder().sql("ALTER TABLE ").name(table).sql("\n    ADD CONSTRAINT ");
        sql.name(constraint.name());
        sql.sql(constraint instanceof Constraint.PrimaryKey ? " PRIMARY KEY" : " UNIQUE")
                .sql(" USING INDEX ");
        sql.name(index);
        ConstraintSql.appendDeferral(deferral, sql);
        return Step.of(sql.statement(constraint.span())).locking(Lock.ACCESS_EXCLUSIVE);
    }

    private static Index named(Index index, String name) {
        return new Index(
                name,
                true,
                index.method(),
                index.keys(),
                index.include(),
                index.nullsNotDistinct(),
                index.where(),
                index.with(),
                index.span());
    }

    /** An index that would be dropped, and is just the one that is needed. */
    private static Optional<FactId> sameIndex(QualifiedName table, Index wanted, OnlineDraft draft) {
        return draft.removals.keySet().stream()
                .filter(id -> !draft.frame.to().has(id)
                        && draft.frame.from().get(id).orElse(null) instanceof Fact.OfIndex(var relation, Index index)
                        && relation.name().equals(table)
                        && relation.kind() == Kind.TABLE
                        && named(index, "").equals(wanted)
                        && index.tablespace().isEmpty()
                        && index.unique())
                .filter(id -> draft.frame.before().needs(id).stream().noneMatch(draft.destroyed::contains))
                .findFirst();
    }

    /** The old key, and the foreign keys that need it, stay until the new index is there: all is exchanged at once. */
    private static void keepUntil(Set<FactId> ready, FactId id, OnlineDraft draft) {
        if (!draft.frame.from().has(id) || !mayWait(id, id, draft)) {
            return;
        }
        Set<FactId> users = new LinkedHashSet<>(draft.frame.before().neededBy(id));
        users.removeIf(user -> !draft.removals.containsKey(user));
        if (users.stream().allMatch(user -> mayWait(user, id, draft))) {
            users.add(id);
            users.forEach(user -> draft.removals.computeIfPresent(user, (same, removal) -> removal.needing(ready)));
        }
    }

    /** Whether nothing waits for its end but what is to be exchanged. */
    private static boolean mayWait(FactId going, FactId key, OnlineDraft draft) {
        return draft.frame.before().needs(going).stream()
                .allMatch(needed -> needed.equals(key)
                        || !draft.destroyed.contains(needed) && !draft.transitions.containsKey(needed));
    }
}
