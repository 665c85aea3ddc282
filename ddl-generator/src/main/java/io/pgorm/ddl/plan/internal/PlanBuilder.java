package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Lock;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlanOptions;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ddl.plan.Planner;
import io.pgorm.ir.ObjectName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
        for (Action action : Order.of(actions, before, afterwards)) {
            boolean isNew = before.family(action.about()).stream().noneMatch(from::has)
                    && afterwards.family(action.about()).stream().noneMatch(from::has);
            action.steps().forEach(step -> statements.add(planned(action.about(), step, isNew)));
        }
        return new Plan(statements);
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
                step.sql(), shown(about.object()), isNew ? Lock.NONE : step.lock(), hazards, step.execution());
    }

    private static String shown(ObjectName object) {
        return (object.kind().sql().toLowerCase(java.util.Locale.ROOT) + " " + object.name()
                        + object.part().map(part -> "." + part).orElse(""))
                .strip();
    }
}
