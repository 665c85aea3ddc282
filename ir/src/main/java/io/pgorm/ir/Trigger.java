package io.pgorm.ir;

import io.pgorm.ir.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * A trigger of a table or a view.
 *
 * @param updateOf with {@link Event#UPDATE}, the columns; empty for any
 * @param forEachRow false for once in a statement
 * @param when the condition, over {@code NEW} and {@code OLD}
 * @param arguments strings that the function gets
 * @param constraint whether it is a constraint trigger, which alone may be deferred
 * @param from for a constraint trigger, another table that it concerns
 * @param oldTable the name of the transition table of the rows before
 * @param newTable the name of the transition table of the rows after
 */
public record Trigger(
        String name,
        Timing timing,
        List<Event> events,
        List<String> updateOf,
        boolean forEachRow,
        Optional<SqlText> when,
        QualifiedName function,
        List<String> arguments,
        boolean constraint,
        Optional<QualifiedName> from,
        Constraint.Deferral deferral,
        Optional<String> oldTable,
        Optional<String> newTable,
        Enabled enabled,
        SourceSpan span) {

    public Trigger {
        events = List.copyOf(events);
        updateOf = List.copyOf(updateOf);
        arguments = List.copyOf(arguments);
    }

    public enum Timing {
        BEFORE,
        AFTER,
        INSTEAD_OF
    }

    public enum Event {
        INSERT,
        UPDATE,
        DELETE,
        TRUNCATE
    }

    /** When it fires, by the session's {@code session_replication_role}. */
    public enum Enabled {
        /** In a session of origin: the default. */
        ORIGIN,
        ALWAYS,
        REPLICA,
        DISABLED
    }

    /** The same trigger, firing at other times. */
    public Trigger withEnabled(Enabled newEnabled) {
        return new Trigger(
                name,
                timing,
                events,
                updateOf,
                forEachRow,
                when,
                function,
                arguments,
                constraint,
                from,
                deferral,
                oldTable,
                newTable,
                newEnabled,
                span);
    }
}
