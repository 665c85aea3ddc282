package io.pgorm.features.trigger.internal;

import io.pgorm.features.internal.Token;
import io.pgorm.ir.Column;
import io.pgorm.ir.ColumnValue;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Trigger;
import io.pgorm.ir.Trigger.Event;
import io.pgorm.ir.Trigger.Timing;
import io.pgorm.ir.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What PostgreSQL refuses in the condition of a trigger. Stateless. */
final class TriggerConditions {

    private static final String OLD = "old";
    private static final String NEW = "new";

    private TriggerConditions() {}

    /** @param columns of the table, of which a trigger before a write cannot see the generated ones */
    static List<Diagnostic> check(Trigger trigger, List<Column> columns) {
        if (trigger.when().isEmpty()) {
            return List.of();
        }
        SqlText condition = trigger.when().get();
        List<Token> tokens = Token.of(condition.render());
        List<Diagnostic> found = new ArrayList<>();
        if (tokens.stream().anyMatch(token -> token.is("select"))) {
            found.add(error("the condition of a trigger has no subquery", condition)
                    .withHelp("put the condition into the function"));
        }
        if (!trigger.forEachRow()) {
            if (isNamed(OLD, tokens) || isNamed(NEW, tokens)) {
                found.add(error("a trigger for each statement has no row to look at", condition)
                        .withHelp("say for: row, or read the transition tables in the function"));
            }
        } else {
            if (isNamed(OLD, tokens) && trigger.events().contains(Event.INSERT)) {
                found.add(error("an insert has no OLD row", condition)
                        .withHelp("make a trigger of its own for insert, without OLD"));
            }
            if (isNamed(NEW, tokens) && trigger.events().contains(Event.DELETE)) {
                found.add(error("a delete has no NEW row", condition)
                        .withHelp("make a trigger of its own for delete, without NEW"));
            }
            generated(trigger, columns, tokens)
                    .ifPresent(column -> found.add(
                            error("before the row is written, NEW." + column + " is not generated yet", condition)
                                    .withHelp("say when: after, or use the fields that it is made from")));
        }
        return found;
    }

    private static Optional<String> generated(Trigger trigger, List<Column> columns, List<Token> tokens) {
        if (trigger.timing() != Timing.BEFORE) {
            return Optional.empty();
        }
        return columns.stream()
                .filter(column -> column.value() instanceof ColumnValue.Generated)
                .map(Column::name)
                .filter(name -> readsNew(name, tokens))
                .findFirst();
    }

    private static boolean readsNew(String column, List<Token> tokens) {
        for (int at = 0; at + 2 < tokens.size(); at++) {
            if (isRow(NEW, tokens, at)
                    && tokens.get(at + 1).is(".")
                    && tokens.get(at + 2).isName()
                    && tokens.get(at + 2).text().equals(column)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(String row, List<Token> tokens) {
        for (int at = 0; at < tokens.size(); at++) {
            if (isRow(row, tokens, at)) {
                return true;
            }
        }
        return false;
    }

    /** {@code x.new} is a column. */
    private static boolean isRow(String row, List<Token> tokens, int at) {
        return tokens.get(at).isName()
                && tokens.get(at).text().equals(row)
                && (at == 0 || !tokens.get(at - 1).is("."));
    }

    private static Diagnostic error(String message, SqlText condition) {
        return Diagnostic.error(TriggerCodes.CONDITION, message, condition.span());
    }
}
