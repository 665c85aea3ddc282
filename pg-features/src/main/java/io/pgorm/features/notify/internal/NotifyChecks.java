package io.pgorm.features.notify.internal;

import io.pgorm.features.internal.Attributes;
import io.pgorm.features.internal.OnViews;
import io.pgorm.features.internal.Token;
import io.pgorm.ir.Schema;
import io.pgorm.ir.SqlText;
import io.pgorm.ir.Table;
import io.pgorm.ir.Trigger.Event;
import io.pgorm.ir.diagnostic.Diagnostic;
import io.pgorm.ir.spi.AttributeUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is wrong with notifications. For one schema and one thread. */
public final class NotifyChecks {

    /** Functions that make JSON of a whole row. */
    private static final Set<String> WHOLE_ROW = Set.of("row_to_json", "to_json", "to_jsonb");

    private final List<Diagnostic> found = new ArrayList<>();

    private NotifyChecks() {}

    public static List<Diagnostic> check(Schema schema) {
        NotifyChecks checks = new NotifyChecks();
        for (Table table : schema.tables()) {
            List<AttributeUse> uses = Attributes.of(schema, table.name(), NotifyAttribute.NAME);
            checks.twice(table, uses);
            for (AttributeUse use : uses) {
                checks.key(Attributes.model(schema, table.name()), table, use);
                use.sql(NotifyAttribute.PAYLOAD).ifPresent(payload -> checks.payload(use, payload));
            }
        }
        checks.found.addAll(OnViews.refuse(
                schema,
                NotifyCodes.ON_VIEW,
                "put it on the models of the tables that the view reads",
                List.of(NotifyAttribute.NAME)));
        return checks.found;
    }

    private void key(String model, Table table, AttributeUse use) {
        if (Notification.keyColumns(table).isEmpty()) {
            found.add(Diagnostic.error(
                            NotifyCodes.NO_KEY,
                            model + " has no key, so that a message could not say which row it is about",
                            use.span())
                    .withHelp("give it a field with @id"));
        }
    }

    private void payload(AttributeUse use, SqlText payload) {
        List<Token> tokens = Token.of(payload.render());
        List<Event> events = NotifyAttribute.events(use);
        boolean old = mentions("old", tokens);
        boolean now = mentions("new", tokens);
        if (old && !now && events.equals(List.of(Event.INSERT))) {
            found.add(Diagnostic.warning(
                            NotifyCodes.MISSING_ROW, "an insert has no OLD row: all of it is NULL here", payload.span())
                    .withHelp("say NEW in its place"));
        }
        if (now && !old && events.contains(Event.DELETE)) {
            found.add(Diagnostic.warning(
                            NotifyCodes.MISSING_ROW, "a delete has no NEW row: all of it is NULL then", payload.span())
                    .withHelp("say coalesce(NEW.{field}, OLD.{field}), or leave delete out of on:"));
        }
        if (isWholeRow(tokens)) {
            found.add(Diagnostic.warning(
                            NotifyCodes.WHOLE_ROW,
                            "a whole row may have more than the 7999 bytes that PostgreSQL sends, and then only its key"
                                    + " is sent",
                            payload.span())
                    .withHelp("send the key, and let the listener read the row; or name the fields that matter"));
        }
    }

    private static boolean mentions(String row, List<Token> tokens) {
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).is(row) && (at == 0 || !tokens.get(at - 1).is("."))) {
                return true;
            }
        }
        return false;
    }

    /** {@code to_jsonb(NEW)}, {@code to_jsonb(coalesce(NEW, OLD))}. */
    private static boolean isWholeRow(List<Token> tokens) {
        boolean json = tokens.stream().anyMatch(token -> WHOLE_ROW.contains(token.text()));
        for (int at = 0; at < tokens.size(); at++) {
            boolean row = tokens.get(at).is("new") || tokens.get(at).is("old");
            boolean before = at > 0 && tokens.get(at - 1).is(".");
            boolean behind = at + 1 < tokens.size() && tokens.get(at + 1).is(".");
            if (json && row && !before && !behind) {
                return true;
            }
        }
        return false;
    }

    private void twice(Table table, List<AttributeUse> uses) {
        Map<String, AttributeUse> channels = new HashMap<>();
        for (AttributeUse use : uses) {
            AttributeUse first = channels.putIfAbsent(NotifyAttribute.channel(table.name(), use), use);
            boolean shared = first != null
                    && NotifyAttribute.events(first).stream().anyMatch(NotifyAttribute.events(use)::contains)
                    && first.sql(NotifyAttribute.PAYLOAD)
                            .map(SqlText::render)
                            .equals(use.sql(NotifyAttribute.PAYLOAD).map(SqlText::render));
            if (shared) {
                found.add(Diagnostic.warning(
                                NotifyCodes.TWICE,
                                "the same message goes to " + NotifyAttribute.channel(table.name(), use)
                                        + " already, and PostgreSQL sends equal messages once",
                                use.span())
                        .withHelp("leave one of them out"));
            }
        }
    }
}
