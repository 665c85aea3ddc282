package io.pgorm.features.notify.internal;

import io.pgorm.features.notify.TableEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what the triggers of {@code @@notify} write. Stateless. */
public final class ReadTableEvent {

    private ReadTableEvent() {}

    /** @throws IllegalArgumentException if it is none */
    public static TableEvent read(String text) {
        Map<String, Object> event = JsonReader.object(text);
        if (event.get("operation") instanceof String operation
                && event.get("table") instanceof String table
                && event.get("key") instanceof Map<?, ?> key) {
            Map<String, Object> columns = new LinkedHashMap<>();
            key.forEach((name, value) -> columns.put(String.valueOf(name), value));
            return new TableEvent(operation, table, columns);
        }
        throw new IllegalArgumentException("not a message of @@notify");
    }
}
