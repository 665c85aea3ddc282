package io.pgorm.database.catalog.internal;

import io.pgorm.ir.Constraint;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Trigger;
import io.pgorm.ir.Trigger.Enabled;
import io.pgorm.ir.Trigger.Event;
import io.pgorm.ir.Trigger.Timing;
import io.pgorm.ir.diagnostic.SourceSpan;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A trigger of a table or a view. Those that PostgreSQL made itself, for a foreign key or in a partition, are left out.
 *
 * @param relation the oid of its table
 */
record TriggerRow(long oid, long relation, Trigger trigger) {

    private static final String QUERY = """
            SELECT t.oid::int8 AS oid, t.tgrelid::int8 AS relation, t.tgname AS name, t.tgtype AS type,
                   t.tgenabled AS enabled, columns.names AS columns, t.tgqual IS NOT NULL AS conditional,
                   pg_get_triggerdef(t.oid, true) AS definition, fn.nspname AS function_schema, p.proname AS function,
                   t.tgnargs AS argument_count, t.tgargs AS arguments, t.tgconstraint <> 0 AS is_constraint,
                   t.tgdeferrable AS deferrable, t.tginitdeferred AS deferred, rn.nspname AS from_schema,
                   rc.relname AS from_table, t.tgoldtable AS old_table, t.tgnewtable AS new_table
            FROM pg_trigger t
            JOIN pg_class c ON c.oid = t.tgrelid
            JOIN pg_proc p ON p.oid = t.tgfoid
            JOIN pg_namespace fn ON fn.oid = p.pronamespace
            LEFT JOIN pg_class rc ON rc.oid = t.tgconstrrelid
            LEFT JOIN pg_namespace rn ON rn.oid = rc.relnamespace
            LEFT JOIN LATERAL (
                SELECT array_agg(a.attname ORDER BY u.place) AS names
                FROM unnest(t.tgattr::int2[]) WITH ORDINALITY u(number, place)
                JOIN pg_attribute a ON a.attrelid = t.tgrelid AND a.attnum = u.number) columns ON true
            WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND c.relnamespace = ANY (?) AND %s
            ORDER BY t.tgname COLLATE "C"
            """.formatted(CatalogSession.ownNotExtensions("pg_trigger", "t"));

    private static final int ROW = 1;
    private static final int BEFORE = 1 << 1;
    private static final int INSERT = 1 << 2;
    private static final int DELETE = 1 << 3;
    private static final int UPDATE = 1 << 4;
    private static final int TRUNCATE = 1 << 5;
    private static final int INSTEAD = 1 << 6;

    static List<TriggerRow> read(CatalogSession session) throws SQLException {
        return session.list(QUERY, row -> new TriggerRow(row.number("oid"), row.number("relation"), trigger(row)));
    }

    private static Trigger trigger(Row row) throws SQLException {
        int type = row.integer("type");
        return new Trigger(
                row.text("name"),
                timing(type),
                events(type),
                row.texts("columns"),
                (type & ROW) != 0,
                row.is("conditional")
                        ? Optional.of(condition(row.text("definition"))).map(Sql::expression)
                        : Optional.empty(),
                new QualifiedName(row.text("function_schema"), row.text("function")),
                arguments(row),
                row.is("is_constraint"),
                row.name("from_schema", "from_table"),
                deferral(row.is("deferrable"), row.is("deferred")),
                row.optional("old_table"),
                row.optional("new_table"),
                enabled(row.letter("enabled")),
                SourceSpan.NONE);
    }

    private static Timing timing(int type) {
        if ((type & INSTEAD) != 0) {
            return Timing.INSTEAD_OF;
        }
        return (type & BEFORE) != 0 ? Timing.BEFORE : Timing.AFTER;
    }

    private static List<Event> events(int type) {
        List<Event> events = new ArrayList<>();
        add(events, Event.INSERT, type & INSERT);
        add(events, Event.UPDATE, type & UPDATE);
        add(events, Event.DELETE, type & DELETE);
        add(events, Event.TRUNCATE, type & TRUNCATE);
        return events;
    }

    private static void add(List<Event> events, Event event, int bit) {
        if (bit != 0) {
            events.add(event);
        }
    }

    /** PostgreSQL prints the condition of a trigger only within the whole statement. */
    private static String condition(String definition) {
        Deparsed text = new Deparsed(definition);
        String when = " WHEN (";
        return text.inside(text.indexOf(when, 0) + when.length() - 1);
    }

    /** Each ends with a zero byte. */
    private static List<String> arguments(Row row) throws SQLException {
        byte[] bytes = row.bytes("arguments");
        List<String> arguments = new ArrayList<>();
        if (bytes == null || row.integer("argument_count") == 0) {
            return arguments;
        }
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                arguments.add(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                start = i + 1;
            }
        }
        return arguments;
    }

    private static Constraint.Deferral deferral(boolean deferrable, boolean deferred) {
        if (!deferrable) {
            return Constraint.Deferral.NOT_DEFERRABLE;
        }
        return deferred ? Constraint.Deferral.INITIALLY_DEFERRED : Constraint.Deferral.DEFERRABLE;
    }

    private static Enabled enabled(char letter) {
        return switch (letter) {
            case 'A' -> Enabled.ALWAYS;
            case 'R' -> Enabled.REPLICA;
            case 'D' -> Enabled.DISABLED;
            default -> Enabled.ORIGIN;
        };
    }
}
