package io.pgorm.client.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What is known of constants of the generated code, by identity: jOOQ's parts compare by their names, which costs more
 * than what is kept here saves. Never emptied, for there are as many keys as the schema has. Thread-safe.
 */
final class IdentityCache<K, V> {

    private final Map<Key<K>, V> known = new ConcurrentHashMap<>();

    private static final class Key<K> {
        private final K value;

        Key(K value) {
            this.value = value;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key<?> that && that.value == value;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(value);
        }
    }

    V get(K key, Function<K, V> make) {
        Key<K> identity = new Key<>(key);
        V value = known.get(identity);
        return value == null ? known.computeIfAbsent(identity, unused -> make.apply(key)) : value;
    }
}
