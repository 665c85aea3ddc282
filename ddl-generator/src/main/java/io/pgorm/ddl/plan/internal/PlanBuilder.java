package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlanOptions;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ddl.plan.Planner;
import io.pgorm.ir.Routine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares, decides what is replaced, and orders. Stateless. */
public final class PlanBuilder {

    private PlanBuilder() {}

    public static Plan build(Planner.State source, Planner.State target, PlanOptions options) {
        Facts from = Facts.of(source.schema(), source.dependencies());
        Facts to = Facts.of(target.schema(), target.dependencies());
        Frame frame = new Frame(from, to, options);
        Relations before = frame.before();
        Relations afterwards = frame.afterwards();
        Map<FactId, Transition> transitions = transitions(frame);
        Set<FactId> destroyed = Replacements.of(frame, transitions);
        List<Action> actions = new Actions(frame, destroyed, transitions).all();
        List<PlannedStatement> statements = new ArrayList<>();
        Set<PlannedStatement> routines = new HashSet<>();
        for (Action action : Order.of(actions, before, afterwards)) {
            boolean isNew = before.family(action.about()).stream().noneMatch(from::has)
                    && afterwards.family(action.about()).stream().noneMatch(from::has);
            for (Step step : action.steps()) {
                PlannedStatement statement = planned(action.about(), step, isNew);
                statements.add(statement);
                if (!action.isTeardown() && hasUntrackedBody(to.byId().get(action.about()))) {
                    routines.add(statement);
                }
            }
        }
        return new Plan(UncheckedBodies.allow(statements, routines));
    }

    /** Whether it is a routine in one of the languages whose validator looks for what the body names. */
    private static boolean hasUntrackedBody(@Nullable Fact fact) {
        return fact instanceof Fact.OfRoutine(Routine routine)
                && !routine.atomic()
                && (routine.language().equals("sql") || routine.language().equals("plpgsql"));
    }

    private static Map<FactId, Transition> transitions(Frame frame) {
        Map<FactId, Transition> transitions = new TreeMap<>();
        frame.from()
                .byId()
                .forEach((id, fact) -> frame.to()
                        .get(id)
                        .filter(other -> !other.equals(fact))
                        .ifPresent(other -> transitions.put(id, Transitions.between(fact, other, frame))));
        return transitions;
    }

    /** On what the plan itself makes there is nobody to wait and nothing to lose. */
    private static PlannedStatement planned(FactId about, Step step, boolean isNew) {
        Set<Hazard> hazards = EnumSet.noneOf(Hazard.class);
        if (!isNew) {
            hazards.addAll(step.hazards());
        }
        return new PlannedStatement(
                step.sql(), about.shown(), isNew ? Lock.NONE : step.lock(), hazards, step.execution());
    }
}
