package io.pgorm.features.trigger.internal;

import io.pgorm.ir.spi.DiagnosticCode;
import java.util.List;

/** The codes of what is said about triggers. A code never changes its meaning. */
public final class TriggerCodes {

    static final String TIMING = "PGO1301";
    static final String EVENT = "PGO1302";
    static final String COLUMNS = "PGO1303";
    static final String CONDITION = "PGO1304";
    static final String TRANSITION = "PGO1305";
    static final String CONSTRAINT = "PGO1306";
    static final String FUNCTION = "PGO1307";
    static final String DUPLICATE_NAME = "PGO1308";

    private static final String TOUCH =
            "function touch() returns trigger language plpgsql \"BEGIN RETURN NEW; END\"\n\n";

    public static final List<DiagnosticCode> ALL = List.of(
            code(
                    TIMING,
                    "a trigger fires when this table or view has no such moment",
                    "@@trigger(touch, when: insteadOf, on: insert, call: touch)",
                    "A table has before and after; a view has insteadOf for each row, and before and after for each"
                            + " statement; a materialized view has none."),
            code(
                    EVENT,
                    "a trigger is for an event that cannot fire it",
                    "@@trigger(touch, when: after, on: truncate, call: touch)",
                    "Truncate fires for: statement only, and on no view. Name each event once."),
            code(
                    COLUMNS,
                    "the fields of a trigger belong to no update",
                    "@@trigger(touch, when: before, on: insert, of: [name], call: touch)",
                    "Add update to on:, or leave of: out. A trigger insteadOf has no of: at all."),
            code(
                    CONDITION,
                    "the condition of a trigger reads what is not there",
                    "@@trigger(touch, when: before, on: insert, if: \"OLD.{name} IS NULL\", call: touch)",
                    "An insert has no OLD, a delete no NEW, a statement neither. Subqueries belong into the function."),
            code(
                    TRANSITION,
                    "a trigger cannot have these transition tables",
                    "@@trigger(touch, when: before, on: insert, for: statement, new: rows, call: touch)",
                    "Transition tables are for a trigger after one event, without of:, that is no constraint trigger."),
            code(
                    CONSTRAINT,
                    "deferring and from: are for constraint triggers, which fire after each row",
                    "@@trigger(touch, when: after, on: insert, deferrable: deferred, call: touch)",
                    "Add constraint: true, and say when: after without for: statement."),
            new DiagnosticCode(
                    FUNCTION,
                    "a trigger calls a function that is not made for triggers",
                    "function touch() returns Int language sql \"SELECT 1\"\n\n"
                            + model("@@trigger(touch, when: before, on: insert, call: touch)"),
                    "Declare the function without parameters as `returns trigger`; it finds the strings of args: in"
                            + " TG_ARGV."),
            code(
                    DUPLICATE_NAME,
                    "two triggers of one table have the same name",
                    "@@trigger(touch, when: before, on: insert, call: touch)\n"
                            + "  @@trigger(touch, when: before, on: update, call: touch)",
                    "Give one of them another name, or put the events of both into one list."));

    private TriggerCodes() {}

    private static DiagnosticCode code(String code, String title, String attribute, String cure) {
        return new DiagnosticCode(code, title, TOUCH + model(attribute), cure);
    }

    private static String model(String attribute) {
        return """
                model Note {
                  id    Int   @id
                  name  Text

                  %s
                }
                """.formatted(attribute);
    }
}
