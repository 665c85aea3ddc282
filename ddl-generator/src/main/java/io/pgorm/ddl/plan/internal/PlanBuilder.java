package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.Hazard;
import io.pgorm.ddl.plan.Plan;
import io.pgorm.ddl.plan.PlanOptions;
import io.pgorm.ddl.plan.PlannedStatement;
import io.pgorm.ddl.plan.PlannedStatement.Execution;
import io.pgorm.ddl.plan.Planner;
import io.pgorm.ddl.plan.UnsupportedChangeException;
import io.pgorm.ir.ObjectName;
import io.pgorm.ir.Routine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares, decides what is replaced, and orders. Stateless. */
public final class PlanBuilder {

    private PlanBuilder() {}

    public static Plan build(Planner.State source, Planner.State target, PlanOptions options) {
        OnlyRenamed.Result renamed = OnlyRenamed.between(source, target);
        Plan plan = change(renamed.state(), target, options);
        List<PlannedStatement> all = new ArrayList<>(renamed.statements());
        all.addAll(plan.statements());
        return new Plan(all);
    }

    private static Plan change(Planner.State source, Planner.State target, PlanOptions options) {
        Facts from = Facts.of(source.schema(), source.dependencies(), target.schema());
        Facts to = Facts.of(target.schema(), target.dependencies(), source.schema());
        Frame frame = new Frame(from, to, options);
        Relations before = frame.before();
        Relations afterwards = frame.afterwards();
        List<Action> actions = actions(frame, source, transitions(frame));
        List<PlannedStatement> statements = new ArrayList<>();
        Set<PlannedStatement> routines = new LinkedHashSet<>();
        boolean afterLong = false;
        for (Action action : actions) {
            FactId about = action.about().aspect() == FactId.Aspect.INTERIM
                    ? FactId.self(action.about().object())
                    : action.about();
            boolean isNew = before.family(about).stream().noneMatch(from::has)
                    && afterwards.family(about).stream().noneMatch(from::has);
            for (Step step : action.steps()) {
                boolean commit = (afterLong || action.isLong()) && step.execution() == Execution.TRANSACTIONAL;
                PlannedStatement statement =
                        planned(action, commit ? step.in(Execution.NEW_TRANSACTION) : step, isNew, frame);
                statements.add(statement);
                if (!action.isTeardown() && hasUntrackedBody(to.byId().get(action.about()))) {
                    routines.add(statement);
                }
                afterLong = action.isLong();
            }
        }
        return new Plan(UncheckedBodies.allow(NewValues.relax(statements), routines));
    }

    /** Whether it says something of others and holds nothing, so that it can go and come back. */
    private static boolean isMadeOfOthers(Fact fact) {
        return switch (fact) {
            case Fact.OfView view -> true;
            case Fact.OfRoutine routine -> true;
            case Fact.OfPolicy policy -> true;
            case Fact.OfTrigger trigger -> true;
            case Fact.OfDefault value -> true;
            case Fact.OfDomainDefault value -> true;
            case Fact.OfDomainCheck check -> true;
            case Fact.OfSequenceOwner owner -> true;
            case Fact.OfReplicaIdentity identity -> true;
            case Fact other -> false;
        };
    }

    /** What would change where it is, but stands in a circle with what it needs before and after, is made anew. */
    private static List<Action> actions(Frame frame, Planner.State source, Map<FactId, Transition> transitions) {
        try {
            Set<FactId> destroyed = Replacements.of(frame, transitions);
            return ordered(
                    new Actions(frame, destroyed, transitions, source.owner()).all(), frame, destroyed, transitions);
        } catch (CircleException circle) {
            Map<FactId, Transition> anew = new TreeMap<>(transitions);
            circle.stuck().stream()
                    .filter(id -> transitions.get(id) instanceof Transition.InPlace
                            && isMadeOfOthers(frame.from().the(id)))
                    .forEach(id -> anew.put(id, new Transition.Replace()));
            if (anew.equals(transitions)) {
                throw new UnsupportedChangeException(String.valueOf(circle.getMessage()));
            }
            return actions(frame, source, anew);
        }
    }

    /** Whether it is a routine in one of the languages whose validator looks for what the body names. */
    private static boolean hasUntrackedBody(@Nullable Fact fact) {
        return fact instanceof Fact.OfRoutine(Routine routine)
                && !routine.atomic()
                && (routine.language().equals("sql") || routine.language().equals("plpgsql"));
    }

    /** Where the ways that stop nobody wait for each other, the plain ones may not. */
    private static List<Action> ordered(
            List<Action> plain, Frame frame, Set<FactId> destroyed, Map<FactId, Transition> transitions) {
        if (frame.options().online()) {
            try {
                return Order.of(Online.of(plain, frame, destroyed, transitions), frame.before(), frame.afterwards());
            } catch (UnsupportedChangeException | CircleException circle) {
                // as below
            }
        }
        OnlineDraft draft = new OnlineDraft(plain, frame, destroyed, transitions);
        OnlinePartitionedIndexes.nameParts(draft);
        return Order.of(draft.actions(), frame.before(), frame.afterwards());
    }

    private static Map<FactId, Transition> transitions(Frame frame) {
        Map<FactId, Transition> transitions = new TreeMap<>();
        frame.from()
                .byId()
                .forEach((id, fact) -> frame.to()
                        .get(id)
                        .filter(other -> !other.equals(fact) || changesWithItsType(fact, frame.exchange()))
                        .ifPresent(other -> transitions.put(
                                id,
                                frame.exchange().ends(id)
                                        ? new Transition.Replace()
                                        : Transitions.between(fact, other, frame))));
        return transitions;
    }

    private static boolean changesWithItsType(Fact fact, Exchange exchange) {
        return exchange.ends(fact.id()) || fact instanceof Fact.OfColumn column && exchange.moves(column);
    }

    /** On what the plan itself makes there is nobody to wait and nothing to lose. */
    private static PlannedStatement planned(Action action, Step step, boolean isNew, Frame frame) {
        Set<Hazard> hazards = EnumSet.noneOf(Hazard.class);
        if (!isNew || Partitioning.scansDefault(action.about(), frame)) {
            hazards.addAll(step.hazards());
        } else if (action.about().object().kind() == ObjectName.Kind.INDEX
                && step.hazards().contains(Hazard.MAY_FAIL_ON_DATA)
                && frame.to()
                        .has(FactId.self(
                                ObjectName.Kind.MATERIALIZED_VIEW,
                                action.about().object().name()))) {
            // it is filled with rows that are there
            hazards.add(Hazard.MAY_FAIL_ON_DATA);
        }
        return new PlannedStatement(
                step.sql(),
                action.about().shown(),
                TakenLocks.of(action, step, isNew, frame),
                hazards,
                step.execution());
    }
}
