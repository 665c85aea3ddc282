package io.pgorm.ddl.plan.internal;

import io.pgorm.ddl.plan.PlannedStatement.Execution;
import io.pgorm.ddl.plan.internal.Action.Phase;
import io.pgorm.ir.ObjectName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts actions into an order in which each finds what it needs, and nothing goes while something needs it. */
final class Order {

    private final List<Action> actions;
    private final Map<FactId, Integer> producers = new LinkedHashMap<>();
    private final Map<FactId, Integer> changers = new LinkedHashMap<>();
    private final Map<FactId, Integer> destroyers = new LinkedHashMap<>();
    private final List<Set<Integer>> after = new ArrayList<>();
    private final int[] waiting;
    private final BitSet free = new BitSet();

    private Order(List<Action> actions) {
        this.actions = actions;
        this.waiting = new int[actions.size()];
        for (int i = 0; i < actions.size(); i++) {
            int index = i;
            after.add(new LinkedHashSet<>());
            actions.get(i).produces().forEach(id -> producers.put(id, index));
            actions.get(i).changes().forEach(id -> changers.put(id, index));
            actions.get(i).destroys().forEach(id -> destroyers.put(id, index));
        }
    }

    static List<Action> of(List<Action> actions, Relations before, Relations afterwards) {
        Order order = new Order(actions);
        order.connect(before, afterwards);
        order.prefer(before, afterwards);
        return order.sorted();
    }

    /**
     * What the body of a routine names comes before it, where that closes no circle: it may be run within the plan. And a
     * new table comes after the columns that it has from the one above, as they are to be; one that goes is gone before
     * they are, for they would take columns of it with them that its own keys need. An index of a partition that is its own
     * comes after those above that it could be taken for. A partition leaves once no foreign key that goes refers to its
     * rows.
     */
    private void prefer(Relations before, Relations afterwards) {
        for (int i = 0; i < actions.size(); i++) {
            Set<FactId> made = new TreeSet<>(actions.get(i).produces());
            made.addAll(actions.get(i).changes());
            for (FactId id : made) {
                for (FactId named : afterwards.mentionedBy(id)) {
                    preferred(producers.get(named), i);
                }
            }
            for (FactId id : actions.get(i).produces()) {
                for (FactId above : afterwards.indexesAlike(id)) {
                    preferred(producers.get(above), i);
                }
                for (FactId above : afterwards.columnsAbove(id)) {
                    preferred(producers.get(above), i);
                    preferred(changers.get(above), i);
                }
            }
            for (FactId id : actions.get(i).destroys()) {
                for (FactId reference : before.referencesAbove(id)) {
                    preferred(destroyers.get(reference), i);
                }
                for (FactId above : before.columnsAbove(id)) {
                    preferred(i, destroyers.get(above));
                }
            }
        }
    }

    private void preferred(
            @org.jspecify.annotations.Nullable Integer first, @org.jspecify.annotations.Nullable Integer second) {
        if (first != null && second != null && !isBehind(first, second)) {
            edge(first, second);
        }
    }

    private boolean isBehind(int later, int first) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            int next = open.remove();
            if (next == later) {
                return true;
            }
            for (int follower : after.get(next)) {
                if (!seen.get(follower)) {
                    seen.set(follower);
                    open.add(follower);
                }
            }
        }
        return false;
    }

    private void connect(Relations before, Relations afterwards) {
        Map<String, Integer> freed = new LinkedHashMap<>();
        destroyers.forEach((gone, i) -> before.taken(gone).forEach(name -> freed.put(name, i)));
        for (int i = 0; i < actions.size(); i++) {
            Action action = actions.get(i);
            for (FactId made : action.produces()) {
                for (String name : afterwards.taken(made)) {
                    edge(freed.get(name), i);
                }
            }
            for (FactId made : action.produces()) {
                edge(destroyers.get(made), i);
                // a key that goes must not be one that a new foreign key is bound to
                for (FactId key : afterwards.boundTo(made, before)) {
                    edge(destroyers.get(key), i);
                }
                for (FactId needed : afterwards.needs(made)) {
                    edge(producers.get(needed), i);
                    edge(changers.get(needed), i);
                }
            }
            for (FactId gone : action.destroys()) {
                if (gone.aspect() == FactId.Aspect.ASIDE) {
                    letGo(gone, i, before);
                }
                for (FactId needed : before.needs(gone)) {
                    // what goes goes before what it needs goes or changes
                    edge(i, destroyers.get(needed));
                    if (!isColumnOf(gone, needed)) {
                        edge(i, disturber(needed));
                    }
                }
            }
            for (FactId needed : action.needs()) {
                edge(producers.get(needed), i);
                edge(changers.get(needed), i);
            }
            for (FactId changed : action.changes()) {
                for (FactId needed : afterwards.needs(changed)) {
                    edge(producers.get(needed), i);
                    edge(changers.get(needed), i);
                }
                for (FactId needed : before.needs(changed)) {
                    boolean stays = producers.containsKey(needed)
                            && afterwards.needs(changed).contains(needed);
                    // an index may go while rows are still told apart by it in the log
                    boolean free = changed.aspect() == FactId.Aspect.REPLICA_IDENTITY;
                    if (!stays && !free && !destroyers.containsKey(needed.with(FactId.Aspect.ASIDE))) {
                        edge(i, destroyers.get(needed));
                    }
                }
            }
        }
    }

    /** What stepped aside is dropped when all that was made of it has become something else. */
    private void letGo(FactId aside, int drop, Relations before) {
        FactId origin = new FactId(
                aside.object().kind() == ObjectName.Kind.SQL ? FactId.Aspect.SQL : FactId.Aspect.SELF,
                aside.object(),
                "");
        edge(destroyers.get(origin), drop);
        for (FactId user : before.neededBy(origin)) {
            edge(changers.get(user), drop);
            edge(destroyers.get(user), drop);
            edge(destroyers.get(user.with(FactId.Aspect.ASIDE)), drop);
        }
        for (FactId needed : before.needs(origin)) {
            if (!destroyers.containsKey(needed.with(FactId.Aspect.ASIDE))) {
                edge(drop, destroyers.get(needed));
            }
        }
    }

    /** How a table is stored may change with the column or without it. */
    private static boolean isColumnOf(FactId gone, FactId needed) {
        return gone.object().kind() == ObjectName.Kind.COLUMN
                && needed.object().kind() == ObjectName.Kind.TABLE
                && gone.object().name().equals(needed.object().name());
    }

    /** What changes a fact so that its users have to be gone before. */
    private @org.jspecify.annotations.Nullable Integer disturber(FactId needed) {
        Integer changer = changers.get(needed);
        return changer != null && actions.get(changer).phase() == Phase.PREPARE ? null : changer;
    }

    private void edge(
            @org.jspecify.annotations.Nullable Integer first, @org.jspecify.annotations.Nullable Integer second) {
        if (first != null
                && second != null
                && !first.equals(second)
                && after.get(first).add(second)) {
            waiting[second]++;
        }
    }

    private List<Action> sorted() {
        for (int i = 0; i < waiting.length; i++) {
            free.set(i, waiting[i] == 0);
        }
        PriorityQueue<Integer> ready = new PriorityQueue<>(Comparator.<Integer, Phase>comparing(this::phase)
                .thenComparing(i -> actions.get(i).isTeardown() ? 0 : 1)
                .thenComparing(i -> rank(actions.get(i)))
                .thenComparing(i -> actions.get(i).about())
                .thenComparing(i -> i));
        for (int i = 0; i < waiting.length; i++) {
            if (waiting[i] == 0) {
                ready.add(i);
            }
        }
        List<Action> sorted = new ArrayList<>();
        while (!ready.isEmpty()) {
            int next = ready.remove();
            sorted.add(actions.get(next));
            for (int follower : after.get(next)) {
                if (--waiting[follower] == 0) {
                    ready.add(follower);
                }
            }
        }
        if (sorted.size() < actions.size()) {
            throw circle();
        }
        return sorted;
    }

    /**
     * Long work that waits for nothing, while something short waits for it, is done before all that is short: else the
     * short things would be torn apart by it, and what was dropped to be made anew would be missing meanwhile.
     */
    private Phase phase(int i) {
        Action action = actions.get(i);
        if (action.about().object().kind() == ObjectName.Kind.TYPE
                && action.steps().stream().anyMatch(step -> step.execution() == Execution.ALONE)) {
            // a value of an enum, which may be used once it is committed
            return Phase.PREPARE;
        }
        return action.isLong()
                        && free.get(i)
                        && after.get(i).stream()
                                .anyMatch(follower -> !actions.get(follower).isLong())
                ? Phase.PREPARE
                : action.phase();
    }

    private CircleException circle() {
        Set<Integer> on = Circle.all(after);
        String shown = on.stream()
                .map(i -> Circle.shortest(after, i))
                .min(Comparator.comparing(List::size))
                .orElse(List.of())
                .stream()
                .map(i -> shown(actions.get(i)))
                .collect(Collectors.joining("; "));
        return new CircleException(
                "These wait for each other, so that none can be first: " + shown
                        + ". Make the change in two migrations.",
                on.stream().map(i -> actions.get(i).about()).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static String shown(Action action) {
        String sql = action.steps().isEmpty() ? "" : action.steps().getFirst().sql();
        return action.about().shown()
                + (sql.isEmpty() ? "" : " (" + sql.lines().findFirst().orElse("") + ")");
    }

    /** Where nothing else decides: teardown from the outside in, the rest from the inside out. */
    private static int rank(Action action) {
        int weight = Weights.of(action.about());
        return action.isTeardown() ? -weight : weight;
    }
}
