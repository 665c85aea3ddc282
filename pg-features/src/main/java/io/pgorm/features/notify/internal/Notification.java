package io.pgorm.features.notify.internal;

import io.pgorm.features.internal.GeneratedNames;
import io.pgorm.ir.Column;
import io.pgorm.ir.Constraint;
import io.pgorm.ir.Constraint.Deferral;
import io.pgorm.ir.QualifiedName;
import io.pgorm.ir.Routine;
import io.pgorm.ir.Routine.Kind;
import io.pgorm.ir.Routine.Parallel;
import io.pgorm.ir.Routine.Volatility;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.ir.Trigger;
import io.pgorm.ir.Trigger.Event;
import io.pgorm.ir.diagnostic.SourceSpan;
import io.pgorm.ir.sql.Identifiers;
import io.pgorm.ir.sql.Literals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What one attribute makes: a function that sends, and a trigger that calls it.
 *
 * @param number of the attribute among those of the table, from 1 on
 * @param payload the author's own, as SQL that gives a text
 */
record Notification(
        Table table, int number, String channel, List<Event> events, Optional<SqlText> payload, SourceSpan span) {

    private static final int MOST_BYTES = 7999;

    private static final String TRIGGER_SUFFIX = "_notify";

    /** In the schema of the table, so that tables of one name in two schemas do not share it. */
    QualifiedName functionName() {
        return new QualifiedName(
                table.name().schema(),
                Identifiers.shorten(
                        GeneratedNames.of("notify_") + table.name().name(), number == 1 ? "" : "_" + number));
    }

    String triggerName() {
        return Identifiers.shorten(table.name().name(), number == 1 ? TRIGGER_SUFFIX : TRIGGER_SUFFIX + "_" + number);
    }

    Trigger trigger() {
        return new Trigger(
                triggerName(),
                Trigger.Timing.AFTER,
                events,
                List.of(),
                true,
                Optional.empty(),
                functionName(),
                List.of(),
                false,
                Optional.empty(),
                Deferral.NOT_DEFERRABLE,
                Optional.empty(),
                Optional.empty(),
                Trigger.Enabled.ORIGIN,
                span);
    }

    Routine function() {
        return new Routine(
                functionName(),
                Kind.FUNCTION,
                List.of(),
                Optional.of("trigger"),
                "plpgsql",
                body(),
                false,
                Volatility.VOLATILE,
                false,
                false,
                false,
                Parallel.UNSAFE,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                span);
    }

    private String body() {
        String channelLiteral = Literals.quote(channel);
        return payload.map(own -> """

                        DECLARE
                            message text := %s;
                        BEGIN
                            IF octet_length(message) > %d THEN
                                message := %s;
                            END IF;
                            IF message IS NOT NULL THEN
                                PERFORM pg_notify(%s, message);
                            END IF;
                            RETURN NULL;
                        END
                        """.formatted(parenthesized(own.render()), MOST_BYTES, keyMessage(), channelLiteral))
                .orElseGet(() -> """

                        BEGIN
                            PERFORM pg_notify(%s, %s);
                            RETURN NULL;
                        END
                        """.formatted(channelLiteral, keyMessage()));
    }

    /** A comment at the end of the author's SQL ends before the parenthesis does. */
    private static String parenthesized(String sql) {
        return "(" + sql.strip() + (sql.contains("--") ? "\n)" : ")");
    }

    /** JSON that says what happened to which row. */
    private String keyMessage() {
        String key = keyColumns(table).stream()
                .map(column -> Literals.quote(column) + ", coalesce(NEW." + Identifiers.quote(column) + ", OLD."
                        + Identifiers.quote(column) + ")")
                .collect(Collectors.joining(", "));
        return "json_build_object('operation', lower(TG_OP), 'table', TG_TABLE_NAME, 'key', json_build_object(" + key
                + "))::text";
    }

    /** The columns by which a message tells the row: those of the primary key, else of a unique key without NULL. */
    static List<String> keyColumns(Table table) {
        return table.primaryKey()
                .map(Constraint.PrimaryKey::columns)
                .or(() -> table.uniques().stream()
                        .map(Constraint.Unique::columns)
                        .filter(columns -> columns.stream()
                                .flatMap(name -> table.column(name).stream())
                                .noneMatch(Column::nullable))
                        .findFirst())
                .orElse(List.of());
    }
}
