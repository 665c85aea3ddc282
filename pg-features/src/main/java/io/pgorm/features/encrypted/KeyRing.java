package io.pgorm.features.encrypted;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keys that are given at the start. The last one that was added under a name encrypts; all of them decrypt. Immutable.
 *
 * <pre>{@code
 * Encryption.use(KeyRing.empty().with("people", of2026).with("people", of2027));
 * }</pre>
 */
public final class KeyRing implements EncryptionKeys {

    private static final KeyRing EMPTY = new KeyRing(Map.of());

    private final Map<String, Keys> byName;

    private KeyRing(Map<String, Keys> byName) {
        this.byName = byName;
    }

    private record Keys(EncryptionKey current, Map<String, EncryptionKey> byId) {}

    public static KeyRing empty() {
        return EMPTY;
    }

    /**
     * With one key more, by which new values are encrypted from now on.
     *
     * @param name as the schema says it
     * @throws IllegalArgumentException if there is a key of this id under the name
     */
    public KeyRing with(String name, EncryptionKey key) {
        Keys before = byName.get(name);
        Map<String, EncryptionKey> byId = new LinkedHashMap<>(before == null ? Map.of() : before.byId);
        if (byId.put(key.id(), key) != null) {
            throw new IllegalArgumentException("there are two keys " + key.id() + " under \"" + name
                    + "\": values say by their id which one it was");
        }
        Map<String, Keys> more = new LinkedHashMap<>(byName);
        more.put(name, new Keys(key, byId));
        return new KeyRing(more);
    }

    @Override
    public EncryptionKey current(String name) {
        Keys keys = byName.get(name);
        if (keys == null) {
            throw new EncryptionFailure("the key ring has no key \"" + name + "\": add one by with(...)");
        }
        return keys.current;
    }

    @Override
    public Optional<EncryptionKey> find(String name, String id) {
        return Optional.ofNullable(byName.get(name)).map(keys -> keys.byId.get(id));
    }

    /** The names and ids. */
    @Override
    public String toString() {
        return "KeyRing" + byName.keySet();
    }
}
