package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.internal.ColumnSql;
import io.pgorm.ddl.internal.SqlBuilder;
import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.PlannedStatement.Execution;
import io.pgorm.ddl.plan.internal.Action.Phase;
import io.pgorm.ddl.plan.internal.FactId.Aspect;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.ObjectName.Kind;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.RowSecurity;
import io.pgorm.ir.Trigger;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A new column whose default differs from row to row: rows that are there get it bit by bit. Stateless. */
final class OnlineColumns {

    /** What is there once all rows have the default. */
    static final String FILLED = "filled";

    private OnlineColumns() {}

    static void rewrite(OnlineDraft draft) {
        for (Action action : List.copyOf(draft.creations.values())) {
            if (!action.steps().isEmpty()
                    && draft.frame.to().get(action.about()).orElse(null)
                            instanceof Fact.OfColumn(QualifiedName table, Column bare)
                    && draft.isInUse(table)
                    && action.produces().contains(action.about().with(Aspect.DEFAULT))
                    && draft.frame.to().get(action.about().with(Aspect.DEFAULT)).orElse(null)
                            instanceof Fact.OfDefault value
                    && Volatility.isVolatile(value.id(), value.expression(), draft.frame.to(), draft.frame.afterwards())
                    && canBeUpdated(table, draft)) {
                column(action, table, bare, value, draft);
            }
        }
        analyze(draft);
    }

    private static void column(
            Action action, QualifiedName table, Column bare, Fact.OfDefault value, OnlineDraft draft) {
        FactId id = action.about();
        Column nullable = new Column(
                bare.name(),
                bare.type(),
                true,
                ColumnValue.NONE,
                bare.collation(),
                bare.storage(),
                bare.compression(),
                bare.inherited(),
                bare.comment(),
                bare.span());
        SqlBuilder sql = new SqlBuilder().sql("ALTER TABLE ").name(table).sql(" ADD COLUMN ");
        ColumnSql.append(nullable, sql);
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(sql.statement(SourceSpan.NONE)).locking(Lock.ACCESS_EXCLUSIVE));
        steps.addAll(action.steps().subList(1, action.steps().size()));
        steps.addAll(Transitions.setDefault(value));
        draft.creations.put(id, action.withSteps(steps));
        List<Step> fill = new ArrayList<>();
        for (QualifiedName holder : draft.holdingRows(table)) {
            if (draft.isInUse(holder)) {
                fill.add(fill(holder, bare.name(), hasUpdateTriggers(holder, draft)));
            }
        }
        draft.add(new Action(id, fill, Set.of(id.interim(FILLED)), Set.of(), Set.of(), Set.of(id), Phase.BUILD));
        if (!bare.nullable()) {
            Step plain = Step.of(OnlineNotNull.setNotNull(table, bare.name()), Lock.ACCESS_EXCLUSIVE);
            OnlineNotNull.require(table, bare.name(), plain, List.of(), draft);
        }
    }

    /**
     * What is not yet proved of the rows that are there holds for each that is written: a row that a column is filled in
     * would be refused for another's sake, so that the filling comes before.
     */
    static List<Action> fillFirst(OnlineDraft draft) {
        List<Action> actions = draft.actions();
        Map<Action, Set<QualifiedName>> fillings = new LinkedHashMap<>();
        actions.stream()
                .filter(action -> action.produces().contains(action.about().interim(FILLED)))
                .forEach(filling -> fillings.put(filling, holders(filling, draft)));
        if (fillings.isEmpty()) {
            return actions;
        }
        return actions.stream()
                .map(action ->
                        action.steps().stream().anyMatch(step -> step.sql().endsWith(" NOT VALID"))
                                ? action.needing(filledBefore(action, holders(action, draft), fillings))
                                : action)
                .toList();
    }

    /** The tables whose rows an action is about. */
    private static Set<QualifiedName> holders(Action action, OnlineDraft draft) {
        return new LinkedHashSet<>(draft.holdingRows(action.about().object().name()));
    }

    private static Set<FactId> filledBefore(
            Action pending, Set<QualifiedName> tables, Map<Action, Set<QualifiedName>> fillings) {
        Set<FactId> filled = new LinkedHashSet<>();
        fillings.forEach((filling, written) -> {
            if (!Collections.disjoint(written, tables)
                    && filling.needs().stream().noneMatch(pending.produces()::contains)) {
                filled.add(filling.about().interim(FILLED));
            }
        });
        return filled;
    }

    /** An UPDATE reaches all rows only where no policy hides some from the owner, and no rule turns it into another. */
    private static boolean canBeUpdated(QualifiedName table, OnlineDraft draft) {
        return draft.holdingRows(table).stream()
                .map(holder -> FactId.self(Kind.TABLE, holder).with(Aspect.ROW_SECURITY))
                .noneMatch(id -> draft.frame
                                .from()
                                .get(id)
                                .filter(OnlineColumns::isForced)
                                .isPresent()
                        || draft.frame
                                .to()
                                .get(id)
                                .filter(OnlineColumns::isForced)
                                .isPresent());
    }

    private static boolean isForced(Fact fact) {
        return ((Fact.OfRowSecurity) fact).mode() == RowSecurity.FORCED;
    }

    private static boolean hasUpdateTriggers(QualifiedName table, OnlineDraft draft) {
        return draft.frame.to().byId().values().stream()
                .anyMatch(fact -> fact instanceof Fact.OfTrigger(var relation, Trigger trigger)
                        && relation.name().equals(table));
    }

    /**
     * The rows page by page, until a whole round finds nothing more: a row that somebody changes meanwhile may move to a
     * page that was passed. Each page is read once in a round. Who writes a row of the pages of a transaction waits for
     * its end: it takes as few as can be done in a moment, and never so many that it matters what a row costs.
     */
    static Step fill(QualifiedName table, String column, boolean triggers) {
        String name = table.sql();
        String quoted = Removal.quoted(column);
        SqlBuilder body =
                new SqlBuilder().dollarQuoted("""

                        DECLARE
                            pages bigint := 8;
                            page bigint;
                            total bigint;
                            touched bigint;
                            found_any boolean;
                            began timestamptz;
                            told timestamptz := '-infinity';
                        BEGIN
                            FOR round IN 1..10 LOOP
                                page := 0;
                                found_any := false;
                                WHILE page * current_setting('block_size')::bigint < pg_relation_size(%3$s) LOOP
                                    began := clock_timestamp();
                                    UPDATE ONLY %1$s SET %2$s = DEFAULT
                                    WHERE ctid >= format('(%%s,0)', page)::tid AND ctid < format('(%%s,0)', page + pages)::tid
                                      AND %2$s IS NULL;
                                    GET DIAGNOSTICS touched = ROW_COUNT;
                                    found_any := found_any OR touched > 0;
                                    page := page + pages;
                                    COMMIT;
                                    -- who writes the same rows waits as long as this: a moment
                                    IF clock_timestamp() > began + '100 ms'::interval THEN
                                        pages := greatest(1, pages / 2);
                                    ELSIF clock_timestamp() < began + '30 ms'::interval THEN
                                        pages := least(64, pages * 2);
                                    END IF;
                                    -- who runs it shows how far it is
                                    IF clock_timestamp() > told + '500 ms'::interval THEN
                                        told := clock_timestamp();
                                        total := pg_relation_size(%3$s) / current_setting('block_size')::bigint;
                                        RAISE NOTICE '%% of %% pages', least(page, total), total;
                                    END IF;
                                END LOOP;
                                EXIT WHEN NOT found_any;
                            END LOOP;
                        END
                        """.formatted(name, quoted, io.pgorm.ir.sql.Literals.quote(name)));
        Step step = Step.of("DO " + body.statement(SourceSpan.NONE).sql(), Lock.ROW_EXCLUSIVE)
                .with(Hazard.IMPACTS_DATABASE_PERFORMANCE)
                .in(Execution.ALONE);
        return triggers ? step.with(Hazard.CORRECTNESS) : step;
    }

    /** PostgreSQL forgets what it knew of the values of a column whose type changes. */
    private static void analyze(OnlineDraft draft) {
        Set<FactId> retyped = new LinkedHashSet<>();
        draft.changes.forEach((id, action) -> {
            if (draft.frame.to().the(id) instanceof Fact.OfColumn(QualifiedName table, Column column)
                    && draft.isInUse(table)
                    && action.steps().stream().anyMatch(step -> step.sql().contains(" TYPE "))) {
                retyped.add(id);
            }
        });
        retyped.forEach(id -> draft.add(new Action(
                id,
                List.of(Step.of(
                                "ANALYZE " + id.object().name().sql() + " ("
                                        + Removal.quoted(id.object().part().orElseThrow()) + ")",
                                Lock.SHARE_UPDATE_EXCLUSIVE)
                        .in(Execution.ALONE)),
                Set.of(id.interim("analyzed")),
                Set.of(),
                Set.of(),
                Set.of(id),
                Phase.CLEAN)));
    }
}
