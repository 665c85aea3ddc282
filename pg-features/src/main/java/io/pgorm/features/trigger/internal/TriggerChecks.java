package io.pgorm.features.trigger.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.ir.Constraint.Deferral;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Routine;
import io.pgorm.ir.Schema;
import io.pgorm.ir.Table;
import io.pgorm.ir.Trigger;
import io.pgorm.ir.Trigger.Event;
import io.pgorm.ir.Trigger.Timing;
import io.pgorm.ir.View;
import io.pgorm.ir.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What PostgreSQL refuses of triggers. For one schema and one thread. */
public final class TriggerChecks {

    private final Schema schema;
    private final List<Diagnostic> found = new ArrayList<>();

    private TriggerChecks(Schema schema) {
        this.schema = schema;
    }

    /** An error for each rule of PostgreSQL that a trigger breaks. */
    public static List<Diagnostic> check(Schema schema) {
        TriggerChecks checks = new TriggerChecks(schema);
        for (Table table : schema.tables()) {
            table.triggers().forEach(trigger -> checks.onTable(table, trigger));
            checks.names(table.name(), table.triggers());
        }
        for (View view : schema.views()) {
            view.triggers().forEach(trigger -> checks.onView(view, trigger));
            checks.names(view.name(), view.triggers());
        }
        return checks.found;
    }

    private void onTable(Table table, Trigger trigger) {
        if (trigger.timing() == Timing.INSTEAD_OF) {
            error(TriggerCodes.TIMING, "insteadOf is for views; a table is really written", trigger)
                    .help("say before, and let the function return NULL to skip the row");
        } else {
            every(trigger);
            found.addAll(TriggerConditions.check(trigger, table.columns()));
            found.addAll(TransitionTables.check(trigger, table));
        }
    }

    private void onView(View view, Trigger trigger) {
        String model = Attributes.model(schema, view.name());
        if (view.materialized()) {
            error(TriggerCodes.TIMING, "the materialized view " + model + " cannot have triggers", trigger)
                    .help("put the trigger on the tables that it reads");
        } else if (trigger.events().contains(Event.TRUNCATE)) {
            error(TriggerCodes.EVENT, "a view cannot be truncated", trigger).help("leave truncate out");
        } else if (trigger.timing() == Timing.INSTEAD_OF) {
            insteadOf(trigger);
        } else if (trigger.forEachRow()) {
            String word = trigger.timing().name().toLowerCase(Locale.ROOT);
            error(TriggerCodes.TIMING, "a view has no rows of its own that a trigger could fire " + word, trigger)
                    .help("say when: insteadOf, or for: statement");
        } else {
            every(trigger);
            found.addAll(TriggerConditions.check(trigger, List.of()));
            if (trigger.oldTable().isPresent() || trigger.newTable().isPresent()) {
                error(TriggerCodes.TRANSITION, "a trigger on a view has no transition tables", trigger)
                        .help("leave old: and new: out");
            }
        }
    }

    private void insteadOf(Trigger trigger) {
        if (!trigger.forEachRow()) {
            error(TriggerCodes.TIMING, "insteadOf fires for each row", trigger).help("leave for: statement out");
        }
        if (trigger.when().isPresent()) {
            error(TriggerCodes.CONDITION, "a trigger insteadOf has no condition", trigger)
                    .help("put the condition into the function");
        }
        if (!trigger.updateOf().isEmpty()) {
            error(TriggerCodes.COLUMNS, "a trigger insteadOf fires for an update of any field", trigger)
                    .help("leave of: out, and compare NEW with OLD in the function");
        }
        if (trigger.oldTable().isPresent() || trigger.newTable().isPresent()) {
            error(TriggerCodes.TRANSITION, "a trigger insteadOf has no transition tables", trigger)
                    .help("leave old: and new: out");
        }
        every(trigger);
    }

    private void every(Trigger trigger) {
        if (trigger.events().size() != new HashSet<>(trigger.events()).size()) {
            error(TriggerCodes.EVENT, "an event is named twice", trigger).help("leave one out");
        }
        if (trigger.events().contains(Event.TRUNCATE) && trigger.forEachRow()) {
            error(TriggerCodes.EVENT, "truncate removes rows without a look at them, so it fires for no row", trigger)
                    .help(
                            trigger.events().size() == 1
                                    ? "say for: statement"
                                    : "make a trigger of its own for truncate, with for: statement");
        }
        if (!trigger.updateOf().isEmpty() && !trigger.events().contains(Event.UPDATE)) {
            error(TriggerCodes.COLUMNS, "of: is about an update, and the trigger is for none", trigger)
                    .help("add update to on:, or leave of: out");
        }
        if (new HashSet<>(trigger.updateOf()).size() != trigger.updateOf().size()) {
            error(TriggerCodes.COLUMNS, "a field stands twice in of:", trigger).help("leave one out");
        }
        constraintTrigger(trigger);
        function(trigger);
    }

    private void constraintTrigger(Trigger trigger) {
        if (trigger.constraint() && (trigger.timing() != Timing.AFTER || !trigger.forEachRow())) {
            error(TriggerCodes.CONSTRAINT, "a constraint trigger fires after each row", trigger)
                    .help("say when: after, and leave for: statement out");
        }
        if (!trigger.constraint() && trigger.deferral() != Deferral.NOT_DEFERRABLE) {
            error(TriggerCodes.CONSTRAINT, "only a constraint trigger can be deferred", trigger)
                    .help("add constraint: true");
        }
        if (!trigger.constraint() && trigger.from().isPresent()) {
            error(TriggerCodes.CONSTRAINT, "from: is for a constraint trigger", trigger)
                    .help("add constraint: true, or leave it out");
        }
    }

    private void function(Trigger trigger) {
        QualifiedName name = trigger.function();
        List<Routine> declared = schema.routines().stream()
                .filter(routine -> routine.name().equals(name))
                .toList();
        if (declared.isEmpty() || declared.stream().anyMatch(TriggerChecks::isForTriggers)) {
            return;
        }
        Routine routine = declared.getFirst();
        if (routine.kind() == Routine.Kind.PROCEDURE) {
            error(TriggerCodes.FUNCTION, "a trigger calls a function, and " + name + " is a procedure", trigger)
                    .help("declare it as `function " + name.name() + "() returns trigger`");
        } else if (!routine.returns().map(TriggerChecks::isTrigger).orElse(false)) {
            error(
                            TriggerCodes.FUNCTION,
                            "a trigger calls a function that returns trigger, and " + name + " returns "
                                    + routine.returns().orElse("columns"),
                            trigger)
                    .help("declare it as `function " + name.name() + "() returns trigger`");
        } else {
            error(TriggerCodes.FUNCTION, "a trigger calls a function without parameters", trigger)
                    .help("let the function read TG_ARGV, which holds the strings of args:");
        }
    }

    private static boolean isForTriggers(Routine routine) {
        return routine.kind() == Routine.Kind.FUNCTION
                && routine.parameters().isEmpty()
                && routine.returns().map(TriggerChecks::isTrigger).orElse(false);
    }

    private static boolean isTrigger(String type) {
        return type.strip().equalsIgnoreCase("trigger") || type.strip().equalsIgnoreCase("pg_catalog.trigger");
    }

    private void names(QualifiedName owner, List<Trigger> triggers) {
        Set<String> seen = new HashSet<>();
        for (Trigger trigger : triggers) {
            if (!seen.add(trigger.name())) {
                error(
                                TriggerCodes.DUPLICATE_NAME,
                                "there are two triggers " + trigger.name() + " on " + Attributes.model(schema, owner),
                                trigger)
                        .help("give one of them another name");
            }
        }
    }

    private Pending error(String code, String message, Trigger trigger) {
        return help -> found.add(Diagnostic.error(code, message, trigger.span()).withHelp(help));
    }

    /** An error that still lacks its cure. */
    private interface Pending {
        void help(String help);
    }
}
