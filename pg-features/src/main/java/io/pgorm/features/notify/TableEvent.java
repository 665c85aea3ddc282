package io.pgorm.features.notify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code @@notify} tells of a row.
 *
 * @param operation insert, update or delete
 * @param table its name
 * @param key the columns of the primary key: Long, BigDecimal, Boolean or String
 */
public record TableEvent(String operation, String table, Map<String, Object> key) {

    public TableEvent {
        key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
    }

    /**
     * The value of a key column that is a whole number.
     *
     * @throws IllegalArgumentException if there is no such column, or it is no whole number
     */
    public long number(String column) {
        if (key.get(column) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException(column + " is no whole number of the key, which has " + key.keySet());
    }
}
