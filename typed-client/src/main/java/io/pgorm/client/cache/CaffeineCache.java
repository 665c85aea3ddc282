package io.pgorm.client.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Optional;

/** Keeps results in Caffeine. Safe for use by several threads. */
public final class CaffeineCache implements ResultCache {

    private final Cache<Object, Timed> cache;

    private CaffeineCache(Cache<Object, Timed> cache) {
        this.cache = cache;
    }

    private record Timed(Object value, Duration time) {}

    /**
     * For so many results at most.
     *
     * @throws IllegalStateException if Caffeine is not on the class path
     */
    public static CaffeineCache ofSize(long results) {
        try {
            return new CaffeineCache(Caffeine.newBuilder()
                    .maximumSize(results)
                    .expireAfter(Expiry.<Object, Timed>creating((key, timed) -> timed.time()))
                    .build());
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "the result cache needs Caffeine: add com.github.ben-manes.caffeine:caffeine to the application",
                    e);
        }
    }

    @Override
    public Optional<Object> get(Object key) {
        return Optional.ofNullable(cache.getIfPresent(key)).map(Timed::value);
    }

    @Override
    public void put(Object key, Object value, Duration time) {
        cache.put(key, new Timed(value, time));
    }

    @Override
    public void clear() {
        cache.invalidateAll();
    }
}
