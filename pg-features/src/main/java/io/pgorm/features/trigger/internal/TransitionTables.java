package io.pgorm.features.trigger.internal;

import io.pgorm.ir.Table;
import io.pgorm.ir.Trigger;
import io.pgorm.ir.Trigger.Event;
import io.pgorm.ir.Trigger.Timing;
import io.pgorm.ir.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/** What PostgreSQL refuses of transition tables, {@code old:} and {@code new:}. Stateless. */
final class TransitionTables {

    private TransitionTables() {}

    /** The first rule that is broken. */
    static List<Diagnostic> check(Trigger trigger, Table table) {
        if (trigger.oldTable().isEmpty() && trigger.newTable().isEmpty()) {
            return List.of();
        }
        return problem(trigger, table)
                .map(problem -> List.of(Diagnostic.error(TriggerCodes.TRANSITION, problem.message, trigger.span())
                        .withHelp(problem.help)))
                .orElse(List.of());
    }

    private record Problem(String message, String help) {}

    private static Optional<Problem> problem(Trigger trigger, Table table) {
        boolean partition = table.hierarchy().partitionOf().isPresent()
                || table.hierarchy().partitionedBy().isPresent()
                || !table.hierarchy().inherits().isEmpty();
        if (trigger.timing() != Timing.AFTER) {
            return broken("transition tables are full only after the statement", "say when: after");
        } else if (trigger.constraint()) {
            return broken("a constraint trigger has no transition tables", "leave old: and new: out");
        } else if (trigger.events().contains(Event.TRUNCATE)) {
            return broken("truncate fills no transition table", "make a trigger of its own for truncate");
        } else if (trigger.events().size() > 1) {
            return broken(
                    "a trigger with transition tables is for one event",
                    "make one trigger for each event; they may call the same function");
        } else if (!trigger.updateOf().isEmpty()) {
            return broken("a trigger with transition tables is for an update of any field", "leave of: out");
        } else if (trigger.oldTable().isPresent() && trigger.events().contains(Event.INSERT)) {
            return broken("an insert has no old rows", "leave old: out");
        } else if (trigger.newTable().isPresent() && trigger.events().contains(Event.DELETE)) {
            return broken("a delete has no new rows", "leave new: out");
        } else if (trigger.oldTable().isPresent() && trigger.oldTable().equals(trigger.newTable())) {
            return broken("the two transition tables have the same name", "give one of them another name");
        } else if (trigger.forEachRow() && partition) {
            return broken(
                    "on a table with partitions or parents, a trigger for each row has no transition tables",
                    "say for: statement");
        }
        return Optional.empty();
    }

    private static Optional<Problem> broken(String message, String help) {
        return Optional.of(new Problem(message, help));
    }
}
