package io.pgorm.features.notify.internal;

import io.pgorm.features.notify.TableEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.tools.json.JSONParser;
import org.jooq.tools.json.ParseException;

/** Reads what the triggers of {@code @@notify} write. Stateless. */
public final class ReadTableEvent {

    private ReadTableEvent() {}

    /** @throws IllegalArgumentException if it is none */
    public static TableEvent read(String text) {
        try {
            if (new JSONParser().parse(text) instanceof Map<?, ?> event
                    && event.get("operation") instanceof String operation
                    && event.get("table") instanceof String table
                    && event.get("key") instanceof Map<?, ?> key) {
                Map<String, Object> columns = new LinkedHashMap<>();
                key.forEach((name, value) -> columns.put(String.valueOf(name), value));
                return new TableEvent(operation, table, columns);
            }
        } catch (ParseException e) {
            // said below: the text of a message is no text for an exception
        }
        throw new IllegalArgumentException("not a message of @@notify");
    }
}
