package io.pgorm.client.cache;

import java.time.Duration;
import java.util.Optional;

/**
 * Where results are kept. Keys and values are the client's own; both are to be kept in memory. Must be safe for use by
 * several threads.
 */
public interface ResultCache {

    /** What was put under the key, unless its time is over or it had to make room. */
    Optional<Object> get(Object key);

    void put(Object key, Object value, Duration time);

    /** Forgets everything. */
    void clear();
}
